package org.openhall.device.page;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.openhall.device.PageDocument.Sheet;

/** Grey pages as PWG Raster (PWG 5102.4), which IPP Everywhere asks of every printer. */
final class PwgRaster {

  private static final byte[] SYNC = "RaS2".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = 1796;
  private static final int DUPLEX = 272;
  private static final int RESOLUTION = 276;
  private static final int COPIES = 340;
  private static final int PAGE_SIZE = 352;
  private static final int WIDTH = 372;
  private static final int HEIGHT = 376;
  private static final int BITS_PER_COLOUR = 384;
  private static final int BITS_PER_PIXEL = 388;
  private static final int BYTES_PER_LINE = 392;
  private static final int COLOUR_SPACE = 400;
  private static final int COLOURS = 420;
  private static final int PAGE_COUNT = 452;
  private static final int CROSS_FEED = 456;
  private static final int FEED = 460;
  private static final int PAGE_NAME = 1732;

  /** CUPS_CSPACE_SW: grey with the gamma of sRGB. */
  private static final int SGREY = 18;

  /** A4 in points. */
  private static final int POINTS_WIDE = 595;

  private static final int POINTS_HIGH = 842;

  /** The most lines or dots that one count can say. */
  private static final int MOST_LINES = 256;

  private static final int MOST_DOTS = 128;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int pages;
  private final int dots;
  private final boolean twoSided;

  /**
   * Begins a document.
   *
   * @param dots to the inch
   */
  PwgRaster(int pages, int dots, boolean twoSided) {
    this.pages = pages;
    this.dots = dots;
    this.twoSided = twoSided;
    bytes.writeBytes(SYNC);
  }

  /** How long the document is so far. */
  int length() {
    return bytes.size();
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  void add(Sheet sheet) {
    bytes.writeBytes(header(sheet));
    int row = 0;
    while (row < sheet.height()) {
      int same = 1;
      while (row + same < sheet.height() && same < MOST_LINES && same(sheet, row, row + same)) {
        same++;
      }
      bytes.write(same - 1);
      line(sheet.grey(), row * sheet.width(), (row + 1) * sheet.width());
      row += same;
    }
  }

  private static boolean same(Sheet sheet, int row, int other) {
    int width = sheet.width();
    return Arrays.equals(
        sheet.grey(),
        row * width,
        (row + 1) * width,
        sheet.grey(),
        other * width,
        (other + 1) * width);
  }

  /** Runs of the same dot as count and dot, others as a negative count and the dots. */
  private void line(byte[] grey, int from, int end) {
    int at = from;
    while (at < end) {
      int run = run(grey, at, end);
      if (run > 1 || at + 1 == end) {
        bytes.write(run - 1);
        bytes.write(grey[at]);
        at += run;
      } else {
        int plain = plain(grey, at, end);
        bytes.write(plain == 1 ? 0 : 257 - plain);
        bytes.write(grey, at, plain);
        at += plain;
      }
    }
  }

  private static int run(byte[] grey, int at, int end) {
    int length = 1;
    while (at + length < end && length < MOST_DOTS && grey[at + length] == grey[at]) {
      length++;
    }
    return length;
  }

  private static int plain(byte[] grey, int at, int end) {
    int length = 1;
    while (at + length < end && length < MOST_DOTS && run(grey, at + length, end) == 1) {
      length++;
    }
    return length;
  }

  private byte[] header(Sheet sheet) {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    header.put(0, "PwgRaster".getBytes(StandardCharsets.US_ASCII));
    header.putInt(DUPLEX, twoSided ? 1 : 0);
    header.putInt(RESOLUTION, dots).putInt(RESOLUTION + 4, dots);
    header.putInt(COPIES, 1);
    header.putInt(PAGE_SIZE, POINTS_WIDE).putInt(PAGE_SIZE + 4, POINTS_HIGH);
    header.putInt(WIDTH, sheet.width()).putInt(HEIGHT, sheet.height());
    header.putInt(BITS_PER_COLOUR, 8).putInt(BITS_PER_PIXEL, 8);
    header.putInt(BYTES_PER_LINE, sheet.width());
    header.putInt(COLOUR_SPACE, SGREY).putInt(COLOURS, 1);
    header.putInt(PAGE_COUNT, pages);
    header.putInt(CROSS_FEED, 1).putInt(FEED, 1);
    header.put(PAGE_NAME, Offer.A4.getBytes(StandardCharsets.US_ASCII));
    return header.array();
  }
}
