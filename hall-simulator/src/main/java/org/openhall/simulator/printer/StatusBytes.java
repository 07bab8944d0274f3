package org.openhall.simulator.printer;

/**
 * How the sensors stand in the bits of Epson's status answers. A byte of {@code DLE EOT} always has
 * bits 1 and 4 set and bits 0 and 7 clear: {@code (b & 0x93) == 0x12}. Where the paper is out, the
 * near-end sensor sees none either.
 */
final class StatusBytes {

  private static final int ALWAYS = 0x12;
  private static final int ASB_ALWAYS = 0x10;

  private StatusBytes() {}

  /** The answer to a {@code DLE EOT}. */
  static int realTime(RealTime.Request request, Sensors s) {
    return switch (request) {
      case STATUS_1 -> printer(s);
      case STATUS_2 -> offlineCause(s);
      case STATUS_3 -> error(s);
      case STATUS_4 -> paper(s);
      case RECOVER, CLEAR -> throw new IllegalArgumentException("no question: " + request);
    };
  }

  /** The answer to {@code DLE EOT 1}: printer status. */
  static int printer(Sensors s) {
    return ALWAYS | bit(0x08, s.offline());
  }

  /** The answer to {@code DLE EOT 2}: why it is off line. */
  static int offlineCause(Sensors s) {
    return ALWAYS
        | bit(0x04, s.cover() == Cover.OPEN)
        | bit(0x20, s.paper() == Paper.OUT)
        | bit(0x40, s.cutter() == Cutter.ERROR);
  }

  /** The answer to {@code DLE EOT 3}: which error. */
  static int error(Sensors s) {
    return ALWAYS | bit(0x08, s.cutter() == Cutter.ERROR);
  }

  /** The answer to {@code DLE EOT 4}: the paper sensors. */
  static int paper(Sensors s) {
    return ALWAYS | bit(0x0C, s.paper() != Paper.OK) | bit(0x60, s.paper() == Paper.OUT);
  }

  /** The answer to {@code GS r 1}: the paper sensors. */
  static int paperInBand(Sensors s) {
    return bit(0x03, s.paper() != Paper.OK) | bit(0x0C, s.paper() == Paper.OUT);
  }

  /** The four bytes of automatic status back. */
  static byte[] automatic(Sensors s) {
    return new byte[] {
      (byte) (ASB_ALWAYS | bit(0x08, s.offline()) | bit(0x20, s.cover() == Cover.OPEN)),
      (byte) bit(0x08, s.cutter() == Cutter.ERROR),
      (byte) paperInBand(s),
      0
    };
  }

  private static int bit(int mask, boolean set) {
    return set ? mask : 0;
  }
}
