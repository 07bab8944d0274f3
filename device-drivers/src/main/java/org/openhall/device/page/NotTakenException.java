package org.openhall.device.page;

import org.openhall.device.PagePrinter.PageOutcome;
import org.openhall.device.PagePrinter.Refusal;

/** Ends a print before a byte of the document was sent, or where the printer refused it. */
final class NotTakenException extends Exception {

  private final transient PageOutcome outcome;

  NotTakenException(PageOutcome outcome) {
    super(outcome.toString(), null, false, false);
    this.outcome = outcome;
  }

  NotTakenException(Refusal why, String code) {
    this(new PageOutcome.Refused(why, code));
  }

  PageOutcome outcome() {
    return outcome;
  }
}
