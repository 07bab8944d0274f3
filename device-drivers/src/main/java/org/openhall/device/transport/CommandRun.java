package org.openhall.device.transport;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openhall.device.Counters;
import org.openhall.device.DeviceEvent;
import org.openhall.device.Media;
import org.openhall.device.Prompt;

/** A command while its job does it: whether it is still wanted, and whom to tell what happens. */
public final class CommandRun {

  private final long id;
  private final Consumer<Report> reports;
  private final CountDownLatch wanted = new CountDownLatch(1);

  /** What a job tells on its way. */
  sealed interface Report {
    /** The device was seen to have media or none. */
    record Seen(Media media) implements Report {}

    /** So many more were counted. */
    record More(Counters counters) implements Report {}

    /** A person is to do something. */
    record Asked(DeviceEvent.Prompted prompt) implements Report {}

    /** So much of the command is done. */
    record Came(DeviceEvent.Progressed far) implements Report {}

    /** The device was seen to be in this condition. */
    record Found(Condition condition) implements Report {}
  }

  CommandRun(long id, Consumer<Report> reports) {
    this.id = id;
    this.reports = reports;
  }

  /** A run of no device: nobody hears what it tells. For tests of a job by itself. */
  public static CommandRun unheard() {
    return new CommandRun(0, _ -> {});
  }

  /** Whether the command is no longer wanted. */
  public boolean cancelled() {
    return wanted.getCount() == 0;
  }

  /**
   * Goes on only if the command is still wanted.
   *
   * @throws CommandCancelledException if it is not; its outcome is then that of a cancelled one
   */
  public void requireWanted() throws CommandCancelledException {
    if (cancelled()) {
      throw new CommandCancelledException();
    }
  }

  /**
   * Waits, but not longer than the command is wanted.
   *
   * @return whether it is no longer wanted
   */
  public boolean await(Duration wait) {
    try {
      return wanted.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Something was laid in or taken, or it can no longer be told. */
  public void seen(Media media) {
    reports.accept(new Report.Seen(media));
  }

  /** Counts so many more, e.g. {@code receipts-printed}. */
  public void count(String counter, long more) {
    reports.accept(new Report.More(Counters.NONE.plus(counter, more)));
  }

  /** So many parts of the command are done, e.g. pages. */
  public void progressed(int done, int of) {
    reports.accept(new Report.Came(new DeviceEvent.Progressed(id, done, of)));
  }

  /** How the device is meanwhile, for a command that takes long. */
  public void found(Condition condition) {
    reports.accept(new Report.Found(condition));
  }

  /** Asks a person to do something. */
  public void ask(Prompt prompt) {
    reports.accept(new Report.Asked(new DeviceEvent.Prompted(id, prompt)));
  }

  /** Says that the command is no longer wanted. Idempotent. */
  public void cancel() {
    wanted.countDown();
  }
}
