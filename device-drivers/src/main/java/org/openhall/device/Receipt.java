package org.openhall.device;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/**
 * A receipt as the terminal means it; how it becomes bytes is the driver's business.
 *
 * @param lines from top to bottom; the paper is cut after the last
 */
public record Receipt(List<Line> lines) {

  /** The most blank lines of a feed. */
  public static final int MOST_BLANK_LINES = 8;

  /** The most UTF-8 bytes of a QR code. */
  public static final int MOST_QR_BYTES = 1_200;

  public Receipt {
    lines = List.copyOf(lines);
  }

  /** The most characters of a barcode. */
  public static final int MOST_BARCODE_CHARACTERS = 32;

  /** The most dots of a picture's side. */
  public static final int MOST_PICTURE_DOTS = 2_000;

  /** A line of a receipt. */
  public sealed interface Line {
    /** Large, centred. */
    record Heading(String text) implements Line {}

    /** Running text, wrapped by display width. */
    record Text(String text) implements Line {}

    /** A label at the left and its value at the right; wraps under the label when too wide. */
    record Pair(String label, String value) implements Line {}

    /** A rule across the paper. */
    record Rule() implements Line {}

    /** Blank lines, 1 to 8. */
    record Feed(int lines) implements Line {
      public Feed {
        if (lines < 1 || lines > MOST_BLANK_LINES) {
          throw new IllegalArgumentException("a feed has 1 to 8 lines, not " + lines);
        }
      }
    }

    /** A QR code of the text's UTF-8 bytes, centred; at most 1,200 bytes. */
    record Qr(String text) implements Line {
      public Qr {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > MOST_QR_BYTES) {
          throw new IllegalArgumentException("a QR code holds 1 to 1,200 bytes, not " + bytes);
        }
      }
    }

    /** A barcode (Code 128) of 1 to 32 ASCII characters, centred, with the characters under it. */
    record Barcode(String text) implements Line {
      public Barcode {
        if (!text.matches("[ -~]{1," + MOST_BARCODE_CHARACTERS + "}")) {
          throw new IllegalArgumentException("a barcode holds 1 to 32 ASCII characters: " + text);
        }
      }
    }

    /**
     * A picture in black and white, such as a hall's sign, centred; made smaller where the paper is
     * narrower.
     *
     * @param width dots, 1 to 2,000
     * @param height dots, 1 to 2,000
     * @param dots which are black, row by row from the top left: y × width + x
     */
    record Picture(int width, int height, BitSet dots) implements Line {
      public Picture {
        if (Math.min(width, height) < 1 || Math.max(width, height) > MOST_PICTURE_DOTS) {
          throw new IllegalArgumentException("a picture of " + width + " by " + height + " dots");
        }
        dots = (BitSet) dots.clone();
      }

      /** Whether a dot is black; outside the picture none is. */
      public boolean black(int x, int y) {
        return x >= 0 && x < width && y >= 0 && y < height && dots.get(y * width + x);
      }

      @Override
      public BitSet dots() {
        return (BitSet) dots.clone();
      }
    }
  }
}
