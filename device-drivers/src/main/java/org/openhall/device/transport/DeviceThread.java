package org.openhall.device.transport;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openhall.device.Device;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceHealth.Detail;

/**
 * The one thread of a device: it owns the line, opens it and opens it again after a fault, does the
 * commands one after the other, and looks after the device's health between them.
 */
public final class DeviceThread implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(DeviceThread.class.getName());
  private static final long CLOSING_MILLIS = 2_000;

  /** Looks whether the device is well; asked on every new line, after a command and while idle. */
  @FunctionalInterface
  public interface Check {
    /**
     * Asks the device how it is.
     *
     * @throws DeviceFaultException if the device does not answer; the line is dropped then
     */
    Condition look(Line line) throws DeviceFaultException;
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

  private final String name;
  private final Port port;
  private final Check check;
  private final Timing timing;
  private final HealthBoard board;
  private final CommandQueue queue = new CommandQueue();
  private final Thread thread;
  private final Object lineLock = new Object();
  private volatile @Nullable Line line;
  private volatile @Nullable PendingCommand<?> current;
  private long nextLook = System.nanoTime();
  private int failures;

  /**
   * Starts the thread.
   *
   * @param name the device's key in the configuration, for the log
   */
  public static DeviceThread start(String name, Port port, Check check, Timing timing) {
    DeviceThread device = new DeviceThread(name, port, check, timing);
    device.thread.start();
    return device;
  }

  private DeviceThread(String name, Port port, Check check, Timing timing) {
    this.name = name;
    this.port = port;
    this.check = check;
    this.timing = timing;
    board = new HealthBoard(timing.clock());
    thread = Thread.ofPlatform().name("device-" + name).daemon(true).unstarted(this::live);
  }

  /** See {@link Device#health()}. */
  public DeviceHealth health() {
    return board.health();
  }

  /** See {@link Device#onHealth}. */
  public Device.Subscription onHealth(Consumer<DeviceHealth> listener) {
    Device.Subscription subscription = board.add(listener);
    queue.wake();
    return subscription;
  }

  /** Puts a command at the end of the queue. Of a closed or overloaded device it fails at once. */
  public <T> DeviceCommand<T> submit(DeviceJob<T> job) {
    PendingCommand<T> command = new PendingCommand<>(job);
    switch (queue.offer(command)) {
      case TAKEN -> {}
      case CLOSED -> command.drop();
      case FULL -> {
        Condition busy = Condition.attention(Detail.BUSY);
        command.fail(new DeviceHealth(busy.state(), busy.detail(), timing.clock().instant()));
      }
    }
    return command;
  }

  /**
   * Ends the thread, waiting for it at most two seconds, and gives the port back. Commands that
   * wait end as cancelled; one under way is told that its line failed. Idempotent.
   */
  @Override
  public void close() {
    queue.close();
    PendingCommand<?> underWay = current;
    if (underWay != null) {
      underWay.cancel();
    }
    dropLine();
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
        fail(Detail.DRIVER_FAULT);
      }
    }
    end();
  }

  private void turn() throws InterruptedException {
    board.tell();
    Optional<PendingCommand<?>> next = queue.take(nextLook - System.nanoTime());
    if (next.isEmpty() && (queue.closed() || System.nanoTime() < nextLook)) {
      return;
    }
    current = next.orElse(null);
    try {
      serve(next);
    } catch (DeviceFaultException e) {
      LOG.log(System.Logger.Level.DEBUG, name + ": " + e.getMessage());
      fail(queue.closed() ? Detail.CLOSED : e.detail());
    }
    current = null;
  }

  private void serve(Optional<PendingCommand<?>> command) throws DeviceFaultException {
    Line known = line;
    Line open = known == null ? connect() : known;
    if (known == null || command.isEmpty()) {
      look(open);
    }
    if (command.isPresent()) {
      command.get().run(open);
      look(open);
    }
  }

  private Line connect() throws DeviceFaultException {
    Line fresh = port.open();
    synchronized (lineLock) {
      line = fresh;
    }
    if (queue.closed()) {
      dropLine();
      throw new DeviceFaultException(Detail.CLOSED, name + " is closed");
    }
    return fresh;
  }

  private void look(Line open) throws DeviceFaultException {
    Condition condition = check.look(open);
    failures = 0;
    nextLook = System.nanoTime() + timing.checkEvery().toNanos();
    publish(condition);
  }

  private void fail(Detail detail) {
    dropLine();
    failures++;
    nextLook = System.nanoTime() + timing.backoff().after(failures).toNanos();
    PendingCommand<?> command = current;
    current = null;
    publish(Condition.unavailable(detail));
    if (command != null) {
      command.fail(board.health());
    }
  }

  private void publish(Condition condition) {
    if (board.set(condition)) {
      LOG.log(System.Logger.Level.INFO, name + ": " + condition.state() + " " + condition.detail());
    }
  }

  private void dropLine() {
    synchronized (lineLock) {
      Line open = line;
      line = null;
      if (open != null) {
        open.close();
      }
    }
  }

  private void end() {
    boolean interruptedByClose = Thread.interrupted();
    LOG.log(System.Logger.Level.DEBUG, name + ": ended, interrupted " + interruptedByClose);
    dropLine();
    queue.rest().forEach(PendingCommand::drop);
    publish(Condition.unavailable(Detail.CLOSED));
  }
}
