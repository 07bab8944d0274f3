package org.openhall.content.codec;

/** Bytes that are not a record: the message names the field (or the byte offset) and the fault. */
public sealed class MalformedRecordException extends Exception {
  private final String field;

  MalformedRecordException(String field, String fault) {
    super(field + ": " + fault);
    this.field = field;
  }

  /** Path of the field, e.g. {@code materials[2].name}, or {@code byte 17} for broken JSON. */
  public String field() {
    return field;
  }

  /** A constant that a later version invented; the record is carried as an unknown one. */
  static final class UnknownConstant extends MalformedRecordException {
    UnknownConstant(String field, String constant) {
      super(field, "this version does not know " + constant);
    }
  }
}
