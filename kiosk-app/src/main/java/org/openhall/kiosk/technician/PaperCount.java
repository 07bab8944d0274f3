package org.openhall.kiosk.technician;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.openhall.device.Counters;
import org.openhall.device.ReceiptPrinter;
import org.openhall.link.JsonFile;

/**
 * What the receipt printer had counted when its paper was last changed.
 *
 * @param at by the terminal's clock
 */
record PaperCount(Instant at, long receipts, long millimetres) {

  private static JsonFile<PaperCount> file(Path data) {
    return new JsonFile<>(data.resolve("status"), "paper.json", PaperCount.class);
  }

  static Optional<PaperCount> read(Path data) throws IOException {
    return file(data).read();
  }

  /** New paper was put in now. */
  static void keep(Path data, Counters counted, Instant now) throws IOException {
    file(data)
        .write(
            new PaperCount(
                now,
                counted.of(ReceiptPrinter.RECEIPTS_PRINTED),
                counted.of(ReceiptPrinter.PAPER_MILLIMETRES)));
  }

  /** Receipts since then, and millimetres of paper. */
  PaperCount since(Counters counted) {
    return new PaperCount(
        at,
        Math.max(0, counted.of(ReceiptPrinter.RECEIPTS_PRINTED) - receipts),
        Math.max(0, counted.of(ReceiptPrinter.PAPER_MILLIMETRES) - millimetres));
  }
}
