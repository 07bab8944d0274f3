package org.openhall.device.pcsc;

import java.util.concurrent.locks.ReentrantLock;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import org.jspecify.annotations.Nullable;

/**
 * A connected card. Whatever becomes of card, reader and resource manager is told by {@link
 * CardException}; unchecked exceptions are for mistakes of the caller.
 */
final class PcscCard extends Card {

  private static final CommandAPDU OPEN_CHANNEL = new CommandAPDU(0x00, 0x70, 0x00, 0x00, 1);
  private static final int SUCCESS = 0x9000;

  private enum State {
    CONNECTED,
    /** Torn, reset by others, left by the resource manager, or given up while it was mute. */
    LOST,
    DISCONNECTED
  }

  private final PcscTerminal terminal;
  private final Readers readers;
  private final Connection connection;
  private final CardChannel basic = new PcscChannel(this, 0);

  /** Keeps a command and the GET RESPONSEs after it together. */
  private final ReentrantLock exchange = new ReentrantLock();

  private volatile State state = State.CONNECTED;
  private volatile ReturnCode lostBy = ReturnCode.SCARD_W_REMOVED_CARD;
  private volatile @Nullable Thread exclusive;

  PcscCard(PcscTerminal terminal, Readers readers, Connection connection) {
    this.terminal = terminal;
    this.readers = readers;
    this.connection = connection;
  }

  @Override
  public ATR getATR() {
    return connection.atr();
  }

  @Override
  public String getProtocol() {
    return switch ((int) connection.protocol()) {
      case (int) PcscLite.PROTOCOL_T0 -> "T=0";
      case (int) PcscLite.PROTOCOL_T1 -> "T=1";
      default -> "direct";
    };
  }

  long protocol() {
    return connection.protocol();
  }

  @Override
  public CardChannel getBasicChannel() {
    requireConnected();
    return basic;
  }

  @Override
  public CardChannel openLogicalChannel() throws CardException {
    byte[] answer = transmit(OPEN_CHANNEL);
    if (statusOf(answer) != SUCCESS || answer.length != 3) {
      throw new CardException(
          "the card opened no logical channel: %04X".formatted(statusOf(answer)));
    }
    int number = Byte.toUnsignedInt(answer[0]);
    if (number == 0 || number >= ClassByte.MOST_CHANNELS) {
      throw new CardException("the card opened a channel that cannot be: " + number);
    }
    return new PcscChannel(this, number);
  }

  static int statusOf(byte[] answer) {
    int at = answer.length - 2;
    return Byte.toUnsignedInt(answer[at]) << 8 | Byte.toUnsignedInt(answer[at + 1]);
  }

  /** Sends a command as it stands and gathers its answer; whoever gets it zeroes it. */
  byte[] transmit(CommandAPDU command) throws CardException {
    boolean t0 = connection.protocol() == PcscLite.PROTOCOL_T0;
    return perform("transmitting", () -> Exchange.run(connection::transmit, t0, command));
  }

  @Override
  public byte[] transmitControlCommand(int controlCode, byte[] command) throws CardException {
    byte[] sent = command.clone();
    return perform("the control command", () -> connection.control(controlCode, sent));
  }

  @Override
  public void beginExclusive() throws CardException {
    requireConnected();
    Thread owner = exclusive;
    if (owner != null) {
      throw new CardException("exclusive access is already held by thread " + owner.getName());
    }
    perform(
        "beginning exclusive access",
        () -> {
          connection.begin();
          return true;
        });
    exclusive = Thread.currentThread();
  }

  @Override
  public void endExclusive() throws CardException {
    requireConnected();
    if (exclusive != Thread.currentThread()) {
      throw new IllegalStateException("this thread holds no exclusive access to the card");
    }
    try {
      perform(
          "ending exclusive access",
          () -> {
            connection.end();
            return true;
          });
    } finally {
      exclusive = null;
    }
  }

  @Override
  public void disconnect(boolean reset) throws CardException {
    if (state == State.DISCONNECTED) {
      return;
    }
    requireMine();
    boolean open = state == State.CONNECTED;
    state = State.DISCONNECTED;
    exclusive = null;
    if (open) {
      close(reset ? PcscLite.RESET_CARD : PcscLite.LEAVE_CARD);
    }
  }

  private void close(long disposition) throws CardException {
    try {
      var _ =
          readers.run(() -> {
            connection.close(disposition);
            return true;
          });
    } catch (PcscException e) {
      throw Readers.failed("disconnecting", e);
    }
  }

  /** Whether another connect may give out this card again. One that works just now may. */
  boolean isAlive() {
    if (state != State.CONNECTED) {
      return false;
    }
    if (!exchange.tryLock()) {
      return true;
    }
    try {
      var _ = readers.run(connection::status);
      return true;
    } catch (PcscException e) {
      lose(e.code());
      return false;
    } finally {
      exchange.unlock();
    }
  }

  private <T> T perform(String what, Errands.Errand<T> errand) throws CardException {
    requireConnected();
    requireMine();
    try {
      exchange.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Readers.failed(what, new PcscException(ReturnCode.SCARD_E_CANCELLED, e));
    }
    try {
      requireHeld();
      return readers.run(errand);
    } catch (PcscException e) {
      if (e.code().endsConnection()) {
        lose(e.code());
      }
      throw Readers.failed(what, e);
    } finally {
      exchange.unlock();
    }
  }

  private void lose(ReturnCode code) {
    if (state == State.CONNECTED) {
      lostBy = code;
      state = State.LOST;
      readers.letGo(connection);
    }
  }

  private void requireHeld() throws PcscException {
    if (state == State.LOST) {
      throw new PcscException(lostBy);
    }
  }

  void requireConnected() {
    if (state == State.DISCONNECTED) {
      throw new IllegalStateException("the card was disconnected");
    }
  }

  private void requireMine() throws CardException {
    Thread owner = exclusive;
    if (owner != null && owner != Thread.currentThread()) {
      throw new CardException("thread " + owner.getName() + " holds exclusive access to the card");
    }
  }

  @Override
  public String toString() {
    return "PC/SC card in " + terminal.getName() + ", " + getProtocol() + ", " + state;
  }
}
