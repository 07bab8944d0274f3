package org.openhall.device.page;

import java.nio.ByteBuffer;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.transport.DeviceFaultException;

/**
 * Looks at the shape of an answer (RFC 8010 §3.1) before the library reads it: that every length
 * stays within the message, that it has an end, and that collections are not nested without end. An
 * answer comes from a device on a network, and may be anything.
 */
final class AnswerShape {

  private static final int HEADER = 8;
  private static final int NO_TAG = 0x00;
  private static final int END = 0x03;
  private static final int FIRST_VALUE_TAG = 0x10;
  private static final int BEGIN_COLLECTION = 0x34;
  private static final int TEXT_WITH_LANGUAGE = 0x35;
  private static final int NAME_WITH_LANGUAGE = 0x36;
  private static final int END_COLLECTION = 0x37;
  private static final int DEEPEST = 8;

  /** Lengths are 15 bits long: SIGNED-SHORT (RFC 8010 §3.2). */
  private static final int LONGEST = 0x7fff;

  private AnswerShape() {}

  static void require(byte[] answer) throws DeviceFaultException {
    ByteBuffer rest = ByteBuffer.wrap(answer);
    if (rest.remaining() < HEADER) {
      throw bad("ends within its header");
    }
    rest.position(HEADER);
    int depth = 0;
    while (rest.hasRemaining()) {
      int tag = rest.get() & 0xff;
      if (tag == END) {
        return;
      }
      if (tag == NO_TAG) {
        throw bad("has a tag that is none"); // the library would take it for a value's
      }
      if (tag >= FIRST_VALUE_TAG) {
        depth = within(depth, tag);
        skip(rest);
        value(tag, rest);
      }
    }
    throw bad("has no end");
  }

  private static int within(int depth, int tag) throws DeviceFaultException {
    int now = depth + (tag == BEGIN_COLLECTION ? 1 : 0) - (tag == END_COLLECTION ? 1 : 0);
    if (now > DEEPEST) {
      throw bad("has collections within collections without end");
    }
    return now;
  }

  private static void value(int tag, ByteBuffer rest) throws DeviceFaultException {
    ByteBuffer value = skip(rest);
    if (tag == TEXT_WITH_LANGUAGE || tag == NAME_WITH_LANGUAGE) {
      skip(value);
      skip(value);
      if (value.hasRemaining()) {
        throw bad("has a text of two lengths"); // the library goes by those within
      }
    }
  }

  /** Goes past a length and what has it, which is given back. */
  private static ByteBuffer skip(ByteBuffer rest) throws DeviceFaultException {
    int length = rest.remaining() < 2 ? LONGEST + 1 : rest.getShort() & 0xffff;
    if (length > LONGEST || length > rest.remaining()) {
      throw bad("has a length that leads out of it");
    }
    ByteBuffer skipped = rest.slice(rest.position(), length);
    rest.position(rest.position() + length);
    return skipped;
  }

  private static DeviceFaultException bad(String what) {
    return new DeviceFaultException(Detail.BAD_ANSWER, "the printer's answer " + what);
  }
}
