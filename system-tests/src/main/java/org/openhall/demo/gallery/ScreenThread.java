package org.openhall.demo.gallery;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;

/** The screen's thread, drawing in memory by the software pipeline: no display, no GPU. */
final class ScreenThread {
  private static boolean started;

  private ScreenThread() {}

  /** Starts it, unless it runs in this process. */
  static synchronized void start(Path temporary) {
    if (started) {
      return;
    }
    started = true;
    System.setProperty("glass.platform", "Monocle");
    System.setProperty("monocle.platform", "Headless");
    System.setProperty("headless.geometry", "1920x1920-32");
    System.setProperty("prism.order", "sw");
    System.setProperty("prism.disableRegionCaching", "true"); // as the kiosk
    System.setProperty("prism.lcdtext", "false");
    System.setProperty("java.awt.headless", "true");
    System.setProperty("org.sqlite.tmpdir", temporary.toString());
    System.setProperty("javafx.cachedir", temporary.toString());
    System.setProperty("pdfbox.fontcache", temporary.toString());
    Platform.startup(() -> Platform.setImplicitExit(false));
  }

  /** Ends it; without this the program would stay. */
  static void end() {
    Platform.exit();
  }

  /** Does something there and gives what came of it. */
  static <T> T call(Supplier<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> done.completeAsync(work, Runnable::run));
    return done.join();
  }

  /** Does something there. */
  static void run(Runnable work) {
    var _ =
        call(() -> {
          work.run();
          return true;
        });
  }
}
