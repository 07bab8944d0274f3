package org.openhall.device.idcard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;

/** The number of a security module (SAM_V), e.g. {@code 05.03-20160613-000012345-0123456789}. */
final class SamNumber {

  private static final int LENGTH = 16;

  private SamNumber() {}

  /** From 16 bytes, low byte first: 2 and 2, then three of 4; empty for any other length. */
  static Optional<String> of(byte[] data) {
    if (data.length != LENGTH) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%02d.%02d-%08d-%09d-%010d",
            Short.toUnsignedInt(bytes.getShort()),
            Short.toUnsignedInt(bytes.getShort()),
            Integer.toUnsignedLong(bytes.getInt()),
            Integer.toUnsignedLong(bytes.getInt()),
            Integer.toUnsignedLong(bytes.getInt())));
  }
}
