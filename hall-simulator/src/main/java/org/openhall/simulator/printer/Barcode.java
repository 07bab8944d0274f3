package org.openhall.simulator.printer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.util.Arrays;
import java.util.Optional;

/** The bars of {@code GS k}. */
final class Barcode {

  private static final int CODE_128 = 'I';

  private int height = 162;
  private int moduleDots = 3;
  private boolean withText;

  void height(int dots) {
    height = Math.max(1, dots);
  }

  void moduleSize(int dots) {
    moduleDots = Math.clamp(dots, 1, 6);
  }

  /** Whether the content is printed in digits too. */
  void withText(int n) {
    withText = n % '0' != 0;
  }

  boolean withText() {
    return withText;
  }

  /** What a barcode command carries, as characters. */
  static String content(Token token) {
    boolean counted = token.at(2) >= 'A';
    byte[] bytes = token.bytes();
    int end = counted ? bytes.length : bytes.length - 1;
    byte[] content = Arrays.copyOfRange(bytes, counted ? 4 : 3, end);
    return token.at(2) == CODE_128 ? code128(content) : new String(content, US_ASCII);
  }

  /** A brace and A, B or C choose a set of characters; a byte of C is two digits. */
  private static String code128(byte[] content) {
    StringBuilder text = new StringBuilder();
    boolean pairs = false;
    for (int i = 0; i < content.length; i++) {
      if (content[i] == '{' && i + 1 < content.length) {
        i++;
        pairs = content[i] == 'C';
        text.append(content[i] == '{' ? "{" : "");
      } else {
        text.append(pairs ? String.format("%02d", content[i]) : (char) content[i]);
      }
    }
    return text.toString();
  }

  /**
   * The bars.
   *
   * @return empty for a system that is not drawn
   * @throws WriterException when the content cannot stand in this system
   */
  Optional<BitMatrix> dots(Token token) throws WriterException {
    Optional<BarcodeFormat> format = format(token.at(2));
    if (format.isEmpty()) {
      return Optional.empty();
    }
    try {
      BitMatrix narrow = new MultiFormatWriter().encode(content(token), format.get(), 1, height);
      return Optional.of(widened(narrow));
    } catch (IllegalArgumentException e) {
      throw new WriterException(e);
    }
  }

  private BitMatrix widened(BitMatrix narrow) {
    BitMatrix dots = new BitMatrix(narrow.getWidth() * moduleDots, height);
    for (int x = 0; x < narrow.getWidth(); x++) {
      if (narrow.get(x, 0)) {
        dots.setRegion(x * moduleDots, 0, moduleDots, height);
      }
    }
    return dots;
  }

  private static Optional<BarcodeFormat> format(int system) {
    return switch (system) {
      case 0, 'A' -> Optional.of(BarcodeFormat.UPC_A);
      case 2, 'C' -> Optional.of(BarcodeFormat.EAN_13);
      case 3, 'D' -> Optional.of(BarcodeFormat.EAN_8);
      case 4, 'E' -> Optional.of(BarcodeFormat.CODE_39);
      case 5, 'F' -> Optional.of(BarcodeFormat.ITF);
      case 6, 'G' -> Optional.of(BarcodeFormat.CODABAR);
      case 'H' -> Optional.of(BarcodeFormat.CODE_93);
      case 'I' -> Optional.of(BarcodeFormat.CODE_128);
      default -> Optional.empty();
    };
  }
}
