package org.openhall.kiosk.desk;

import java.util.Optional;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.PagePrinter.PageOutcome;

/** What is known of a file that was to be printed; each becomes words on the screen. */
public sealed interface PageState {

  /** Nothing was asked for. */
  record Idle() implements PageState {}

  /** The file is read and checked; nothing is sent. */
  record Preparing() implements PageState {}

  /**
   * The printer is at work, or about to be.
   *
   * @param done pages that came out, as the printer says; empty until it took the file
   * @param holding what the printer waits for, e.g. paper
   */
  record Printing(Optional<Integer> done, int of, Optional<Detail> holding) implements PageState {}

  /** It has ended. */
  record Ended(PageOutcome outcome, int of) implements PageState {}

  /** The file on this terminal is not what its record names; nothing was sent. */
  record NotWhole() implements PageState {}

  /** Whether something is still to come. */
  default boolean underWay() {
    return this instanceof Preparing || this instanceof Printing;
  }
}
