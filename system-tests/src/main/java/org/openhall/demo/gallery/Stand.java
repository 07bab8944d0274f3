package org.openhall.demo.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.openhall.content.Attachment;
import org.openhall.device.ReceiptPrinter;
import org.openhall.kiosk.KioskScene;
import org.openhall.kiosk.desk.ReceiptDesk;
import org.openhall.kiosk.file.FileShelf;
import org.openhall.kiosk.shell.ContentFollower;
import org.openhall.kiosk.shell.ContentState;
import org.openhall.kiosk.shell.Language;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.shell.Terminal;
import org.openhall.kiosk.typing.InputMethod;
import org.openhall.kiosk.widget.FollowingFrame;

/** A terminal to take pictures of: real screens and content, a clock that stands still. */
final class Stand implements AutoCloseable {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration STILL = Duration.ofMillis(120);
  private static final Duration WORDS_STILL = Duration.ofMillis(40);
  private static final Duration STILL_AFTER_A_PRESS = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int RIM = 12;
  private static final Attachment NO_FILE = new Attachment("", "", 0, "0".repeat(64), null);

  private final ContentFollower content;
  private final FileShelf files;
  private final PlayedDevices devices = new PlayedDevices();
  private final AtomicLong nanos = new AtomicLong();
  private final Deque<Runnable> held = new ArrayDeque<>();
  private final KioskScene kiosk;
  private final Scene scene;
  private final Finger finger;
  private final Stage stage;
  private boolean holding;

  /** How a stand is set up. */
  record Setting(Path folder, Scenery scenery, Language language, Orientation orientation) {}

  /** Opens the terminal and waits until its content is there, or known not to be. */
  static Stand open(Setting setting, InputMethod inputMethod) throws IOException {
    return open(setting, inputMethod, Optional.empty());
  }

  /** The same, with a printer that prints; without one it is played. */
  static Stand open(Setting setting, InputMethod inputMethod, Optional<ReceiptPrinter> printer)
      throws IOException {
    Stand stand = ScreenThread.call(() -> new Stand(setting, inputMethod, printer));
    stand.await(stand::looked, "the content is opened");
    return stand;
  }

  private Stand(Setting setting, InputMethod inputMethod, Optional<ReceiptPrinter> printer) {
    Duration later =
        setting.scenery() == Scenery.STALE ? Duration.ofDays(24) : Duration.ofHours(16);
    Clock clock = Clock.fixed(GalleryContent.PUBLISHED.plus(later), ZONE);
    content = new ContentFollower(setting.folder(), clock, this::onScreen);
    files = new FileShelf(setting.folder(), this::onScreen);
    ReceiptDesk desk =
        new ReceiptDesk(printer.or(() -> Optional.of(devices.printer())), Platform::runLater);
    Terminal terminal = new Terminal("terminal-1", "示例市政务服务中心 1楼大厅", "f1-open");
    kiosk =
        new KioskScene(
            new KioskScene.Parts(content, files, desk, inputMethod, terminal, clock, nanos::get),
            setting.language(),
            setting.orientation());
    kiosk.connect(Optional.of(devices.reader()));
    scene = kiosk.scene(setting.orientation().width(), setting.orientation().height());
    finger = new Finger(scene);
    stage = new Stage();
    stage.setScene(scene);
    kiosk.navigator().attract();
    stage.show();
    content.start();
    kiosk.start();
  }

  /** Shows an exhibit and gives its picture once nothing moves any more. */
  Picture picture(Exhibit exhibit) throws IOException {
    Watch<Picture> pixels =
        new Watch<>(STILL, this::shoot, (a, b) -> Arrays.equals(a.pixels(), b.pixels()));
    return show(exhibit, pixels);
  }

  /** Shows an exhibit and gives the part of its picture that holds these nodes, with a rim. */
  Picture part(Exhibit exhibit, String selector, int count) throws IOException {
    Picture whole = picture(exhibit);
    double[] box = ScreenThread.call(() -> SceneNodes.around(scene, selector, count));
    return whole.part(
        (int) box[0] - RIM, (int) box[1] - RIM, (int) box[2] + RIM, (int) box[3] + RIM);
  }

  /** Shows an exhibit and gives what a person could not read or press, see {@link Inspection}. */
  List<String> faults(Exhibit exhibit) throws IOException {
    List<String> source = exhibit.scenery().source();
    Supplier<List<String>> faults = () -> ScreenThread.call(() -> Inspection.of(scene, source));
    return show(exhibit, new Watch<>(WORDS_STILL, faults, List::equals));
  }

