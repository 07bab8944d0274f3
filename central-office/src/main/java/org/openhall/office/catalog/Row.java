package org.openhall.office.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.openhall.office.catalog.Finding.Kind;

/**
 * One row of a source file: its number, and the repair of its texts with a note of every repair.
 */
public record Row(int number, Findings findings) {

  /** A one-line text, repaired; empty where nothing legible is left. */
  public String line(String field, String raw) throws RefusedRowException {
    return new TextRepair(this, field).line(raw);
  }

  /** As {@link #line}, with empty for absent. */
  public Optional<String> optionalLine(String field, String raw) throws RefusedRowException {
    String text = line(field, raw);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** As {@link #line}; an empty text refuses the row. */
  public String mandatoryLine(String field, String raw) throws RefusedRowException {
    String text = line(field, raw);
    if (text.isEmpty()) {
      throw new RefusedRowException(Kind.MISSING_FIELD, field, "");
    }
    return text;
  }

  /** A date yyyy-mm-dd, or empty where the source has none; a date in the future is noted. */
  public Optional<LocalDate> date(String field, String raw, LocalDate today)
      throws RefusedRowException {
    String text = raw.strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    LocalDate date;
    try {
      date = LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new RefusedRowException(Kind.NOT_A_DATE, field, text);
    }
    if (date.isAfter(today)) {
      note(Kind.DATE_IN_FUTURE, field, text);
    }
    return Optional.of(date);
  }

  /** Notes something about the row that does not refuse it. */
  public void note(Kind kind, String field, String text) {
    findings.add(kind, number, field, text);
  }
}
