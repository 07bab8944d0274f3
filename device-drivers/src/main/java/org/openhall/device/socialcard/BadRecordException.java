package org.openhall.device.socialcard;

/** A record is not as the specification has it. Its text names the record, never its content. */
final class BadRecordException extends Exception {

  BadRecordException(String what) {
    super(what);
  }
}
