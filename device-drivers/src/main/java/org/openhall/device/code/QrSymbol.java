package org.openhall.device.code;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/**
 * A QR code of a text's UTF-8 bytes, said to be UTF-8 by ECI 26 (ISO/IEC 18004): without it a
 * reader may take the bytes for Latin. As small as the text lets it be, without its quiet zone.
 */
public final class QrSymbol {

  /** Light modules that must surround a symbol, on each side. */
  public static final int QUIET_MODULES = 4;

  /** How much of a symbol may be spoiled. */
  public enum Correction {
    /** 7 %, for lit screens: nothing on them is crumpled or stained. */
    LOW(ErrorCorrectionLevel.L),
    /** 15 %, for paper. */
    MEDIUM(ErrorCorrectionLevel.M);

    private final ErrorCorrectionLevel level;

    Correction(ErrorCorrectionLevel level) {
      this.level = level;
    }
  }

  private final ByteMatrix modules;

  private QrSymbol(ByteMatrix modules) {
    this.modules = modules;
  }

  /**
   * Encodes a text.
   *
   * @throws IllegalArgumentException if it is empty or longer than any symbol holds (2,953 bytes at
   *     the low correction)
   */
  public static QrSymbol of(String text, Correction correction) {
    try {
      Map<EncodeHintType, String> utf8 = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
      return new QrSymbol(Encoder.encode(text, correction.level, utf8).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("this text makes no QR code", e);
    }
  }

  /** Modules of a side, 21 to 177. */
  public int side() {
    return modules.getWidth();
  }

  /** Whether a module is dark; column and row from 0. */
  public boolean dark(int column, int row) {
    return modules.get(column, row) == 1;
  }
}
