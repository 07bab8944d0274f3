package org.openhall.simulator.printer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where cut-off paper falls. Drawing a slip takes long beside what a host waits for an answer, so a
 * thread of its own does it.
 */
final class PaperTray implements AutoCloseable {

  private final SlipStore store;
  private final Runnable changed;
  private final Consumer<String> errors;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("paper").factory());
  private int beingDrawn;
  private @Nullable Slip latest;

  /**
   * An empty tray.
   *
   * @param changed called when a slip has been written
   * @param errors takes why a slip could not be written
   */
  PaperTray(SlipStore store, Runnable changed, Consumer<String> errors) {
    this.store = store;
    this.changed = changed;
    this.errors = errors;
  }

  /**
   * Takes a slip, to be drawn soon.
   *
   * @param roll how the roll was that it came from
   */
  synchronized void take(List<PaperItem> items, Paper roll) {
    beingDrawn++;
    thread.execute(() -> draw(items, roll));
  }

  /** Waits until all slips are drawn and written. */
  synchronized void awaitAll() throws InterruptedException {
    while (beingDrawn > 0) {
      wait();
    }
  }

  /** The slip that was written last. */
  synchronized Optional<Slip> latest() {
    return Optional.ofNullable(latest);
  }

  @Override
  public void close() {
    thread.close();
  }

  private void draw(List<PaperItem> items, Paper roll) {
    try {
      Slip slip = store.keep(items, roll);
      synchronized (this) {
        latest = slip;
      }
    } catch (IOException e) {
      errors.accept("a slip could not be written: " + e);
    } finally {
      drawn();
    }
    changed.run();
  }

  private synchronized void drawn() {
    beingDrawn--;
    notifyAll();
  }
}
