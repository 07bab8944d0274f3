package org.openhall.office.catalog;

import org.openhall.office.catalog.Finding.Kind;

/** One row is not taken; the import goes on with the next. */
final class RefusedRowException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String field;
  private final String detail;

  RefusedRowException(Kind kind, String field, String detail) {
    super(kind.code() + " " + field + " " + detail);
    this.kind = kind;
    this.field = field;
    this.detail = detail;
  }

  Kind kind() {
    return kind;
  }

  String field() {
    return field;
  }

  String detail() {
    return detail;
  }
}
