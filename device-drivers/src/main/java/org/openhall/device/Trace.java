package org.openhall.device;

import java.util.HexFormat;
import java.util.List;

/**
 * What went over a device's line, oldest first, without what is personal: the driver that knows the
 * layout took that out before it was kept.
 */
public record Trace(List<Entry> entries) {

  /** Nothing was recorded. */
  public static final Trace EMPTY = new Trace(List.of());

  public Trace {
    entries = List.copyOf(entries);
  }

  /** What kind of thing went by. */
  public enum Kind {
    OPENED,
    SENT,
    RECEIVED,
    /** The line was closed or lost. */
    CLOSED,
    /** A command was begun; its name is the note. */
    COMMAND,
    /** It has ended; the kind of its outcome is the note. */
    OUTCOME
  }

  /**
   * One thing that went by.
   *
   * @param micros microseconds since the device was opened
   * @param bytes the bytes in hexadecimal, those that are personal replaced; empty for notes
   * @param note empty for bytes
   */
  public record Entry(long micros, Kind kind, String bytes, String note) {

    /** Bytes that went by. */
    public static Entry bytes(long micros, Kind kind, byte[] bytes) {
      return new Entry(micros, kind, HexFormat.of().formatHex(bytes), "");
    }

    /** Something else that happened. */
    public static Entry note(long micros, Kind kind, String note) {
      return new Entry(micros, kind, "", note);
    }

    /** The bytes themselves. */
    public byte[] raw() {
      return HexFormat.of().parseHex(bytes);
    }
  }
}
