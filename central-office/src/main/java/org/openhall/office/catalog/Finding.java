package org.openhall.office.catalog;

import java.util.Locale;

/**
 * One thing an import found in one row.
 *
 * @param kind what it is
 * @param row the row: a spreadsheet's row for CSV (the heading is row 1), a line for JSON lines,
 *     the position in the array from 1 for JSON
 * @param field the field's name in the source file
 * @param detail the text as it came, shortened, invisible characters written as ⟨U+….⟩; for a
 *     refusal the reason in figures
 */
public record Finding(Kind kind, int row, String field, String detail) {

  /** What became of the row. */
  public enum Severity {
    /** Taken, after a repair. */
    REPAIRED,
    /** Taken as it stands, to be looked at. */
    WARNING,
    /** Not taken. */
    REFUSED;

    /** The severity's name in reports and message keys. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The closed list of findings. */
  public enum Kind {
    /** A line break inside a title: the source wrapped it. */
    LINE_BREAK(Severity.REPAIRED),
    /** Zero-width characters such as U+200B, invisible and in the way of search. */
    ZERO_WIDTH(Severity.REPAIRED),
    /** A space other than U+0020: made one, width by width. */
    OTHER_SPACE(Severity.REPAIRED),
    /** Spaces before or after the text. */
    OUTER_SPACE(Severity.REPAIRED),
    /** Control characters (C0, C1). */
    CONTROL_CHARACTER(Severity.REPAIRED),
    /** HTML entities, encoded once or several times. */
    ENTITY(Severity.REPAIRED),
    /** HTML tags inside a text. */
    TAG(Severity.REPAIRED),
    /** The rest of a torn HTML attribute before the title. */
    TORN_ATTRIBUTE(Severity.REPAIRED),
    /** Marks that the collection's editors left in a text. */
    EDITOR_MARK(Severity.REPAIRED),
    /** Title and history once more at the head of a text. */
    REPEATED_HEAD(Severity.REPAIRED),
    /** A law published in parts under one title: the part's name, from the path, was added. */
    PART_NAME(Severity.REPAIRED),

    /** Private-use characters: kept, although no font can be sure to show them. */
    PRIVATE_USE(Severity.WARNING),
    /** Published before it was written. */
    PUBLISHED_BEFORE_WRITTEN(Severity.WARNING),
    /** A date later than the day of the import. */
    DATE_IN_FUTURE(Severity.WARNING),
    /** A source whose Chinese name the office does not know: shown as written. */
    UNKNOWN_SOURCE(Severity.WARNING),
    /** A name that no record of the catalogue has: left out. */
    UNKNOWN_NAME(Severity.WARNING),
    /** A text that the collection names, but does not have. */
    NO_TEXT(Severity.WARNING),
    /** Changed at the desk since the last import, and kept so. */
    EDITED_HERE(Severity.WARNING),

    /** A mandatory field is empty. */
    MISSING_FIELD(Severity.REFUSED),
    /** The row has more or fewer columns than the heading. */
    COLUMN_COUNT(Severity.REFUSED),
    /** A field that is not of its kind, such as a number for a text. */
    WRONG_TYPE(Severity.REFUSED),
    /** Not a date of the calendar in the form yyyy-mm-dd. */
    NOT_A_DATE(Severity.REFUSED),
    /** The key of an earlier row of the same file. */
    DUPLICATE_KEY(Severity.REFUSED),
    /** A page that only opens a folder of the collection. */
    INDEX_PAGE(Severity.REFUSED),
    /** A web page (often an error page) where a text should be. */
    WEB_PAGE(Severity.REFUSED),
    /** Outside the published limits of a record. */
    OUT_OF_LIMITS(Severity.REFUSED),
    /** Not in the form of a record. */
    MALFORMED_RECORD(Severity.REFUSED);

    private final Severity severity;

    Kind(Severity severity) {
      this.severity = severity;
    }

    /** What becomes of a row with this finding. */
    public Severity severity() {
      return severity;
    }

    /** The kind's name in reports and message keys, e.g. {@code line-break}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
