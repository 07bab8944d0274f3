package org.openhall.link.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * To what an envelope belongs: it opens there and nowhere else (the associated data of RFC 9180).
 *
 * @param way up to the office, or down to the terminal
 * @param terminalId the terminal's identity
 * @param eventId the event, or the one that is answered
 * @param type the event's type
 */
public record Binding(Way way, String terminalId, String eventId, String type) {

  /** Which way it goes. */
  public enum Way {
    UP,
    DOWN
  }

  public Binding {
    Objects.requireNonNull(way, "way");
    Objects.requireNonNull(terminalId, "terminalId");
    Objects.requireNonNull(eventId, "eventId");
    Objects.requireNonNull(type, "type");
  }

  /** Each part with its length before it, so that no two bindings have the same bytes. */
  byte[] bytes() {
    byte[][] parts = {utf8(way.name()), utf8(terminalId), utf8(eventId), utf8(type)};
    int length = 0;
    for (byte[] part : parts) {
      length += Integer.BYTES + part.length;
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      all.putInt(part.length).put(part);
    }
    return all.array();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
