package org.openhall.simulator.printer;

import com.google.zxing.common.BitMatrix;
import java.util.HexFormat;

/** Dots as a host sends them with {@code GS v 0}. */
final class RasterCommand {

  private RasterCommand() {}

  static String of(BitMatrix dots) {
    int across = (dots.getWidth() + 7) / 8;
    byte[] bytes = new byte[8 + across * dots.getHeight()];
    byte[] head = HexFormat.of().parseHex("1D763000");
    System.arraycopy(head, 0, bytes, 0, head.length);
    bytes[4] = (byte) across;
    bytes[6] = (byte) dots.getHeight();
    bytes[7] = (byte) (dots.getHeight() >> 8);
    for (int y = 0; y < dots.getHeight(); y++) {
      for (int x = 0; x < dots.getWidth(); x++) {
        if (dots.get(x, y)) {
          bytes[8 + y * across + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return HexFormat.of().formatHex(bytes);
  }
}
