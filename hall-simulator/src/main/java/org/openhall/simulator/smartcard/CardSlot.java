package org.openhall.simulator.smartcard;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

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

  private final int port;
  private final Runnable changed;
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private ChipFault fault = ChipFault.OK;
  private @Nullable Inserted inserted;

  /**
   * An empty slot.
   *
   * @param changed called after each change of state, from any thread
   */
  public CardSlot(int port, Runnable changed) {
    this.port = port;
    this.changed = changed;
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
    private volatile boolean out;
    private volatile @Nullable Socket line;

    Inserted(Chip chip) {
      this.chip = chip;
      this.card = new CardChip(chip);
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
        try (Socket call = new Socket(InetAddress.getLoopbackAddress(), port)) {
          line = call;
          changed.run();
          serve(call);
        } catch (IOException e) {
          LockSupport.parkNanos(CALL_AGAIN_NANOS); // no resource manager, or no longer
        }
        line = null;
      }
      changed.run();
    }

    private void serve(Socket call) throws IOException {
      DataInputStream in = new DataInputStream(call.getInputStream());
      OutputStream output = call.getOutputStream();
      while (!out) {
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
      return code == GET_ATR ? CardChip.ATR : new byte[0];
    }

    private byte[] command(byte[] command) {
      ChipFault now = take(command);
      commands.add(HexFormat.of().withUpperCase().formatHex(command));
      changed.run();
      return switch (now) {
        case OK -> card.answer(command, false);
        case TRUNCATED -> card.answer(command, true);
        case WRONG_STATUS -> CardChip.status(0x6F00);
        case ENDLESS -> CardChip.status(0x6110);
        case MUTE -> new byte[0];
        case TEAR -> {
          remove();
          yield new byte[0];
        }
      };
    }
  }
}
