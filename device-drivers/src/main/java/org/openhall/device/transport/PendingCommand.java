package org.openhall.device.transport;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceHealth;

/** A command in the queue or under way. */
final class PendingCommand<C extends Connection, T> implements DeviceCommand<T> {

  private final long id;
  private final DeviceJob<C, T> job;
  private final CommandRun run;
  private final Runnable onCancel;
  private final CompletableFuture<T> outcome = new CompletableFuture<>();

  PendingCommand(
      long id, DeviceJob<C, T> job, Consumer<CommandRun.Report> reports, Runnable onCancel) {
    this.id = id;
    this.job = job;
    this.onCancel = onCancel;
    run = new CommandRun(id, reports);
  }

  @Override
  public long id() {
    return id;
  }

  String name() {
    return job.name();
  }

  @Override
  public CompletionStage<T> outcome() {
    return outcome.minimalCompletionStage();
  }

  @Override
  public void cancel() {
    run.cancel();
    onCancel.run();
  }

  boolean cancelled() {
    return run.cancelled();
  }

  /** Does the work; the outcome is not told yet. */
  End<T> run(C connection) throws DeviceFaultException {
    try {
      return end(run.cancelled() ? job.cancelled() : job.run(connection, run));
    } catch (CommandCancelledException e) {
      return end(job.cancelled());
    }
  }

  End<T> failed(DeviceHealth health) {
    return end(job.failed(health));
  }

  /** Ends a command that was never begun. */
  void drop() {
    outcome.complete(job.cancelled());
  }

  private End<T> end(T with) {
    return new End<>(with, outcome);
  }

  /** An outcome that is not told yet. */
  record End<T>(T outcome, CompletableFuture<T> future) {
    /** Its kind, e.g. {@code CardRead}. */
    String kind() {
      return outcome.getClass().getSimpleName();
    }

    void tell() {
      future.complete(outcome);
    }
  }
}
