package org.openhall.kiosk.screen.browse;

import java.util.ArrayList;
import java.util.List;
import org.openhall.kiosk.screen.takeaway.TakenPage;
import org.openhall.kiosk.shell.KioskContext;

/**
 * A list as it is taken away.
 *
 * @param title of the page
 * @param facts what it is narrowed by, and how long it is
 */
public record ListText(String title, List<String> facts) {
  public ListText {
    facts = List.copyOf(facts);
  }

  /**
   * A row.
   *
   * @param notes what tells it from others, as it stands beside or below the title
   */
  public record Row(String title, List<String> notes) {
    public Row {
      notes = List.copyOf(notes);
    }

    /** The row of a record: its facts, as far as the source gives them. */
    public static Row of(KioskContext context, RecordRow.Content content) {
      return new Row(content.title(), TakenPage.lines(content.facts(), context.words()));
    }
  }

  /** The page with these rows, numbered; where it is too long, their titles stand for it. */
  public TakenPage taken(KioskContext context, List<Row> rows) {
    List<String> lines = new ArrayList<>();
    List<TakenPage.Heading> titles = new ArrayList<>();
    for (Row row : rows) {
      String numbered = context.text("takeaway.row", titles.size() + 1, row.title());
      titles.add(new TakenPage.Heading(1, numbered));
      lines.add(
          row.notes().isEmpty()
              ? numbered
              : context.text("takeaway.row.notes", numbered, notes(context, row)));
    }
    TakenPage.Gist gist = new TakenPage.Gist(null, titles);
    return new TakenPage(title, facts, lines, gist, TakenPage.Source.OFFICE, null);
  }

  private static String notes(KioskContext context, Row row) {
    return String.join(context.text("takeaway.notes-apart"), row.notes());
  }
}
