package org.openhall.device;

/** Prints receipts on continuous paper. */
public interface ReceiptPrinter extends Device {

  /** Its kind in {@link Capabilities}. */
  String KIND = "receipt-printer";

  /** Fact: narrow characters to a line. */
  String COLUMNS = "paper.columns";

  /** Fact: printable dots across the paper, at 203 to the inch. */
  String DOTS = "paper.dots";

  /** Counter: receipts of which a byte was sent. */
  String RECEIPTS_SENT = "receipts-sent";

  /** Counter: receipts that the printer confirmed. */
  String RECEIPTS_PRINTED = "receipts-printed";

  /** Counter: millimetres of paper for confirmed receipts. */
  String PAPER_MILLIMETRES = "paper-millimetres";

  /** Prints one receipt, once. Never tried again by the driver. */
  DeviceCommand<PrintOutcome> print(Receipt receipt);

  /**
   * How much paper a receipt would take, in millimetres: laid out as it would be printed, on the
   * calling thread. Nothing is sent.
   */
  int millimetres(Receipt receipt);

  /** How a print ended. */
  sealed interface PrintOutcome {
    /** The printer itself confirmed, after the last byte, that it processed the job. */
    record Printed() implements PrintOutcome {}

    /** Nothing was printed, for a reason known before the first byte was sent. */
    record NotPrinted(DeviceHealth.Detail reason) implements PrintOutcome {}

    /** Bytes were sent and no confirmation came: paper may or may not have left the printer. */
    record Unknown(DeviceHealth.Detail reason) implements PrintOutcome {}

    /** The caller ended it before the first byte was sent. */
    record Cancelled() implements PrintOutcome {}
  }
}
