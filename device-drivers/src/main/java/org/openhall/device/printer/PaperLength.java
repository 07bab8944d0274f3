package org.openhall.device.printer;

import org.openhall.device.Receipt;

/** How much paper a receipt takes, by the same layout and the same pictures that print it. */
final class PaperLength {

  private static final int DOTS_PER_MILLIMETRE = 8;

  /** The line spacing that a printer has after {@code ESC @}, dots. */
  private static final int LINE_DOTS = 30;

  /** From the last row to the knife, dots; about what {@code GS V 66 0} feeds. */
  private static final int CUT_DOTS = 104;

  private final Profile profile;
  private final LineRaster lineRaster;

  private PaperLength(Profile profile, RasterFonts fonts) {
    this.profile = profile;
    lineRaster = new LineRaster(profile, fonts);
  }

  /** Millimetres, rounded up. */
  static int millimetres(Receipt receipt, Profile profile, RasterFonts fonts) {
    PaperLength length = new PaperLength(profile, fonts);
    int dots =
        new ReceiptLayout(profile, fonts).rows(receipt).stream().mapToInt(length::dots).sum();
    return Math.ceilDiv(dots + CUT_DOTS, DOTS_PER_MILLIMETRE);
  }

  private int dots(Row row) {
    return switch (row) {
      case Row.Text text when profile.charset().hasAll(text.text()) ->
          Math.max(LINE_DOTS, Profile.CHARACTER_DOTS * text.size());
      case Row.Text text -> lineRaster.draw(text).height();
      case Row.Gap(int dots) -> dots;
      case Row.Feed(int rows) -> rows * LINE_DOTS;
      case Row.Drawn(Raster raster) -> raster.height();
    };
  }
}
