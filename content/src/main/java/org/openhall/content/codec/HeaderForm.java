package org.openhall.content.codec;

import org.openhall.content.RecordHeader;

/** Reads what every record carries. */
final class HeaderForm {
  private HeaderForm() {}

  static RecordHeader read(Fields f) throws MalformedRecordException {
    RecordHeader header = Shape.read(RecordHeader.class, f);
    if (!isId(header.id())) {
      throw f.fault("id", "must be 1 to 64 of the characters A-Z a-z 0-9 . _ -");
    }
    return header;
  }

  static boolean isId(String id) {
    return !id.isEmpty()
        && id.length() <= 64
        && id.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0));
  }
}
