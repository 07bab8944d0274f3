package org.openhall.kiosk.file;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The one thread on which attachments are read. Whatever breaks there, be it the memory that a
 * strange file takes, breaks that one answer: it is said on standard error, and the screen hears
 * the answer for trouble.
 */
final class FileThread implements AutoCloseable {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("files").daemon().factory());
  private final Executor screen;

  FileThread(Executor screen) {
    this.screen = screen;
  }

  /** Work that has no answer. */
  interface Task {
    void run() throws IOException;
  }

  /**
   * Answers on the screen's thread.
   *
   * @param otherwise the answer when the work breaks
   */
  <T> void ask(Callable<T> work, T otherwise, Consumer<T> then) {
    thread.execute(
        new FutureTask<>(work) {
          @Override
          protected void done() {
            T answer = state() == State.SUCCESS ? resultNow() : told(exceptionNow(), otherwise);
            screen.execute(() -> then.accept(answer));
          }
        });
  }

  /** Waits for the answer, a minute at most; empty when the work breaks. For other threads. */
  <T> Optional<T> await(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    try {
      thread.execute(task);
      return Optional.of(task.get(1, TimeUnit.MINUTES));
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      System.err.println("kiosk: an attachment cannot be drawn for paper: " + e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  void run(Task task) {
    ask(
        () -> {
          task.run();
          return true;
        },
        false,
        _ -> {});
  }

  private static <T> T told(Throwable problem, T otherwise) {
    System.err.println("kiosk: an attachment cannot be shown: " + problem);
    return otherwise;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
