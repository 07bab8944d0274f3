package org.openhall.simulator.smartcard;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.openhall.simulator.card.Chip;
import org.openhall.simulator.card.Flaw;

/**
 * A slot into which chips are put. A chip that is in it is the card in a virtual reader of the
 * resource manager: the slot calls vpcd, again and again while it is not there. The protocol: two
 * bytes of length and as many that follow, each way; a length of 1 from vpcd is a control code.
 */
public final class CardSlot implements AutoCloseable {

  /** Where vpcd waits for the card of its first reader. */
  public static final int PORT = 0x8C7B;

  private static final int RESET = 2;
  private static final int GET_ATR = 4;
  private static final long CALL_AGAIN_NANOS = 100_000_000;
  private static final int CALL_MILLIS = 1000;

  /** In the middle of what a reader asks of a card: after its application is known. */
  private static final long MIDDLE_BYTES = 30;

  private static final long WHOLE = Long.MAX_VALUE;

  private final InetSocketAddress vpcd;
  private final Runnable changed;
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private ChipFault fault = ChipFault.OK;
  private @Nullable Inserted inserted;

  /**
   * An empty slot.
   *
   * @param vpcd where vpcd waits for the card of a reader of its own
   * @param changed called after each change of state, from any thread
   */
  public CardSlot(InetSocketAddress vpcd, Runnable changed) {
    this.vpcd = vpcd;
    this.changed = changed;
  }

