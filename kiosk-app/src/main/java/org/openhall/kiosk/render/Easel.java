package org.openhall.kiosk.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
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
import org.openhall.content.codec.EmergencyList;
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
import org.openhall.link.render.RenderPart;

/** A terminal's screen in memory, from which pictures are taken. */
final class Easel implements AutoCloseable {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration STILL = Duration.ofMillis(200);
  private static final int SAME = 5;
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** Of one picture: beyond it the page comes in pieces. */
  private static final double MOST_PIXELS = 12e6;

  private static final int MOST_PIECES = 6;

  /** Rows that come near are laid out, and the page is another length then. */
  private static final int TRIES = 6;

  private final ContentFollower content;
  private final FileShelf files;
  private final KioskScene kiosk;
  private final Scene scene;
  private final Stage stage;
  private final Orientation orientation;
  private final boolean hasAlert;

  /** Begins to draw in memory, without a display. */
  static void begin(Path temporary) {
    System.setProperty("glass.platform", "Monocle");
    System.setProperty("monocle.platform", "Headless");
    System.setProperty("headless.geometry", "1920x11200-32");
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
    hasAlert = Files.exists(folder.resolve("content").resolve(EmergencyList.FILE));
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

  /** Hears of a picture. */
  interface Taker {
    void take(RenderPart.Picture picture) throws IOException;
  }

  /**
   * Goes to a page and takes its pictures: the screen as it first is, and where the page is longer,
   * all of it on a screen that is made as high.
   *
   * @return whether the page goes on after the last picture
   */
  boolean draw(Destination page, Taker taker) throws IOException {
    onScreen(() -> {
      kiosk.navigator().home();
      kiosk.navigator().go(page);
      return true;
    });
    if (hasAlert) {
      await(() -> scene.lookup("#emergency-overlay").isVisible());
    }
    taker.take(picture(0));
    Optional<Length> length = onScreen(() -> Length.of(scene));
    if (length.isEmpty() || onScreen(length.get()::beyond) == 0) {
      return false;
    }
    grow(length.get());
    for (int number = 1; number <= MOST_PIECES; number++) {
      taker.take(picture(number));
      if (!onScreen(length.get()::turn)) {
        return false;
      }
    }
    return true;
  }

  /** Makes the screen as high as the page, or as high as pictures may be. */
  private void grow(Length length) throws IOException {
    double highest = Math.floor(MOST_PIXELS / orientation.width());
    for (int i = 0; i < TRIES && stage.getHeight() < highest; i++) {
      double missing = onScreen(length::beyond);
      if (missing == 0) {
        return;
      }
      onScreen(() -> {
        stage.setHeight(Math.min(highest, stage.getHeight() + missing));
        return true;
      });
      atRest();
    }
  }

  private RenderPart.Picture picture(int number) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(atRest(), "png", png);
    RenderPart.Look look =
        orientation == Orientation.PORTRAIT ? RenderPart.Look.PORTRAIT : RenderPart.Look.LANDSCAPE;
    return new RenderPart.Picture(look, number, png.toByteArray());
  }

  /**
   * What is seen once nothing moves any more: the same many times, each after all that was asked of
   * the content is answered, and for a while. One of the two alone is not enough, where a page asks
   * again upon an answer, or the machine is slow.
   */
  private BufferedImage atRest() throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    BufferedImage seen = pixels();
    int last = hash(seen);
    long since = System.nanoTime();
    for (int same = 0; same < SAME || System.nanoTime() - since < STILL.toNanos(); same++) {
      answered();
      LockSupport.parkNanos(PAUSE.toNanos());
      seen = pixels();
      int now = hash(seen);
      if (now != last) {
        last = now;
        since = System.nanoTime();
        same = 0;
      }
      if (System.nanoTime() > end) {
        throw new IOException("the page does not come to rest");
      }
    }
    return seen;
  }

  private static int hash(BufferedImage seen) {
    return Arrays.hashCode(((DataBufferInt) seen.getRaster().getDataBuffer()).getData());
  }

  /** Waits until what was asked of the content has been answered and drawn. */
  private void answered() {
    CompletableFuture<Boolean> asked = new CompletableFuture<>();
    CompletableFuture<Boolean> drawn = new CompletableFuture<>();
    onScreen(() -> {
      content.ask(_ -> true, _ -> asked.complete(true));
      FollowingFrame.run(() -> drawn.complete(true));
      return true;
    });
    asked.thenCombine(drawn, (_, _) -> true).join();
  }

  private BufferedImage pixels() {
    return onScreen(() -> {
      WritableImage image = scene.snapshot(null);
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      int[] all = ((DataBufferInt) pixels.getRaster().getDataBuffer()).getData();
      image
          .getPixelReader()
          .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), all, 0, width);
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
    onScreen(() -> {
      kiosk.session().end();
      stage.close();
      return true;
    });
    content.close();
    files.close();
  }
}
