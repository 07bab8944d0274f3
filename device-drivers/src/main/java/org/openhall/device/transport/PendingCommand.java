package org.openhall.device.transport;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceHealth;

/** A command in the queue or under way. */
final class PendingCommand<T> implements DeviceCommand<T> {

  private final DeviceJob<T> job;
  private final CompletableFuture<T> outcome = new CompletableFuture<>();
  private final Cancellation cancellation = new Cancellation();

  PendingCommand(DeviceJob<T> job) {
    this.job = job;
  }

  @Override
  public CompletionStage<T> outcome() {
    return outcome.minimalCompletionStage();
  }

  @Override
  public void cancel() {
    cancellation.request();
  }

  void run(Line line) throws DeviceFaultException {
    outcome.complete(cancellation.requested() ? job.cancelled() : job.run(line, cancellation));
  }

  void fail(DeviceHealth health) {
    if (!outcome.isDone()) {
      outcome.complete(job.failed(health));
    }
  }

  /** Ends a command that was never begun. */
  void drop() {
    if (!outcome.isDone()) {
      outcome.complete(job.cancelled());
    }
  }
}
