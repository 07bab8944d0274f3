package org.openhall.simulator.idmodule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.openhall.simulator.card.Card;
import org.openhall.simulator.pty.Pty;

/**
 * The emulated ID-card module: answers the SDT protocol on a pseudo terminal that other programs
 * open by a stable path, as they would open the serial line of a real one.
 */
public final class IdModule implements AutoCloseable {

  private static final int SILENCE_MILLIS = 200;
  private static final int FRAGMENT_BYTES = 7;
  private static final long FRAGMENT_PAUSE_NANOS = 1_000_000;

  /** Ends in what could be the beginning of a preamble: a reader must not lose the true one. */
  private static final byte[] NOISE = {0, (byte) 0xFF, (byte) 0xAA, (byte) 0x96, 0, (byte) 0xAA};

  /** Preambles with a length that cannot be, one that ends in the answer, and one behind it. */
  private static final byte[] FALSE_FRAMES =
      HexFormat.of().parseHex("AAAAAA96697FFFAAAAAA96690005AAAAAA96690020AA");

  private final Pty pty;
  private final Runnable changed;
  private final SamModule module = new SamModule();
  private final FrameScanner scanner = new FrameScanner();
  private final Thread thread;
  private final Wire wire = new Wire();
  private volatile boolean closing;

  private IdModule(Pty pty, Runnable changed) {
    this.pty = pty;
    this.changed = changed;
    this.thread = Thread.ofPlatform().name("id-module").unstarted(this::serve);
  }

  /**
   * Starts a module without a card.
   *
   * @param link the stable path, made a symbolic link to the pseudo terminal
   * @param changed called after each change of state, from any thread
   */
  public static IdModule start(Path link, Runnable changed) throws IOException {
    Pty pty = Pty.openAt(link);
    IdModule module = new IdModule(pty, changed);
    module.thread.start();
    return module;
  }

  /** Lays a card on the module; one that lies there is lifted first. */
  public void lay(Card card) {
    synchronized (module) {
      module.lay(card);
    }
    changed.run();
  }

  /** Lifts the card, if one lies there. */
  public void lift() {
    synchronized (module) {
      module.lift();
    }
    changed.run();
  }

  /** The card that lies there. */
  public Optional<Card> card() {
    synchronized (module) {
      return module.card();
    }
  }

  /** Whether the card that lies there has been read. */
  public boolean cardWasRead() {
    synchronized (module) {
      return module.wasRead();
    }
  }

  /** Sets what is wrong from now on; what happens once in the middle of a read waits for one. */
  public void setFault(Fault next) {
    synchronized (module) {
      module.set(next);
    }
    changed.run();
  }

  /** Has the card lifted when so many more bytes have been read off it, 0 for the next reading. */
  public void tearAfter(long bytes) {
    synchronized (module) {
      module.tearAfter(bytes);
    }
    changed.run();
  }

  /** The speed of its serial line; as fast as the machine until it is set. */
  public Wire wire() {
    return wire;
  }

  /** What is wrong now. */
  public Fault fault() {
    synchronized (module) {
      return module.fault();
    }
  }

  @Override
  public void close() throws IOException {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pty.close();
  }

  private void serve() {
    byte[] buffer = new byte[256];
    while (!closing) {
      try {
        serveOnce(buffer);
      } catch (IOException e) {
        throw new UncheckedIOException("The ID module lost its pseudo terminal", e);
      }
    }
  }

  private void serveOnce(byte[] buffer) throws IOException {
    int count = pty.read(buffer, SILENCE_MILLIS);
    wire.carry(count);
    if (count == 0) {
      reply(scanner.silence());
    }
    for (int i = 0; i < count; i++) {
      reply(scanner.take(buffer[i]));
    }
  }

  private void reply(Optional<Request> request) throws IOException {
    if (request.isEmpty()) {
      return;
    }
    SamModule.Answer answer;
    synchronized (module) {
      answer = module.answer(request.get());
    }
    changed.run();
    send(answer.frame(), answer.fault());
  }

  private void send(byte[] answer, Fault fault) throws IOException {
    wire.carry(answer.length);
    switch (fault) {
      case MUTE -> {}
      case FRAGMENTS -> sendInFragments(answer);
      case TRUNCATED, TORN_ANSWER -> pty.write(Arrays.copyOf(answer, answer.length / 2));
      case RESTART -> {
        pty.write(Arrays.copyOf(answer, answer.length / 2));
        pty.write(NOISE);
      }
      case NOISE -> {
        pty.write(NOISE);
        pty.write(answer);
      }
      case FALSE_FRAMES -> {
        pty.write(FALSE_FRAMES);
        pty.write(answer);
      }
      case CHECKSUM, CHECKSUM_ONCE -> {
        answer[answer.length - 1] ^= 0x55;
        pty.write(answer);
      }
      default -> pty.write(answer);
    }
  }

  private void sendInFragments(byte[] answer) throws IOException {
    for (int from = 0; from < answer.length; from += FRAGMENT_BYTES) {
      pty.write(Arrays.copyOfRange(answer, from, Math.min(from + FRAGMENT_BYTES, answer.length)));
      LockSupport.parkNanos(FRAGMENT_PAUSE_NANOS);
    }
  }
}
