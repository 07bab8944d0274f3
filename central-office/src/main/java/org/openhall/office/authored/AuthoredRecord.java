package org.openhall.office.authored;

import org.jspecify.annotations.Nullable;
import org.openhall.content.ContentRecord;
import org.openhall.content.Origin;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record as its author wrote it: the header has no revision and no origin yet.
 *
 * @param file where it stands, relative to the hall's folder
 * @param line where it begins, from 1
 * @param json its JSON form, attachments filled in; never changed
 */
public record AuthoredRecord(String file, int line, ObjectNode json) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Its id, or an empty text if it has none. */
  public String id() {
    return json.path("header").path("id").asString("");
  }

  /** The department that owns it, or null. */
  public @Nullable String departmentId() {
    return json.path("header").path("departmentId").asString(null);
  }

  /** The whole record. A type or a constant that this version does not know is refused, too. */
  public ContentRecord record(int revision, Origin origin) throws MalformedRecordException {
    ObjectNode whole = json.deepCopy();
    ObjectNode header =
        whole.path("header") instanceof ObjectNode given ? given : whole.putObject("header");
    header.put("revision", revision);
    header
        .putObject("origin")
        .put("source", origin.source())
        .put("key", origin.key())
        .put("sha256", origin.sha256())
        .put("asOf", origin.asOf().toString())
        .put("sample", origin.sample());
    return RecordCodec.decodeKnown(JSON.writeValueAsBytes(whole));
  }
}
