package org.openhall.simulator.printer;

import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The QR code that {@code GS ( k} sets up, stores and prints; the stored bytes are kept as bytes.
 */
final class QrSymbol {

  private static final int QUIET_MODULES = 4;

  private int moduleDots = 3;
  private ErrorCorrectionLevel level = ErrorCorrectionLevel.L;
  private byte[] stored = new byte[0];

  void moduleSize(int dots) {
    moduleDots = Math.clamp(dots, 1, 16);
  }

  /** The level by the digit of the command, 48 to 51 for L, M, Q, H. */
  void level(int digit) {
    level =
        switch (digit) {
          case '1' -> ErrorCorrectionLevel.M;
          case '2' -> ErrorCorrectionLevel.Q;
          case '3' -> ErrorCorrectionLevel.H;
          default -> ErrorCorrectionLevel.L;
        };
  }

  void store(byte[] bytes) {
    stored = Arrays.copyOf(bytes, bytes.length);
  }

  /**
   * The dots, with a quiet zone.
   *
   * @throws WriterException when the stored bytes fit into no QR code of this level
   */
  BitMatrix dots() throws WriterException {
    String asBytes = new String(stored, StandardCharsets.ISO_8859_1);
    ByteMatrix modules = Encoder.encode(asBytes, level).getMatrix();
    int side = (modules.getWidth() + 2 * QUIET_MODULES) * moduleDots;
    BitMatrix dots = new BitMatrix(side);
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          int left = (x + QUIET_MODULES) * moduleDots;
          dots.setRegion(left, (y + QUIET_MODULES) * moduleDots, moduleDots, moduleDots);
        }
      }
    }
    return dots;
  }
}
