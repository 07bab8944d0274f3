package org.openhall.kiosk.screen.receipt;

import org.openhall.device.DeviceHealth;
import org.openhall.kiosk.desk.PrintState;
import org.openhall.kiosk.shell.Messages;

/** What a citizen is told of a print, and what to do about it. */
public final class PrintWords {
  private PrintWords() {}

  /** A sentence or two for the state; empty where nothing was asked for. */
  public static String of(PrintState state, Messages words) {
    return switch (state) {
      case PrintState.Idle _ -> "";
      case PrintState.Printing _ -> words.text("print.printing");
      case PrintState.Printed _ -> words.text("print.printed");
      case PrintState.NotPrinted(DeviceHealth.Detail reason) ->
          words.text("print.failed") + reason(reason, words);
      case PrintState.Unknown(DeviceHealth.Detail reason) ->
          words.text("print.unknown") + reason(reason, words);
      case PrintState.NoPrinter _ -> words.text("print.none");
      case PrintState.Busy _ -> words.text("print.busy");
    };
  }

  private static String reason(DeviceHealth.Detail reason, Messages words) {
    return words.text("print.reason." + reason.name());
  }
}
