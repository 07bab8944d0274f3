package org.openhall.simulator.printer;

import java.util.List;

/**
 * The printer's state at one moment.
 *
 * @param offline whether print data is held back
 * @param lineCut whether the line is cut
 * @param connected whether a host is connected
 * @param heldBytes print data that waits until the printer is ready again
 * @param pendingItems pieces that hang out of the printer, not cut off
 * @param errors the latest commands that could not be carried out, in words
 */
public record PrinterStatus(
    Paper paper,
    Cover cover,
    Cutter cutter,
    Switch position,
    boolean offline,
    boolean lineCut,
    boolean connected,
    long heldBytes,
    int pendingItems,
    List<String> errors) {

  public PrinterStatus {
    errors = List.copyOf(errors);
  }
}
