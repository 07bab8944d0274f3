package org.openhall.kiosk.desk;

import org.openhall.device.DeviceHealth;
import org.openhall.device.ReceiptPrinter.PrintOutcome;

/** What is known of a print that was asked for; each becomes words on the screen. */
public sealed interface PrintState {

  /** Nothing was asked for. */
  record Idle() implements PrintState {}

  /** The printer is at work. */
  record Printing() implements PrintState {}

  /** The printer itself confirmed it. */
  record Printed() implements PrintState {}

  /** Nothing was printed. */
  record NotPrinted(DeviceHealth.Detail reason) implements PrintState {}

  /** Sent, but never confirmed: paper may or may not have come out. */
  record Unknown(DeviceHealth.Detail reason) implements PrintState {}

  /** This terminal has no receipt printer. */
  record NoPrinter() implements PrintState {}

  /** Another print is still under way; nothing was sent. */
  record Busy() implements PrintState {}

  /** What the end of a print means; only the printer's own word makes it printed. */
  static PrintState of(PrintOutcome outcome) {
    return switch (outcome) {
      case PrintOutcome.Printed _ -> new Printed();
      case PrintOutcome.NotPrinted(DeviceHealth.Detail reason) -> new NotPrinted(reason);
      case PrintOutcome.Unknown(DeviceHealth.Detail reason) -> new Unknown(reason);
      case PrintOutcome.Cancelled _ -> new Idle();
    };
  }
}
