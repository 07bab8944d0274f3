package org.openhall.office.catalog;

import java.io.IOException;
import java.time.LocalDate;
import org.openhall.content.ContentRecord;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The same record under another revision. */
public final class Revised {
  private Revised() {}

  /**
   * A record with a revision and the day on which the office took it.
   *
   * @param revision 1 and up
   * @param asOf for its origin
   */
  public static EncodedRecord of(ContentRecord record, int revision, LocalDate asOf) {
    ObjectNode json = tree(RecordCodec.encode(record));
    header(json).put("revision", revision);
    ((ObjectNode) header(json).path("origin")).put("asOf", asOf.toString());
    try {
      return encoded(json);
    } catch (MalformedRecordException e) {
      throw new IllegalArgumentException("a record that cannot be written", e);
    }
  }

  /** The canonical JSON of the catalogue, with another revision. */
  static EncodedRecord of(byte[] record, int revision) throws IOException {
    ObjectNode json = tree(record);
    header(json).put("revision", revision);
    try {
      return encoded(json);
    } catch (MalformedRecordException e) {
      throw new IOException("a record of the catalogue is damaged", e);
    }
  }

  private static ObjectNode tree(byte[] json) {
    return (ObjectNode) JsonMapper.shared().readTree(json);
  }

  private static ObjectNode header(ObjectNode record) {
    return (ObjectNode) record.path("header");
  }

  private static EncodedRecord encoded(ObjectNode json) throws MalformedRecordException {
    return RecordCodec.encoded(RecordCodec.decode(JsonMapper.shared().writeValueAsBytes(json)));
  }
}
