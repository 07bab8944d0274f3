package org.openhall.device.socialcard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import org.jspecify.annotations.Nullable;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.SocialCardReader.ReadOutcome;
import org.openhall.device.pcsc.ReturnCode;
import org.openhall.device.transport.Connection;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.Recorder;

/** One reader of the resource manager, found anew by its name each time, for it may come and go. */
final class ReaderSession implements Connection {

  private final CardTerminals terminals;
  private final String wanted;
  private final AtomicBoolean spent;
  private final Recorder trace;
  private final Object lock = new Object();
  private @Nullable Thread waiting;

  /**
   * A session.
   *
   * @param wanted a part of the reader's name; empty for the first there is
   * @param spent whether the card in the reader was already read; outlives this session
   */
  ReaderSession(CardTerminals terminals, String wanted, AtomicBoolean spent, Recorder trace) {
    this.terminals = terminals;
    this.wanted = wanted;
    this.spent = spent;
    this.trace = trace;
  }

  /** The reader, if it is there. */
  Optional<CardTerminal> find() throws DeviceFaultException {
    try {
      List<CardTerminal> all = terminals.list();
      return all.stream().filter(terminal -> terminal.getName().contains(wanted)).findFirst();
    } catch (CardException e) {
      if (ReturnCode.of(e) == ReturnCode.SCARD_E_NO_READERS_AVAILABLE) {
        return Optional.empty(); // as SunPCSC says it
      }
      throw fault(e);
    }
  }

  CardTerminal require() throws DeviceFaultException {
    return find()
        .orElseThrow(() ->
            new DeviceFaultException(Detail.PORT_MISSING, "there is no reader '" + wanted + "'"));
  }

  /** Whether a card is in the reader; one that is gone is remembered as gone. */
  boolean cardIsIn(CardTerminal reader) throws DeviceFaultException {
    try {
      boolean present = reader.isCardPresent();
      if (!present) {
        spent.set(false);
      }
      return present;
    } catch (CardException e) {
      throw fault(e);
    }
  }

  /** Whether the card in the reader was already read, so that it may be that of somebody else. */
  boolean spent() {
    return spent.get();
  }

  /** Waits until a card is in the reader, or is out of it, and not longer than this. */
  boolean await(CardTerminal reader, boolean present, Duration longest)
      throws DeviceFaultException {
    long millis = Math.max(1, longest.toMillis());
    synchronized (lock) {
      waiting = Thread.currentThread();
    }
    try {
      return present ? reader.waitForCardPresent(millis) : reader.waitForCardAbsent(millis);
    } catch (CardException e) {
      if (Thread.interrupted()) {
        return false;
      }
      throw fault(e);
    } finally {
      synchronized (lock) {
        waiting = null;
      }
    }
  }

  /**
   * Connects to the card and reads it, alone with it; then resets it.
   *
   * @throws DeviceFaultException if reader or resource manager are lost; whatever is the card's
   *     fault is an outcome
   */
  ReadOutcome read(CardTerminal reader) throws DeviceFaultException {
    try {
      Card card = reader.connect("*");
      try {
        card.beginExclusive();
        ReadOutcome outcome = CardReading.of(new SocialChip(card.getBasicChannel(), trace));
        if (outcome instanceof ReadOutcome.CardRead) {
          spent.set(true);
        }
        return outcome;
      } finally {
        letGo(card);
      }
    } catch (CardException e) {
      ReturnCode code = ReturnCode.of(e);
      if (code.serviceGone() || code == ReturnCode.SCARD_E_UNKNOWN_READER) {
        throw fault(e);
      }
      return new ReadOutcome.CardUnreadable(code.name());
    }
  }

  /** What was read stays read, however the farewell goes. */
  private static void letGo(Card card) {
    try {
      card.disconnect(true);
    } catch (CardException e) {
      System.getLogger(ReaderSession.class.getName())
          .log(System.Logger.Level.DEBUG, "the card did not take leave: " + e.getMessage());
    }
  }

  private static DeviceFaultException fault(CardException e) {
    ReturnCode code = ReturnCode.of(e);
    Detail detail =
        switch (code) {
          case SCARD_E_UNKNOWN_READER, SCARD_E_READER_UNAVAILABLE -> Detail.PORT_MISSING;
          case SCARD_W_SECURITY_VIOLATION -> Detail.PORT_FORBIDDEN;
          default -> code.serviceGone() ? Detail.SERVICE_MISSING : Detail.LINE_LOST;
        };
    return new DeviceFaultException(detail, "PC/SC: " + e.getMessage(), code.name(), e);
  }

  @Override
  public void wake() {
    synchronized (lock) {
      if (waiting != null) {
        waiting.interrupt();
      }
    }
  }

  @Override
  public void close() {
    wake();
  }
}
