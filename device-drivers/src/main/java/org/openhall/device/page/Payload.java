package org.openhall.device.page;

import java.util.Optional;
import java.util.OptionalInt;
import org.openhall.device.PageDocument;
import org.openhall.device.PageDocument.Sheet;
import org.openhall.device.PagePrinter.Refusal;
import org.openhall.device.transport.CommandCancelledException;
import org.openhall.device.transport.CommandRun;

/**
 * A document in a form that a printer takes: PDF as it is, else a PDF of drawn pages, else drawn
 * pages as PWG Raster. Made whole before anything is sent.
 */
final class Payload {

  /** Drawn documents above this are refused, as they are held in memory: 16 MiB. */
  private static final int LARGEST_DRAWN = 16 << 20;

  private static final int PDF_DOTS = 300;
  private static final double INCHES_WIDE = 210 / 25.4;
  private static final double INCHES_HIGH = 297 / 25.4;

  private final String format;
  private final byte[] bytes;

  private Payload(String format, byte[] bytes) {
    this.format = format;
    this.bytes = bytes;
  }

  /** Its media type. */
  String format() {
    return format;
  }

  byte[] bytes() {
    return bytes;
  }

  static Payload of(PageDocument document, Offer offer, boolean twoSided, CommandRun run)
      throws NotTakenException, CommandCancelledException {
    Payload payload = made(document, offer, twoSided, run);
    if (!offer.takesBytes(payload.bytes.length)) {
      throw new NotTakenException(Refusal.TOO_LARGE, payload.bytes.length + " bytes");
    }
    return payload;
  }

  private static Payload made(PageDocument document, Offer offer, boolean twoSided, CommandRun run)
      throws NotTakenException, CommandCancelledException {
    Optional<byte[]> pdf = document.pdf();
    if (offer.takesPdf()) {
      return new Payload(Offer.PDF, pdf.isPresent() ? pdf.get() : drawnPdf(document, run));
    }
    OptionalInt dots = offer.rasterDots();
    if (dots.isEmpty()) {
      throw new NotTakenException(Refusal.FORMAT, "no PDF, no PWG Raster in grey");
    }
    boolean both = twoSided && offer.plainBacks();
    return new Payload(Offer.RASTER, raster(document, dots.getAsInt(), both, run));
  }

  private static byte[] drawnPdf(PageDocument document, CommandRun run)
      throws NotTakenException, CommandCancelledException {
    PicturePdf drawn = new PicturePdf(document.pages());
    for (int page = 0; page < document.pages(); page++) {
      drawn.add(sheet(document, page, PDF_DOTS, run));
      requireRoom(drawn.length());
    }
    return drawn.bytes();
  }

  private static byte[] raster(PageDocument document, int dots, boolean twoSided, CommandRun run)
      throws NotTakenException, CommandCancelledException {
    PwgRaster drawn = new PwgRaster(document.pages(), dots, twoSided);
    for (int page = 0; page < document.pages(); page++) {
      drawn.add(sheet(document, page, dots, run));
      requireRoom(drawn.length());
    }
    return drawn.bytes();
  }

  private static Sheet sheet(PageDocument document, int page, int dots, CommandRun run)
      throws NotTakenException, CommandCancelledException {
    run.requireWanted();
    int width = (int) Math.round(INCHES_WIDE * dots);
    int height = (int) Math.round(INCHES_HIGH * dots);
    Sheet sheet =
        document
            .draw(page, width, height)
            .orElseThrow(() -> new NotTakenException(Refusal.UNREADABLE, "page " + (page + 1)));
    return sheet;
  }

  private static void requireRoom(int length) throws NotTakenException {
    if (length > LARGEST_DRAWN) {
      throw new NotTakenException(Refusal.TOO_LARGE, "more than " + LARGEST_DRAWN + " bytes drawn");
    }
  }
}
