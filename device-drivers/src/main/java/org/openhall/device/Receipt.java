package org.openhall.device;

import java.nio.charset.StandardCharsets;
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
  }
}
