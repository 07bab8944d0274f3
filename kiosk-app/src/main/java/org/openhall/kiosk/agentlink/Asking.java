package org.openhall.kiosk.agentlink;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openhall.kiosk.agentlink.AskOutcome.Reason;
import org.openhall.kiosk.agentlink.AskOutcome.Where;
import org.openhall.link.envelope.Envelope;
import org.openhall.link.event.EventMessage;
import org.openhall.link.message.AgentMessage;
import org.openhall.link.message.KioskMessage;
import org.openhall.link.message.MessageLine;

/**
 * One question on its way. It is asked again and again until there is an answer or time is over;
 * agent and office may be started anew meanwhile, once the office has it.
 */
final class Asking {
  private final Path dataDir;
  private final VisitLine.Pace pace;
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private @Nullable MessageLine line; // under the lock of this object

  Asking(Path dataDir, VisitLine.Pace pace) {
    this.dataDir = dataDir;
    this.pace = pace;
  }

  /**
   * Asks until something is sure.
   *
   * @param open makes of an answer what it says
   */
  AskOutcome run(EventMessage question, Function<Envelope, AskOutcome> open) {
    byte[] message = new KioskMessage.Ask(question).toJson();
    long end = System.nanoTime() + pace.patience().toNanos();
    boolean isHandedIn = false;
    while (true) {
      AskOutcome said = once(message, Duration.ofNanos(end - System.nanoTime()), open);
      isHandedIn |= said instanceof AskOutcome.NotYet;
      boolean mayChange =
          said instanceof AskOutcome.NotYet || (isHandedIn && said instanceof AskOutcome.NoLine);
      if (!mayChange) {
        return said;
      }
      if (end - System.nanoTime() <= pace.pause().toNanos() || isCancelledWithin(pace.pause())) {
        return new AskOutcome.NotYet();
      }
    }
  }

  private AskOutcome once(byte[] message, Duration limit, Function<Envelope, AskOutcome> open) {
    try (MessageLine agent = call(limit)) {
      agent.send(message);
      return outcome(AgentMessage.read(agent.receive()), open);
    } catch (IOException e) {
      return new AskOutcome.NoLine(Where.AGENT);
    }
  }

  private MessageLine call(Duration limit) throws IOException {
    MessageLine called = MessageLine.connect(dataDir, limit);
    synchronized (this) {
      line = called;
    }
    if (isCancelled()) {
      called.close(); // whoever cancelled may have seen none
    }
    return called;
  }

  private static AskOutcome outcome(
      Optional<AgentMessage> said, Function<Envelope, AskOutcome> open) {
    return switch (said.orElse(null)) {
      case AgentMessage.Answered(Envelope envelope) -> open.apply(envelope);
      case AgentMessage.NotYet() -> new AskOutcome.NotYet();
      case AgentMessage.NoLine() -> new AskOutcome.NoLine(Where.OFFICE);
      case AgentMessage.Refused(var reason) ->
          new AskOutcome.Refused(
              reason == AgentMessage.Reason.LOCKED_OUT ? Reason.LOCKED_OUT : Reason.NOT_TAKEN);
      case null, default -> new AskOutcome.Refused(Reason.UNREADABLE);
    };
  }

  private boolean isCancelledWithin(Duration pause) {
    try {
      return cancelled.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  boolean isCancelled() {
    return cancelled.getCount() == 0;
  }

  /** Any thread may call it; who waits for the agent is woken. */
  void cancel() {
    cancelled.countDown();
    try {
      synchronized (this) {
        if (line != null) {
          line.close();
        }
      }
    } catch (IOException e) {
      // closing a line that is given up anyway
    }
  }
}
