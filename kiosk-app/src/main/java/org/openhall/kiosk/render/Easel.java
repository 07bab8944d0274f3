package org.openhall.kiosk.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.openhall.kiosk.KioskScene;
import org.openhall.kiosk.desk.PageDesk;
import org.openhall.kiosk.desk.ReceiptDesk;
import org.openhall.kiosk.file.FileShelf;
import org.openhall.kiosk.shell.ContentFollower;
import org.openhall.kiosk.shell.ContentState;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.Language;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.shell.Terminal;
import org.openhall.kiosk.typing.InputMethod;
import org.openhall.kiosk.widget.FollowingFrame;

/** A terminal's screen in memory, from which pictures are taken. */
final class Easel implements AutoCloseable {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration STILL = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final ContentFollower content;
  private final FileShelf files;
  private final KioskScene kiosk;
  private final Scene scene;
  private final Stage stage;
  private final Orientation orientation;

  /** Begins to draw in memory, without a display. */
  static void begin(Path temporary) {
    System.setProperty("glass.platform", "Monocle");
    System.setProperty("monocle.platform", "Headless");
    System.setProperty("headless.geometry", "1920x1920-32");
    System.setProperty("prism.order", "sw");
    System.setProperty("prism.disableRegionCaching", "true");
    System.setProperty("prism.lcdtext", "false");
    System.setProperty("java.awt.headless", "true");
    System.setProperty("javafx.cachedir", temporary.resolve("javafx").toString());
    Platform.startup(() -> Platform.setImplicitExit(false));
  }

  /** A terminal over this data folder, once its content is there. */
  static Easel of(Path folder, Language language, Orientation orientation) throws IOException {
    Easel easel = onScreen(() -> new Easel(folder, language, orientation));
    easel.await(
        () -> !(easel.content.published().state().getValue() instanceof ContentState.Opening));
    return easel;
  }

  private Easel(Path folder, Language language, Orientation orientation) {
    this.orientation = orientation;
    Clock clock = Clock.system(ZONE);
    content = new ContentFollower(folder, clock, Platform::runLater);
    files = new FileShelf(folder, Platform::runLater);
    kiosk =
        new KioskScene(
            new KioskScene.Parts(
                content,
                files,
                new ReceiptDesk(Optional.empty(), Platform::runLater),
                new PageDesk(PageDesk.USUAL_PAGES, Platform::runLater),
                new InputMethod(InputMethod.DEBIAN, true),
                new Terminal("", "", ""),
                clock,
                () -> 0),
            language,
            orientation);
    scene = kiosk.scene(orientation.width(), orientation.height());
    stage = new Stage();
    stage.setScene(scene);
    kiosk.navigator().attract();
    stage.show();
    content.start();
  }

  /** Goes to a page, waits until nothing moves any more, and writes what is seen as PNG. */
  void draw(Destination page, Path file) throws IOException {
    var _ =
        onScreen(() -> {
          kiosk.navigator().home();
          kiosk.navigator().go(page);
          return true;
        });
    ImageIO.write(atRest(), "png", file.toFile());
  }

  private BufferedImage atRest() throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    int[] last = {};
    long since = System.nanoTime();
    while (System.nanoTime() - since < STILL.toNanos()) {
      answered();
      LockSupport.parkNanos(PAUSE.toNanos());
      int[] now = pixels();
      if (!Arrays.equals(now, last)) {
        since = System.nanoTime();
        last = now;
      }
      if (System.nanoTime() > end) {
        throw new IOException("the page does not come to rest");
      }
    }
    int width = (int) orientation.width();
    int height = (int) orientation.height();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, last, 0, width);
    return image;
  }

  /** Waits until what was asked of the content has been answered and drawn. */
  private void answered() {
    CompletableFuture<Boolean> asked = new CompletableFuture<>();
    CompletableFuture<Boolean> drawn = new CompletableFuture<>();
    var _ =
        onScreen(() -> {
          content.ask(_ -> true, _ -> asked.complete(true));
          FollowingFrame.run(() -> drawn.complete(true));
          return true;
        });
    asked.thenCombine(drawn, (_, _) -> true).join();
  }

  private int[] pixels() {
    return onScreen(() -> {
      WritableImage image = scene.snapshot(null);
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      int[] pixels = new int[width * height];
      image
          .getPixelReader()
          .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
      return pixels;
    });
  }

  private void await(Supplier<Boolean> condition) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!onScreen(condition)) {
      if (System.nanoTime() > end) {
        throw new IOException("the content is not opened");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static <T> T onScreen(Supplier<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> done.completeAsync(work, Runnable::run));
    return done.join();
  }

  @Override
  public void close() {
    var _ =
        onScreen(() -> {
          kiosk.session().end();
          stage.close();
          return true;
        });
    content.close();
    files.close();
  }
}
