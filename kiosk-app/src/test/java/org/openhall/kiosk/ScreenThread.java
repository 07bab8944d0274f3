package org.openhall.kiosk;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;

/** The screen's thread without a display, started once for all tests. */
public final class ScreenThread {

  static {
    System.setProperty("glass.platform", "Monocle");
    System.setProperty("monocle.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Platform.startup(() -> {});
  }

  private ScreenThread() {}

  /** What the work gives, done on the screen's thread. */
  public static <T> T get(Supplier<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> done.completeAsync(work, Runnable::run));
    return done.join();
  }
}
