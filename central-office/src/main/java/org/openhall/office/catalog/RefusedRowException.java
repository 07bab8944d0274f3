package org.openhall.office.catalog;

import org.openhall.office.catalog.Finding.Kind;

/** One row is not taken; the import goes on with the next. */
public final class RefusedRowException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String field;
  private final String detail;

  /**
   * @param field the name by which the source calls it
   * @param detail what stands there, or the reason in figures
   */
  public RefusedRowException(Kind kind, String field, String detail) {
    super(kind.code() + " " + field + " " + detail);
    this.kind = kind;
    this.field = field;
    this.detail = detail;
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }

  /** Where. */
  public String field() {
    return field;
  }

  /** What stands there. */
  public String detail() {
    return detail;
  }
}
