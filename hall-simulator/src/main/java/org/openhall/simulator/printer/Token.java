package org.openhall.simulator.printer;

import java.util.HexFormat;

/**
 * A command, or a run of text, as it came.
 *
 * @param bytes all of it, the prefix included
 * @param offset of its first byte in what has come since the printer started
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared or changed
record Token(Op op, byte[] bytes, long offset) {

  /** The parameter behind a prefix of two bytes, from 0 to 255. */
  int n() {
    return at(2);
  }

  /** The byte at a position, from 0 to 255. */
  int at(int position) {
    return bytes[position] & 0xFF;
  }

  /** Its first bytes and its place, for a message. */
  String described() {
    HexFormat hex = HexFormat.ofDelimiter(" ").withUpperCase();
    String head = hex.formatHex(bytes, 0, Math.min(bytes.length, 4));
    return head + (bytes.length > 4 ? " …" : "") + " at byte " + offset;
  }
}
