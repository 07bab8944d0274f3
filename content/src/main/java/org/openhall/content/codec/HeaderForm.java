package org.openhall.content.codec;

import java.util.Map;
import org.openhall.content.Origin;
import org.openhall.content.RecordHeader;

/** The JSON form of what every record carries. */
final class HeaderForm {
  private HeaderForm() {}

  static RecordHeader read(Fields f) throws MalformedRecordException {
    String id = f.text("id");
    if (!isId(id)) {
      throw f.fault("id", "must be 1 to 64 of the characters A-Z a-z 0-9 . _ -");
    }
    return new RecordHeader(
        id,
        f.number("revision"),
        f.textOrNull("departmentId"),
        f.dateOrNull("effectiveFrom"),
        f.dateOrNull("effectiveUntil"),
        f.object("origin", HeaderForm::readOrigin));
  }

  private static boolean isId(String id) {
    return !id.isEmpty()
        && id.length() <= 64
        && id.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0));
  }

  private static Origin readOrigin(Fields f) throws MalformedRecordException {
    return new Origin(
        f.text("source"), f.textOrNull("key"), f.text("sha256"), f.date("asOf"), f.flag("sample"));
  }

  static Map<String, Object> write(RecordHeader header) {
    return new Members()
        .with("id", header.id())
        .with("revision", header.revision())
        .with("departmentId", header.departmentId())
        .with("effectiveFrom", header.effectiveFrom())
        .with("effectiveUntil", header.effectiveUntil())
        .with("origin", writeOrigin(header.origin()))
        .json();
  }

  private static Map<String, Object> writeOrigin(Origin origin) {
    return new Members()
        .with("source", origin.source())
        .with("key", origin.key())
        .with("sha256", origin.sha256())
        .with("asOf", origin.asOf())
        .with("sample", origin.sample())
        .json();
  }
}
