package org.openhall.device.printer;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.openhall.device.Receipt;

/**
 * A receipt as ESC/POS bytes, from reset to cut, and last {@code GS r 1}: the printer answers that
 * only when it has worked through all before.
 */
final class ReceiptBytes {

  private static final byte ESC = 0x1B;
  private static final byte FS = 0x1C;
  private static final byte GS = 0x1D;

  private static final byte[] RESET = Commands.reset();
  // Off line, errors, paper; not the drawer.
  private static final byte[] AUTOMATIC_STATUS = {GS, 'a', 0x0E};
  private static final byte[] WIDE_ON = {FS, '&'};
  private static final byte[] WIDE_OFF = {FS, '.'};
  private static final byte[] FEED_AND_CUT = {GS, 'V', 66, 0};
  private static final byte[] FEED_TO_EDGE = {ESC, 'd', 5};

  /** {@code GS a 0}: say nothing unasked. It would mix with the answer to {@code GS r}. */
  static final byte[] NO_AUTOMATIC_STATUS = {GS, 'a', 0};

  /** {@code GS r 1}: answer the paper's status, in turn. */
  static final byte[] CONFIRM = {GS, 'r', 1};

  /**
   * {@code DLE DC4 8}, done at once, even off line: throw away what was received and not printed. A
   * printer that does not know it passes over each of its bytes.
   */
  static final byte[] FORGET = {0x10, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8};

  /** A receipt on which nothing stands. */
  static final byte[] EMPTY = {ESC, '@', GS, 'V', 66, 0, GS, 'r', 1};

  private static final Receipt VOID =
      new Receipt(
          List.of(
              new Receipt.Line.Rule(),
              new Receipt.Line.Text("以上未打完，作废。"),
              new Receipt.Line.Text("Not finished: void.")));

  private final Profile profile;
  private final LineRaster lineRaster;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private boolean wide;
  private boolean centred;
  private int size = 1;

  private ReceiptBytes(Profile profile, LineRaster lineRaster) {
    this.profile = profile;
    this.lineRaster = lineRaster;
  }

  /** Whether these bytes are a whole receipt. */
  static boolean isReceipt(byte[] bytes) {
    return bytes.length >= RESET.length
        && Arrays.equals(bytes, 0, RESET.length, RESET, 0, RESET.length);
  }

  static byte[] of(Receipt receipt, Profile profile, RasterFonts fonts) {
    ReceiptBytes bytes = new ReceiptBytes(profile, new LineRaster(profile, fonts));
    bytes.out.writeBytes(RESET);
    bytes.begin();
    new ReceiptLayout(profile, fonts).rows(receipt).forEach(bytes::row);
    bytes.end();
    return bytes.out.toByteArray();
  }

  /**
   * Makes sure that what a printer holds of a receipt that was cut off is neither printed nor goes
   * on in the next: throws it away, ends by NULs a command that was cut off, resets (which drops
   * the row being set), and cuts the paper; at the end asks twice, so that one late answer to what
   * was sent before cannot stand for both.
   *
   * @param said whether the piece says that it is void
   */
  static byte[] parting(Profile profile, RasterFonts fonts, boolean said) {
    ReceiptBytes bytes = new ReceiptBytes(profile, new LineRaster(profile, fonts));
    bytes.out.writeBytes(FORGET);
    bytes.out.writeBytes(new byte[Commands.longest(profile.dots())]);
    bytes.out.writeBytes(RESET);
    bytes.out.writeBytes(NO_AUTOMATIC_STATUS);
    bytes.out.writeBytes(profile.beginning());
    if (said) {
      new ReceiptLayout(profile, fonts).rows(VOID).forEach(bytes::row);
    }
    bytes.end();
    bytes.out.writeBytes(CONFIRM);
    return bytes.out.toByteArray();
  }

  private void begin() {
    boolean automatic = profile.equipment().automaticStatus();
    out.writeBytes(automatic ? AUTOMATIC_STATUS : NO_AUTOMATIC_STATUS);
    out.writeBytes(profile.beginning());
    if (profile.charset().kanjiMode()) {
      out.writeBytes(WIDE_OFF);
    }
  }

  private void end() {
    out.writeBytes(profile.equipment().cutter() ? FEED_AND_CUT : FEED_TO_EDGE);
    if (profile.equipment().automaticStatus()) {
      out.writeBytes(NO_AUTOMATIC_STATUS);
    }
    out.writeBytes(CONFIRM);
  }

  private void row(Row row) {
    switch (row) {
      case Row.Text text when profile.charset().hasAll(text.text()) -> text(text);
      case Row.Text text -> out.writeBytes(Commands.dots(lineRaster.draw(text)));
      case Row.Gap(int dots) -> out.writeBytes(new byte[] {ESC, 'J', (byte) dots});
      case Row.Feed(int rows) -> out.writeBytes(new byte[] {ESC, 'd', (byte) rows});
      case Row.Drawn(Raster raster) -> out.writeBytes(Commands.dots(raster));
    }
  }

  private void text(Row.Text row) {
    style(row.centred(), row.size());
    row.text().codePoints().forEach(this::character);
    wide(false);
    out.write('\n');
    style(false, 1);
  }

  private void character(int codePoint) {
    wide(!PrinterCharset.isNarrow(codePoint));
    out.writeBytes(profile.charset().bytes(codePoint));
  }

  private void wide(boolean on) {
    if (on != wide && profile.charset().kanjiMode()) {
      out.writeBytes(on ? WIDE_ON : WIDE_OFF);
      wide = on;
    }
  }

  private void style(boolean toCentre, int toSize) {
    if (toCentre != centred || toSize != size) {
      out.writeBytes(Commands.style(toCentre, toSize));
      centred = toCentre;
      size = toSize;
    }
  }
}
