package org.openhall.simulator;

import java.util.concurrent.TimeUnit;
import org.openhall.simulator.control.Answer;
import org.openhall.simulator.control.CommandParser;
import org.openhall.simulator.control.Condition;
import org.openhall.simulator.printer.PrinterStatus;

/** Waits until the devices are as somebody wants them; woken by each of their changes. */
final class Waiting {

  private final Simulator devices;
  private long changes;
  private int told;

  Waiting(Simulator devices) {
    this.devices = devices;
  }

  /** Something has changed. */
  synchronized void changed() {
    changes++;
    notifyAll();
  }

  /** The latest slip has been shown to somebody. */
  synchronized void told(int slip) {
    told = Math.max(told, slip);
  }

  /** Waits; of a slip, the answer is what stands on it. */
  Answer until(Condition condition, int seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try {
      long seen = seen();
      while (!holds(condition)) {
        if (!awaitChange(seen, end)) {
          return Answer.refused(
              "Waited %d s in vain for %s. 'status' tells how the devices are."
                  .formatted(seconds, CommandParser.spelling(condition)));
        }
        seen = seen();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.refused("The devices are being stopped.");
    }
    return condition == Condition.SLIP
        ? devices.show()
        : Answer.done("It is so: " + CommandParser.spelling(condition));
  }

  private synchronized long seen() {
    return changes;
  }

  /** Waits for a change after the one that was seen; false when the time is over. */
  private synchronized boolean awaitChange(long seen, long end) throws InterruptedException {
    while (changes == seen) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  private boolean holds(Condition condition) {
    return switch (condition) {
      case CARD -> !noCard();
      case NO_CARD -> noCard();
      case CARD_READ -> cardsRead();
      case READER_SERVICE -> devices.slot().connected();
      case TERMINAL -> devices.printer().status().connected();
      case PRINTED -> printed(devices.printer().status());
      case SLIP -> slipIsNew();
    };
  }

  private boolean noCard() {
    return devices.idModule().card().isEmpty() && devices.slot().chip().isEmpty();
  }

  private boolean cardsRead() {
    boolean onModule = devices.idModule().card().isEmpty() || devices.idModule().cardWasRead();
    boolean inSlot = devices.slot().chip().isEmpty() || devices.slot().cardWasRead();
    return !noCard() && onModule && inSlot;
  }

  private static boolean printed(PrinterStatus status) {
    return !status.offline() && !status.lineCut() && status.heldBytes() == 0;
  }

  private synchronized boolean slipIsNew() {
    return devices.printer().latestSlip().filter(slip -> slip.number() > told).isPresent();
  }
}
