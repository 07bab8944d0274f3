package org.openhall.device.pcsc;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.TerminalFactory;

/** What cases of this provider do again and again. */
final class Ours {

  static final CommandAPDU READ = new CommandAPDU(0x00, 0xB0, 0x00, 0x00, 2);

  /** A card that answers every command with two bytes and success. */
  static final VirtualCard.Chip WELL = _ -> VirtualCard.bytes("11 22 90 00");

  private Ours() {}

  static CardTerminals terminals() throws Exception {
    return TerminalFactory.getInstance("PC/SC", null, new PcscProvider()).terminals();
  }

  static CardTerminals terminals(Duration answerWithin, Duration outage) throws Exception {
    PcscOptions options = new PcscOptions(answerWithin, outage);
    return TerminalFactory.getInstance("PC/SC", options, new PcscProvider()).terminals();
  }

  /** The reader of a slot of the first pair, as soon as it is listed. */
  static CardTerminal reader(CardTerminals terminals, int slot) throws Exception {
    Until.so("the readers are listed", () -> terminals.list().size() > slot);
    return terminals.list().get(slot);
  }

  static ReturnCode codeOf(CardException e) {
    return assertInstanceOf(PcscException.class, e.getCause()).code();
  }

  /** Something on a thread of its own, and what it came to. */
  static final class Beside {
    private final Thread thread;
    private final CompletableFuture<Object> outcome = new CompletableFuture<>();

    interface Action {
      Object run() throws Exception;
    }

    Beside(Action action) {
      thread =
          Thread.ofPlatform()
              .daemon(true)
              .start(() -> {
                try {
                  outcome.complete(action.run());
                } catch (Exception e) {
                  outcome.complete(e);
                }
              });
    }

    /** Waits until the thread waits for the resource manager. */
    void awaitWaiting() throws Exception {
      Until.so(
          "the thread waits",
          () ->
              thread.getState() == Thread.State.WAITING
                  || thread.getState() == Thread.State.TIMED_WAITING);
    }

    void interrupt() {
      thread.interrupt();
    }

    boolean ended() {
      return outcome.isDone();
    }

    Object outcome() throws Exception {
      return outcome.get(60, TimeUnit.SECONDS);
    }
  }
}
