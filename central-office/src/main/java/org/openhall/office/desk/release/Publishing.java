package org.openhall.office.desk.release;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openhall.office.bucket.BucketException;
import org.openhall.office.text.Trouble;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.storage.OvertakenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The publication that goes on in this server, or the last one: one at a time, on a thread of its
 * own, as a bucket may take longer than a browser waits.
 */
@Component
final class Publishing {
  private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

  /** So long a page waits for the end; then it shows how far it is. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private static final FutureTask<String> NONE = new FutureTask<>(() -> "");

  private FutureTask<String> task = NONE;
  private boolean isTold = true;

  /** How it stands. */
  sealed interface State {}

  /** Nothing is to be said. */
  record Idle() implements State {}

  /** It goes on. */
  record Running() implements State {}

  /**
   * It ended, and nobody was told yet.
   *
   * @param trouble key of what was in the way; empty where it is out
   */
  record Ended(String trouble) implements State {}

  /** It broke, and none has begun since. */
  record Broken(Trouble why) implements State {}

  /**
   * Begins, unless one goes on.
   *
   * @param work publishes, and returns the key of what was in the way, or nothing
   */
  synchronized boolean begin(Callable<String> work) {
    if (state() instanceof Running) {
      return false;
    }
    task = new Logged(work);
    isTold = false;
    Thread.ofPlatform().name("publish-release").daemon().start(task);
    return true;
  }

  synchronized State state() {
    if (task == NONE || (isTold && task.state() == FutureTask.State.SUCCESS)) {
      return new Idle();
    }
    return switch (task.state()) {
      case RUNNING, CANCELLED -> new Running(); // nobody cancels
      case SUCCESS -> new Ended(task.resultNow());
      case FAILED -> new Broken(trouble(task.exceptionNow()));
    };
  }

  /** How it stands when it has ended, or goes on after a while. */
  State soon() {
    FutureTask<String> begun = begun();
    try {
      begun.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      // the log has it, and the page says it
    } catch (TimeoutException e) {
      LOG.info("The publication takes its time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return state();
  }

  private synchronized FutureTask<String> begun() {
    return task;
  }

  /** The end, told once. */
  synchronized Optional<Ended> news() {
    if (state() instanceof Ended ended) {
      isTold = true;
      return Optional.of(ended);
    }
    return Optional.empty();
  }

  /** What breaks stands in the log, whether or not a page still waits for it. */
  private static final class Logged extends FutureTask<String> {
    Logged(Callable<String> work) {
      super(work);
    }

    @Override
    protected void done() {
      if (state() == FutureTask.State.FAILED) {
        LOG.error("A release could not be published", exceptionNow());
      }
    }
  }

  private static Trouble trouble(Throwable cause) {
    return switch (cause) {
      case BucketException e -> e.trouble();
      case OvertakenException _ -> Trouble.of("trouble.overtaken");
      case RepositoryException e ->
          Trouble.of("trouble.repository", String.valueOf(e.getMessage()));
      default -> Trouble.of("trouble.machine", cause.toString());
    };
  }
}
