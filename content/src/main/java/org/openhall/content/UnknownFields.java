package org.openhall.content;

import java.util.Objects;

/**
 * The parts of a record's canonical JSON that this version has no field for, as a sparse canonical
 * JSON object laid over the known part when the record is written again.
 *
 * @param json canonical JSON of an object; {@code {}} for none
 */
public record UnknownFields(String json) {
  /** A record without unknown fields. */
  public static final UnknownFields NONE = new UnknownFields("{}");

  public UnknownFields {
    Objects.requireNonNull(json);
  }
}
