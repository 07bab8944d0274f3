package org.openhall.device.transport;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openhall.device.Capabilities;
import org.openhall.device.Counters;
import org.openhall.device.Device;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSnapshot;
import org.openhall.device.Media;
import org.openhall.device.Trace;

/**
 * The one thread of a device: it owns the connection, opens it and opens it again after a fault,
 * does the commands one after the other, and looks after the device's health between them.
 *
 * @param <C> the connection to the device
 */
public final class DeviceThread<C extends Connection> implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(DeviceThread.class.getName());
  private static final long CLOSING_MILLIS = 2_000;

  /**
   * Looks whether the device is well; asked on every new connection, after a command and while
   * idle.
   *
   * @param <C> the connection to the device
   */
  @FunctionalInterface
  public interface Check<C extends Connection> {
    /**
     * Asks the device how it is.
     *
     * @throws DeviceFaultException if the device does not answer; the connection is dropped then
     */
    Condition look(C connection) throws DeviceFaultException;

    /**
     * Asks a device that was just reached what it is and can do.
     *
     * @param profile what the driver knows of it without asking
     * @throws DeviceFaultException if the connection is of no more use
     */
    default Capabilities probe(C connection, Capabilities profile) throws DeviceFaultException {
      return profile;
    }
  }

  /**
   * When the thread does what it does unasked.
   *
   * @param checkEvery how often to look at an idle device
   * @param backoff the waits between attempts to reach an absent one
   * @param clock dates the changes of health
   */
  public record Timing(Duration checkEvery, Backoff backoff, InstantSource clock) {

    /** Attempts after 0.5, 1, 2, 4 and then every 5 seconds, on the system's clock. */
    public static Timing checkingEvery(Duration checkEvery) {
      Backoff backoff = Backoff.doubling(Duration.ofMillis(500), Duration.ofSeconds(5));
      return new Timing(checkEvery, backoff, InstantSource.system());
    }
  }

  /**
   * What a thread drives.
   *
   * @param name the device's key in the configuration, for the log
   * @param profile what is known of the device without asking it
   * @param port where it is
   * @param check asks it how it is
   * @param recorder keeps its trace; of a line, the port is already {@link Recorder#over recorded}
   * @param <C> the connection to the device
   */
  public record Driven<C extends Connection>(
      String name, Capabilities profile, Port<C> port, Check<C> check, Recorder recorder) {

    /** A device at the end of a line that is recorded. */
    public static Driven<Line> recorded(
        String name, Capabilities profile, Port<Line> port, Check<Line> check, Recorder recorder) {
      return new Driven<>(name, profile, recorder.over(port), check, recorder);
    }
  }

  private final Driven<C> driven;
  private final String name;
  private final Timing timing;
  private final DeviceBoard board;
  private final CommandQueue<C> queue = new CommandQueue<>();
  private final AtomicLong commands = new AtomicLong();
  private final Thread thread;
  private final Object lock = new Object();
  private volatile @Nullable C connection;
  private volatile @Nullable PendingCommand<C, ?> current;
  private long nextLook = System.nanoTime();
  private int failures;

  /** Starts the thread. */
  public static <C extends Connection> DeviceThread<C> start(Driven<C> driven, Timing timing) {
    DeviceThread<C> device = new DeviceThread<>(driven, timing);
    device.thread.start();
    return device;
  }

  private DeviceThread(Driven<C> driven, Timing timing) {
    this.driven = driven;
    this.timing = timing;
    name = driven.name();
    board = new DeviceBoard(driven.profile(), timing.clock());
    thread = Thread.ofPlatform().name("device-" + name).daemon(true).unstarted(this::live);
  }

  /** See {@link Device#snapshot()}. */
  public DeviceSnapshot snapshot() {
    return board.known();
  }

  /** See {@link Device#onEvent}. */
  public Device.Subscription onEvent(Consumer<DeviceEvent> listener) {
    return board.add(listener);
  }

  /** See {@link Device#trace()}. */
  public Trace trace() {
    return driven.recorder().trace();
  }

  /** Puts a command at the end of the queue. Of a closed or overloaded device it ends at once. */
  public <T> DeviceCommand<T> submit(DeviceJob<C, T> job) {
    PendingCommand<C, T> command =
        new PendingCommand<>(commands.incrementAndGet(), job, board::report, this::wake);
    switch (queue.offer(command)) {
      case TAKEN -> {}
      case CLOSED -> command.drop();
      case FULL -> {
        Condition busy = Condition.attention(Detail.BUSY);
        DeviceHealth health =
            new DeviceHealth(busy.state(), busy.detail(), timing.clock().instant());
        command.failed(health).tell();
      }
    }
    return command;
  }

  /** Ends the wait of the command under way, if it is no longer wanted; itself never waits. */
  private void wake() {
    C open;
    synchronized (lock) {
      PendingCommand<C, ?> underWay = current;
      open = underWay != null && underWay.cancelled() ? connection : null;
    }
    if (open != null) {
      open.wake();
    }
  }

  /**
   * Ends the thread, waiting for it at most two seconds, and gives the port back. Commands that
   * wait end as cancelled; one under way is told that its connection failed. Idempotent.
   */
  @Override
  public void close() {
    queue.close();
    PendingCommand<C, ?> underWay = current;
    if (underWay != null) {
      underWay.cancel();
    }
    drop();
    if (Thread.currentThread() == thread) {
      return;
    }
    thread.interrupt();
    try {
      thread.join(CLOSING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void live() {
    while (!queue.closed()) {
      try {
        turn();
      } catch (InterruptedException e) {
        queue.close();
      } catch (Throwable t) {
        // The outermost loop of the thread: a fault of a driver or of a listener must neither
        // leave a command without outcome nor silence the device for good. Only the fault's kind
        // is logged, as its text might tell of a card.
        LOG.log(System.Logger.Level.ERROR, name + ": the driver failed with " + t.getClass());
        fail(Condition.unavailable(Detail.DRIVER_FAULT).saying(t.getClass().getSimpleName()));
      }
    }
    end();
  }

  private void turn() throws InterruptedException {
    Optional<PendingCommand<C, ?>> next = queue.take(nextLook - System.nanoTime());
    if (next.isEmpty() && (queue.closed() || System.nanoTime() < nextLook)) {
      return;
    }
    next.ifPresent(this::begin);
    try {
      serve(next);
    } catch (DeviceFaultException e) {
      LOG.log(System.Logger.Level.DEBUG, name + ": " + e.getMessage());
      fail(
          queue.closed()
              ? Condition.unavailable(Detail.CLOSED)
              : Condition.unavailable(e.detail()).saying(e.code()));
    }
    board.tellCounters();
  }

  private void serve(Optional<PendingCommand<C, ?>> command) throws DeviceFaultException {
    C known = connection;
    C open = known == null ? connect() : known;
    if (known == null || command.isEmpty()) {
      look(open);
    }
    if (known == null) {
      board.capabilities(driven.check().probe(open, driven.profile()));
    }
    if (command.isPresent()) {
      PendingCommand.End<?> end = command.get().run(open);
      finish(end);
      look(open);
    }
  }

  private void begin(PendingCommand<C, ?> command) {
    current = command;
    board.count(Counters.COMMANDS);
    board.change(new DeviceEvent.CommandBegan(command.id(), command.name()));
    driven.recorder().note(Trace.Kind.COMMAND, command.name());
  }

  private void finish(PendingCommand.End<?> end) {
    PendingCommand<C, ?> command = current;
    synchronized (lock) {
      current = null;
    }
    driven.recorder().note(Trace.Kind.OUTCOME, end.kind());
    if (command != null) {
      board.change(new DeviceEvent.CommandEnded(command.id(), end.kind()));
    }
    board.tellCounters();
    end.tell();
  }

  private C connect() throws DeviceFaultException {
    C fresh = driven.port().open();
    synchronized (lock) {
      connection = fresh;
    }
    if (queue.closed()) {
      drop();
      throw new DeviceFaultException(Detail.CLOSED, name + " is closed");
    }
    board.count(Counters.CONNECTIONS);
    return fresh;
  }

  private void look(C open) throws DeviceFaultException {
    Condition condition = driven.check().look(open);
    failures = 0;
    nextLook = System.nanoTime() + timing.checkEvery().toNanos();
    publish(condition);
  }

  private void fail(Condition condition) {
    drop();
    failures++;
    nextLook = System.nanoTime() + timing.backoff().after(failures).toNanos();
    boolean another = condition.detail() != board.known().health().detail();
    if (another && condition.detail() != Detail.CLOSED) {
      board.count(Counters.FAULTS);
    }
    board.media(Media.UNKNOWN);
    publish(condition);
    PendingCommand<C, ?> command = current;
    if (command != null) {
      finish(command.failed(board.known().health()));
    }
  }

  private void publish(Condition condition) {
    if (board.set(condition)) {
      LOG.log(System.Logger.Level.INFO, name + ": " + condition.state() + " " + condition.detail());
    }
  }

  /** Closing may take its time, and nobody who cancels waits for it. */
  private void drop() {
    C open;
    synchronized (lock) {
      open = connection;
      connection = null;
    }
    if (open != null) {
      open.close();
    }
  }

  private void end() {
    boolean interruptedByClose = Thread.interrupted();
    LOG.log(System.Logger.Level.DEBUG, name + ": ended, interrupted " + interruptedByClose);
    drop();
    queue.rest().forEach(PendingCommand::drop);
    publish(Condition.unavailable(Detail.CLOSED));
  }
}
