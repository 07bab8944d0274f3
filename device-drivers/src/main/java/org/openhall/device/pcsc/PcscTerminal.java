package org.openhall.device.pcsc;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.jspecify.annotations.Nullable;

/** A reader as {@code javax.smartcardio} shows it. */
final class PcscTerminal extends CardTerminal {

  private final String name;
  private final Readers readers;
  private final ReentrantLock connecting = new ReentrantLock();
  private @Nullable PcscCard card;

  PcscTerminal(String name, Readers readers) {
    this.name = name;
    this.readers = readers;
  }

  @Override
  public String getName() {
    return name;
  }

  /**
   * Connects to the card. Besides {@code T=0}, {@code T=1}, {@code T=CL} (which readers give as
   * T=1: PC/SC, part 3) and {@code *}, {@code direct} connects to the reader without a card, for
   * control commands.
   */
  @Override
  public Card connect(String protocol) throws CardException {
    long protocols = protocols(protocol);
    try {
      connecting.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Readers.failed("connecting", new PcscException(ReturnCode.SCARD_E_CANCELLED, e));
    }
    try {
      return connect(protocol, protocols);
    } catch (PcscException e) {
      throw Readers.failed("connecting", e);
    } finally {
      connecting.unlock();
    }
  }

  private Card connect(String protocol, long protocols) throws PcscException, CardException {
    PcscCard open = card;
    if (open != null && open.isAlive()) {
      if ((protocols & open.protocol()) == 0) {
        throw new CardException(
            "connecting by " + protocol + " failed: connected by " + open.getProtocol());
      }
      return open;
    }
    long share = protocols == PcscLite.PROTOCOL_RAW ? PcscLite.SHARE_DIRECT : PcscLite.SHARE_SHARED;
    PcscCard fresh = new PcscCard(this, readers, readers.connect(name, share, protocols));
    card = fresh;
    return fresh;
  }

  private static long protocols(String protocol) {
    return switch (protocol.toUpperCase(Locale.ROOT)) {
      case "*" -> PcscLite.PROTOCOL_T0 | PcscLite.PROTOCOL_T1;
      case "T=0" -> PcscLite.PROTOCOL_T0;
      case "T=1", "T=CL" -> PcscLite.PROTOCOL_T1;
      case "DIRECT" -> PcscLite.PROTOCOL_RAW;
      default -> throw new IllegalArgumentException("there is no protocol " + protocol);
    };
  }

  @Override
  public boolean isCardPresent() throws CardException {
    try {
      return readers.look(name).present();
    } catch (PcscException e) {
      throw Readers.failed("looking for a card", e);
    }
  }

  @Override
  public boolean waitForCardPresent(long timeout) throws CardException {
    return waitForCard(timeout, true);
  }

  @Override
  public boolean waitForCardAbsent(long timeout) throws CardException {
    return waitForCard(timeout, false);
  }

  private boolean waitForCard(long timeout, boolean present) throws CardException {
    if (timeout < 0) {
      throw new IllegalArgumentException("a timeout is not negative: " + timeout);
    }
    try {
      List<ReaderState> states =
          readers
              .waiting(timeout)
              .await(this::first, s -> s.getFirst().lost() || is(s, present))
              .orElse(List.of());
      if (!states.isEmpty() && states.getFirst().lost()) {
        throw new PcscException(ReturnCode.SCARD_E_READER_UNAVAILABLE);
      }
      return !states.isEmpty();
    } catch (PcscException e) {
      throw Readers.failed("waiting for a card", e);
    }
  }

  private static boolean is(List<ReaderState> states, boolean present) {
    return states.getFirst().present() == present;
  }

  private List<ReaderState> first(Context context) throws PcscException {
    return context.look(List.of(name));
  }

  @Override
  public String toString() {
    return "PC/SC reader " + name;
  }
}
