package org.openhall.simulator.printer;

import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts what is not text on the paper: raster images, barcodes, QR codes. */
final class SymbolPress {

  private static final int QR = '1';

  private final PaperStrip strip;
  private final Consumer<String> errors;
  private final QrSymbol qr = new QrSymbol();
  private final Barcode barcode = new Barcode();

  SymbolPress(PaperStrip strip, Consumer<String> errors) {
    this.strip = strip;
    this.errors = errors;
  }

  /** Carries out a command of the symbol group. */
  void apply(Token token, Settings settings) {
    switch (token.op()) {
      case BARCODE_HEIGHT -> barcode.height(token.n());
      case BARCODE_MODULE -> barcode.moduleSize(token.n());
      case BARCODE_TEXT -> barcode.withText(token.n());
      case BARCODE -> printBarcode(token, settings);
      default -> raster(token, settings);
    }
  }

  /** {@code GS ( k pL pH cn fn …}: QR codes (cn 49); other kinds are skipped by their length. */
  void twoDimensional(Token token, Settings settings) {
    byte[] bytes = token.bytes();
    if (bytes.length < 7 || bytes[5] != QR) {
      errors.accept("not emulated: GS ( k for another symbol than QR, " + token.described());
      return;
    }
    int last = token.at(bytes.length - 1);
    switch (bytes[6]) {
      case 'A' -> {} // the model: all are drawn as model 2
      case 'C' -> qr.moduleSize(last);
      case 'E' -> qr.level(last);
      case 'P' -> qr.store(Arrays.copyOfRange(bytes, Math.min(8, bytes.length), bytes.length));
      case 'Q' -> printQr(token, settings);
      default -> errors.accept("unknown QR function, " + token.described());
    }
  }

  private void printQr(Token token, Settings settings) {
    try {
      print(qr.dots(), "[QR]", token, settings);
    } catch (WriterException e) {
      errors.accept("a QR code cannot be made, " + token.described() + ": " + e.getMessage());
    }
  }

  private void printBarcode(Token token, Settings settings) {
    try {
      Optional<BitMatrix> bars = barcode.dots(token);
      if (bars.isEmpty()) {
        errors.accept("not emulated: this barcode system, " + token.described());
        return;
      }
      print(bars.get(), "[barcode]", token, settings);
      if (barcode.withText()) {
        Barcode.content(token).chars().forEach(c -> strip.set(settings.latin(c), settings));
        strip.endLine(settings);
      }
    } catch (WriterException e) {
      errors.accept("a barcode cannot be made, " + token.described() + ": " + e.getMessage());
    }
  }

  /** {@code GS v 0 m}: m says whether each dot is doubled across, along or both. */
  private void raster(Token token, Settings settings) {
    int bytesAcross = (int) Extent.number(token.bytes(), 4, 2);
    int rows = (int) Extent.number(token.bytes(), 6, 2);
    if (bytesAcross == 0 || rows == 0) {
      errors.accept("a raster image without dots, " + token.described());
      return;
    }
    int across = (token.at(3) & 1) + 1;
    int along = ((token.at(3) >> 1) & 1) + 1;
    BitMatrix dots = new BitMatrix(bytesAcross * 8 * across, rows * along);
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < bytesAcross * 8; x++) {
        if ((token.at(8 + y * bytesAcross + x / 8) & (0x80 >> (x % 8))) != 0) {
          dots.setRegion(x * across, y * along, across, along);
        }
      }
    }
    print(dots, PaperItem.Dots.IMAGE, token, settings);
  }

  private void print(BitMatrix dots, String text, Token token, Settings settings) {
    if (dots.getHeight() > PaperStrip.LONGEST) {
      errors.accept(text + " is longer than two metres, " + token.described());
      return;
    }
    if (dots.getWidth() > strip.width()) {
      errors.accept(
          text
              + " is "
              + dots.getWidth()
              + " dots wide on paper of "
              + strip.width()
              + ", "
              + token.described());
    }
    strip.add(
        new PaperItem.Dots(dots, settings.align(), settings.area(strip.width()), text), settings);
  }
}