  /**
   * What is looked at until it changes no more.
   *
   * @param still for so long it stays alike
   */
  private record Watch<T>(Duration still, Supplier<T> look, BiPredicate<T, T> alike) {
    Watch<T> after(Duration longer) {
      return new Watch<>(longer, look, alike);
    }
  }

  private <T> T show(Exhibit exhibit, Watch<T> watch) throws IOException {
    ScreenThread.run(() -> begin(exhibit));
    T seen = still(exhibit, watch);
    for (String press : exhibit.presses()) {
      press(exhibit, press);
      seen = still(exhibit, watch.after(STILL_AFTER_A_PRESS));
    }
    ScreenThread.run(() -> {
      holding = false;
      held.clear();
      devices.play("print:done");
    });
    return seen;
  }

  /** Presses what is shown under this id. */
  void press(String id) throws IOException {
    await(() -> finger.find(id).isPresent(), id + " is shown");
    ScreenThread.run(() -> finger.press(id));
  }

  /** What a label says, as soon as it says something that fits. */
  String words(String id, Predicate<String> fits) throws IOException {
    await(() -> fits.test(words(id)), id + " says what is waited for");
    return ScreenThread.call(() -> words(id));
  }

  /** Whether something is shown that can be pressed. */
  boolean offers(String id) {
    return ScreenThread.call(() -> finger.find(id).isPresent());
  }

  private String words(String id) {
    return scene.getRoot().lookupAll("#" + id).stream()
        .filter(node -> node instanceof Label && Finger.shown(node))
        .map(node -> ((Label) node).getText())
        .findFirst()
        .orElse("");
  }

  private void begin(Exhibit exhibit) {
    nanos.set(0);
    kiosk.session().end();
    kiosk.navigator().home();
    holding = exhibit.scenery() == Scenery.LOADING;
    kiosk.navigator().go(exhibit.destination());
  }

  private void press(Exhibit exhibit, String word) throws IOException {
    if (word.equals("idle")) {
      ScreenThread.run(kiosk.session()::begin);
      nanos.addAndGet(Duration.ofSeconds(75).toNanos());
      await(() -> finger.find("idle-overlay").isPresent(), "the idle overlay");
    } else if (word.contains(":")) {
      ScreenThread.run(() -> devices.play(word));
    } else {
      await(() -> finger.find(word).isPresent(), exhibit.name() + " shows " + word);
      ScreenThread.run(() -> finger.press(word));
    }
  }

  private <T> T still(Exhibit exhibit, Watch<T> watch) throws IOException {
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
      CompletableFuture<Boolean> content = new CompletableFuture<>();
      CompletableFuture<Boolean> files = new CompletableFuture<>();
      ScreenThread.run(() -> {
        this.content.ask(_ -> true, _ -> content.complete(true));
        this.files.open(NO_FILE, _ -> files.complete(true));
      });
      content.thenCombine(files, (_, _) -> true).join();
    }
  }

  /** Waits until pages that complete themselves after their first picture have done so. */
  private static void completed() {
    CompletableFuture<Boolean> frames = new CompletableFuture<>();
    ScreenThread.run(() -> FollowingFrame.run(() -> frames.complete(true)));
    frames.join();
  }

  /** What is seen now. */
  Picture shoot() {
    return ScreenThread.call(() -> {
      stopTicker();
      WritableImage image = scene.snapshot(null);
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      int[] pixels = new int[width * height];
      image
          .getPixelReader()
          .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
      return new Picture(width, height, pixels);
    });
  }

  private void stopTicker() {
    for (Node line : scene.getRoot().lookupAll("#ticker .label")) {
      if (line instanceof Label) {
        line.setTranslateX(0);
      }
    }
  }

  /** Whether the terminal knows what it has to show; asked on the screen's thread. */
  private boolean looked() {
    return !(content.published().state().getValue() instanceof ContentState.Opening);
  }

  /** What follows content and files speaks here, and is held while an exhibit is loading. */
  private void onScreen(Runnable told) {
    Platform.runLater(() -> {
      if (holding) {
        held.add(told);
      } else {
        told.run();
      }
    });
  }

  private void await(java.util.function.BooleanSupplier condition, String what) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!ScreenThread.call(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new IOException("In vain it was waited that " + what + ".");
      }
      pause();
    }
  }

  private static void pause() {
    java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
  }

  @Override
  public void close() {
    ScreenThread.run(() -> {
      kiosk.session().end();
      stage.close();
    });
    content.close();
    files.close();
  }
}
