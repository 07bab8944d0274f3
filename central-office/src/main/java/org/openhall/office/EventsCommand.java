package org.openhall.office;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.openhall.office.intake.EventCounts.Row;
import org.openhall.office.text.TextTable;
import org.openhall.office.text.TroubleException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code events [--from DAY]}: what happened on the terminals, by hall, day and kind. */
final class EventsCommand implements Command {
  private static final int DAYS = 30;

  @Override
  public int run(Arguments arguments, Console console) throws IOException, TroubleException {
    Office office = Office.open(arguments, console);
    LocalDate today = LocalDate.ofInstant(office.clock().instant(), office.clock().getZone());
    String from = day(arguments.option("--from").orElseGet(() -> today.minusDays(DAYS).toString()));
    List<Row> rows = office.eventCounts().from(from);
    if (rows.isEmpty()) {
      console.say("events.none", from);
    } else {
      console.print(table(rows, console).lines());
    }
    if (arguments.wantsJson()) {
      console.out().println(json(rows));
    }
    return OfficeMain.DONE;
  }

  private static String day(String typed) throws TroubleException {
    try {
      return LocalDate.parse(typed).toString();
    } catch (DateTimeException e) {
      throw new TroubleException("trouble.no-day", typed);
    }
  }

  private static TextTable table(List<Row> rows, Console console) {
    TextTable table =
        new TextTable(
            console.messages().text("events.day"),
            console.messages().text("events.hall"),
            console.messages().text("events.kind"),
            console.messages().text("events.count"),
            console.messages().text("events.terminals"));
    for (Row row : rows) {
      String kind = console.messages().textOr("event." + row.kind(), row.kind());
      table.row(
          row.day(), row.hall().isEmpty() ? "—" : row.hall(), kind, row.count(), row.terminals());
    }
    return table;
  }

  private static ObjectNode json(List<Row> rows) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    ArrayNode array = json.putArray("events");
    for (Row row : rows) {
      array
          .addObject()
          .put("day", row.day())
          .put("hall", row.hall())
          .put("kind", row.kind())
          .put("count", row.count())
          .put("terminals", row.terminals());
    }
    return json;
  }
}
