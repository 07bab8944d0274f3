package org.openhall.simulator.printer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The emulated receipt printer: ESC/POS on a TCP port of this machine, slips of paper as pictures
 * in a folder. Off line it answers real-time questions only and holds print data back until it is
 * ready.
 */
public final class EmulatedPrinter implements AutoCloseable {

  /** More held data than this stops the line, as a real printer's full buffer does. */
  private static final long BUFFER_BYTES = 1 << 20;

  private static final int ERRORS_KEPT = 20;

  /**
   * How to start.
   *
   * @param port TCP port on the loopback address, 0 for any
   * @param dots printable dots across the paper, 576 or 384
   * @param paperFolder where slips go
   */
  public record Options(int port, int dots, Path paperFolder) {}

  /** What says that all was thrown away. */
  private static final byte[] CLEARED = {0x37, 0x25, 0};

  private record Held(Token token, Connection from) {}

  private final PrinterLine line;
  private final PaperTray tray;
  private final Interpreter interpreter;
  private final Tokenizer tokenizer = new Tokenizer();
  private final Runnable changed;
  private final Deque<Held> buffer = new ArrayDeque<>();
  private final Deque<String> errors = new ArrayDeque<>();
  private long heldBytes;
  private Sensors sensors = Sensors.READY;
  private @Nullable Connection host;

  private EmulatedPrinter(Options options, Runnable changed) throws IOException {
    this.changed = changed;
    this.tray =
        new PaperTray(SlipStore.open(options.paperFolder(), options.dots()), changed, this::note);
    this.interpreter = new Interpreter(options.dots(), this::cutOff, this::note);
    this.line = new PrinterLine(options.port(), new LineReceiver());
  }

  /**
   * Starts a printer that is ready, with paper.
   *
   * @param changed called after each change of state, from any thread
   * @throws IOException which says what to do where the port is in use
   */
  public static EmulatedPrinter start(Options options, Runnable changed) throws IOException {
    EmulatedPrinter printer = new EmulatedPrinter(options, changed);
    printer.line.start();
    return printer;
  }

  /** The TCP port on the loopback address. */
  public int port() {
    return line.port();
  }

  public void set(Paper paper) {
    change(now -> now.with(paper));
  }

  public void set(Cover cover) {
    change(now -> now.with(cover));
  }

  public void set(Cutter cutter) {
    change(now -> now.with(cutter));
  }

  public void set(Switch position) {
    change(now -> now.with(position));
  }

  /** Cuts the line after so many more bytes; 0 cuts it at once. */
  public void cutLine(long afterBytes) {
    line.cutAfter(afterBytes);
    changed.run();
  }

  /** Mends the line, on the same port. */
  public void mendLine() throws IOException {
    line.mend();
    changed.run();
  }

  /** Waits until all slips that were cut off are drawn and written. */
  public void awaitSlips() throws InterruptedException {
    tray.awaitAll();
  }

  /** The slip that was written last since the start. */
  public Optional<Slip> latestSlip() {
    return tray.latest();
  }

  public synchronized PrinterStatus status() {
    return new PrinterStatus(
        sensors.paper(),
        sensors.cover(),
        sensors.cutter(),
        sensors.position(),
        sensors.offline(),
        line.isCut(),
        line.isConnected(),
        heldBytes,
        interpreter.pendingItems(),
        List.copyOf(errors));
  }

  @Override
  public void close() {
    synchronized (this) {
      buffer.clear();
      heldBytes = 0;
      notifyAll();
    }
    line.close();
    tray.close();
  }

  private void change(UnaryOperator<Sensors> change) {
    synchronized (this) {
      Sensors next = change.apply(sensors);
      boolean differs = !Arrays.equals(StatusBytes.automatic(sensors), StatusBytes.automatic(next));
      sensors = next;
      if (differs && host != null && host.wantsAutomaticStatus()) {
        host.send(StatusBytes.automatic(next));
      }
      processBuffer();
    }
    changed.run();
  }

  private void processBuffer() {
    while (!buffer.isEmpty() && !sensors.offline()) {
      Held next = buffer.removeFirst();
      heldBytes -= next.token().bytes().length;
      interpreter.apply(next.token(), next.from(), sensors);
    }
    notifyAll();
  }

  /** Takes bytes up to each real-time command, does that, and goes on. */
  private void take(Connection from, byte[] bytes, int count) {
    int begin = 0;
    for (int i = 0; i < count; i++) {
      Optional<RealTime.Request> request = from.request(bytes[i]);
      if (request.isPresent()) {
        hold(Arrays.copyOfRange(bytes, begin, i + 1), from);
        begin = i + 1;
        answer(request.get(), from);
      }
    }
    hold(Arrays.copyOfRange(bytes, begin, count), from);
  }

  private void hold(byte[] bytes, Connection from) {
    for (Token token : tokenizer.take(bytes, bytes.length)) {
      buffer.addLast(new Held(token, from));
      heldBytes += token.bytes().length;
    }
  }

  private void answer(RealTime.Request request, Connection from) {
    switch (request) {
      case RECOVER -> clear();
      case CLEAR -> {
        clear();
        from.send(CLEARED.clone());
      }
      default -> from.send(new byte[] {(byte) StatusBytes.realTime(request, sensors)});
    }
  }

  private void cutOff(List<PaperItem> items) {
    tray.take(items, sensors.paper());
  }

  /** Throws away what is held, the command that has begun and the line that is being set. */
  private void clear() {
    buffer.clear();
    heldBytes = 0;
    tokenizer.reset();
    interpreter.dropLine();
  }

  private synchronized void note(String error) {
    errors.addLast(error);
    if (errors.size() > ERRORS_KEPT) {
      errors.removeFirst();
    }
  }

  /** Called by the line; holds the host's bytes back while the buffer is full. */
  private final class LineReceiver implements PrinterLine.Receiver {

    @Override
    public void opened(Connection connection) {
      synchronized (EmulatedPrinter.this) {
        host = connection;
      }
      changed.run();
    }

    @Override
    public void received(Connection connection, byte[] bytes, int count) {
      synchronized (EmulatedPrinter.this) {
        take(connection, bytes, count);
        processBuffer();
      }
      changed.run();
      awaitRoom();
    }

    @Override
    public void closed(Connection connection) {
      synchronized (EmulatedPrinter.this) {
        host = null;
      }
      changed.run();
    }

    private void awaitRoom() {
      synchronized (EmulatedPrinter.this) {
        try {
          while (heldBytes > BUFFER_BYTES) {
            EmulatedPrinter.this.wait();
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
