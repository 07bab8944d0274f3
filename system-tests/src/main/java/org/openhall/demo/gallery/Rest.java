package org.openhall.demo.gallery;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Scene;
import org.openhall.content.Attachment;
import org.openhall.kiosk.file.FileShelf;
import org.openhall.kiosk.shell.ContentFollower;
import org.openhall.kiosk.widget.FollowingFrame;

/** Knows when a screen has come to rest: all is answered, completed and alike for a while. */
final class Rest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(30);
  private static final Attachment NO_FILE = new Attachment("", "", 0, "0".repeat(64), null);

  private final Scene scene;
  private final ContentFollower content;
  private final FileShelf files;

  Rest(Scene scene, ContentFollower content, FileShelf files) {
    this.scene = scene;
    this.content = content;
    this.files = files;
  }

  /**
   * What is looked at until it changes no more.
   *
   * @param still for so long it stays alike
   */
  record Watch<T>(Duration still, Supplier<T> look, BiPredicate<T, T> alike) {
    Watch<T> after(Duration longer) {
      return new Watch<>(longer, look, alike);
    }
  }

  /** The last look at an exhibit that is shown. */
  <T> T of(Exhibit exhibit, Watch<T> watch) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    answered(exhibit);
    completed();
    T last = watch.look().get();
    long since = System.nanoTime();
    boolean loading = true;
    while (System.nanoTime() - since < watch.still().toNanos() || loading) {
      pause();
      answered(exhibit);
      loading = isLoading(exhibit);
      T now = watch.look().get();
      if (!watch.alike().test(now, last)) {
        since = System.nanoTime();
      }
      last = now;
      if (System.nanoTime() > end) {
        throw new IOException(exhibit.name() + " does not come to rest");
      }
    }
    return last;
  }

  /**
   * Whether something is being loaded. The word that says so shows itself only after a moment; its
   * own picture waits for it. A place that keeps it out of sight has loaded.
   */
  private boolean isLoading(Exhibit exhibit) {
    return ScreenThread.call(() -> {
      boolean spoken = exhibit.scenery() == Scenery.LOADING;
      return scene.getRoot().lookupAll(spoken ? ".loading .label" : ".loading").stream()
          .anyMatch(node -> spoken ? !node.isVisible() : Finger.shown(node));
    });
  }

  /** Waits until what was asked of content and files has been answered. */
  private void answered(Exhibit exhibit) {
    if (exhibit.scenery() == Scenery.LOADING) {
      return;
    }
    for (int round = 0; round < 2; round++) {
      CompletableFuture<Boolean> asked = new CompletableFuture<>();
      CompletableFuture<Boolean> opened = new CompletableFuture<>();
      ScreenThread.run(() -> {
        content.ask(_ -> true, _ -> asked.complete(true));
        files.open(NO_FILE, _ -> opened.complete(true));
      });
      asked.thenCombine(opened, (_, _) -> true).join();
    }
  }

  /** Waits until pages that complete themselves after their first picture have done so. */
  private static void completed() {
    CompletableFuture<Boolean> frames = new CompletableFuture<>();
    ScreenThread.run(() -> FollowingFrame.run(() -> frames.complete(true)));
    frames.join();
  }

  /**
   * Waits for something on the screen.
   *
   * @param condition asked on the screen's thread
   * @param what for the message, if it does not come
   */
  static void await(BooleanSupplier condition, String what) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!ScreenThread.call(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new IOException("In vain it was waited that " + what + ".");
      }
      pause();
    }
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE.toNanos());
  }
}