  /** Where vpcd of this machine waits for the card of its first reader. */
  public static InetSocketAddress usual() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT);
  }

  /** Where it is called. */
  public InetSocketAddress vpcd() {
    return vpcd;
  }

  /** Puts a chip in; one that is in the slot is taken out first. */
  public void insert(Chip chip) {
    synchronized (this) {
      takeOut();
      Inserted fresh = new Inserted(chip);
      inserted = fresh;
      Thread.ofPlatform().name("card-slot").daemon(true).start(fresh::live);
    }
    changed.run();
  }

  /** Takes the chip out, if one is in. */
  public void remove() {
    takeOut();
    changed.run();
  }

  private synchronized void takeOut() {
    if (inserted != null) {
      inserted.leave();
      inserted = null;
    }
  }

  /** The chip in the slot. */
  public synchronized Optional<Chip> chip() {
    return Optional.ofNullable(inserted).map(in -> in.chip);
  }

  /** Whether the resource manager sees it. */
  public synchronized boolean connected() {
    return inserted != null && inserted.line != null;
  }

  /** Whether the card that is in has been asked for its holder. */
  public synchronized boolean cardWasRead() {
    return inserted != null && inserted.card.wasRead();
  }

  /** Why the resource manager does not see the chip that is in; empty where it does. */
  public synchronized Optional<String> refusal() {
    return Optional.ofNullable(inserted).map(in -> in.refusal);
  }

  /**
   * Waits until vpcd has been called for the chip that is in, with success or without.
   *
   * @return why it does not answer; empty where it does, and of an empty slot
   */
  public synchronized Optional<String> awaitCall() throws InterruptedException {
    while (inserted != null && inserted.line == null && inserted.refusal == null) {
      wait();
    }
    return inserted == null || inserted.line != null
        ? Optional.empty()
        : Optional.ofNullable(inserted.refusal);
  }

  /** Has the chip pulled out when so many more bytes have been read off it, 0 for at once. */
  public void tearAfter(long bytes) {
    synchronized (this) {
      if (inserted != null) {
        inserted.bytesLeft = bytes;
      }
    }
    changed.run();
  }

  /** Sets what is wrong from now on. */
  public void setFault(ChipFault next) {
    synchronized (this) {
      fault = next;
    }
    changed.run();
  }

  /** What is wrong now. */
  public synchronized ChipFault fault() {
    return fault;
  }

  /** Every command that reached a chip, in hexadecimal, oldest first. */
  public List<String> commands() {
    return List.copyOf(commands);
  }

  /** How many wrong PINs the chip in the slot still bears; 0 of an empty slot. */
  public synchronized int triesLeft() {
    return inserted == null ? 0 : inserted.card.triesLeft();
  }

  @Override
  public void close() {
    takeOut();
  }

  /** The next fault for this command; a tear happens once, at the first record. */
  private synchronized ChipFault take(byte[] command) {
    ChipFault now = fault;
    if (now == ChipFault.TEAR) {
      boolean reads = command.length > 1 && command[1] == (byte) 0xB2;
      fault = reads ? ChipFault.OK : now;
      return reads ? now : ChipFault.OK;
    }
    return now;
  }

  /** A chip while it is in the slot. */
  private final class Inserted {
    private final Chip chip;
    private final CardChip card;
    private long bytesLeft;
    private volatile boolean out;
    private volatile @Nullable Socket line;
    private volatile @Nullable String refusal;

    Inserted(Chip chip) {
      this.chip = chip;
      this.card = new CardChip(chip);
      this.bytesLeft = chip.flaw() == Flaw.TEAR ? MIDDLE_BYTES : WHOLE;
    }

    void leave() {
      out = true;
      hangUp();
    }

    private void hangUp() {
      Socket open = line;
      line = null;
      if (open != null) {
        try {
          open.close();
        } catch (IOException e) {
          throw new IllegalStateException("a socket that cannot be closed", e);
        }
      }
    }

    void live() {
      while (!out) {
        try (Socket call = new Socket()) {
          call.connect(new InetSocketAddress(vpcd.getHostString(), vpcd.getPort()), CALL_MILLIS);
          called(call, null);
          serve(call);
        } catch (IOException e) {
          called(null, String.valueOf(e.getMessage()));
          LockSupport.parkNanos(CALL_AGAIN_NANOS); // no resource manager, or no longer
        } catch (UnresolvedAddressException e) {
          called(null, "no such host");
          LockSupport.parkNanos(CALL_AGAIN_NANOS);
        }
      }
      changed.run();
    }

    private void called(@Nullable Socket call, @Nullable String why) {
      boolean news;
      synchronized (CardSlot.this) {
        news = call != null || line != null || refusal == null;
        line = call;
        refusal = why;
        CardSlot.this.notifyAll();
      }
      if (news) {
        changed.run();
      }
    }

    /**
     * vpcd sends length and message apart, and the message only when the length was acknowledged:
     * at once, or each would take 40 ms on its way.
     */
    private void serve(Socket call) throws IOException {
      DataInputStream in = new DataInputStream(call.getInputStream());
      OutputStream output = call.getOutputStream();
      while (!out) {
        call.setOption(ExtendedSocketOptions.TCP_QUICKACK, true); // holds for a while only
        byte[] message = in.readNBytes(in.readUnsignedShort());
        byte[] answer = message.length == 1 ? control(message[0]) : command(message);
        if (answer.length > 0) {
          output.write(framed(answer));
        }
      }
    }

    /** In one piece: what follows a first piece waits until that is acknowledged. */
    private static byte[] framed(byte[] answer) {
      return ByteBuffer.allocate(2 + answer.length)
          .putShort((short) answer.length)
          .put(answer)
          .array();
    }

    private byte[] control(int code) {
      if (code == RESET) {
        card.reset();
      }
      return code == GET_ATR ? card.atr() : new byte[0];
    }

    private byte[] command(byte[] command) {
      ChipFault now = take(command);
      commands.add(HexFormat.of().withUpperCase().formatHex(command));
      changed.run();
      return switch (now) {
        case OK -> whole(card.answer(command, false));
        case TRUNCATED -> whole(card.answer(command, true));
        case WRONG_STATUS -> CardChip.status(0x6F00);
        case ENDLESS -> CardChip.status(0x6110);
        case MUTE -> new byte[0];
        case TEAR -> torn();
      };
    }

    /** The answer, or none where the card is pulled out before its end. */
    private byte[] whole(byte[] answer) {
      int data = Math.max(0, answer.length - CardChip.STATUS_BYTES);
      synchronized (CardSlot.this) {
        if (data <= bytesLeft) {
          bytesLeft -= bytesLeft == WHOLE ? 0 : data;
          return answer;
        }
      }
      return torn();
    }

    private byte[] torn() {
      remove();
      return new byte[0];
    }
  }
}
