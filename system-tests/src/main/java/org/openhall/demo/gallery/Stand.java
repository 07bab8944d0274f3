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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.openhall.device.ReceiptPrinter;
import org.openhall.device.Sense;
import org.openhall.kiosk.KioskScene;
import org.openhall.kiosk.desk.PageDesk;
import org.openhall.kiosk.desk.ReceiptDesk;
import org.openhall.kiosk.file.FileShelf;
import org.openhall.kiosk.shell.ContentFollower;
import org.openhall.kiosk.shell.ContentState;
import org.openhall.kiosk.shell.Language;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.shell.Terminal;
import org.openhall.kiosk.technician.Reason;
import org.openhall.kiosk.technician.TechnicianArea;
import org.openhall.kiosk.typing.InputMethod;

/** A terminal to take pictures of: real screens and content, a clock that stands still. */
final class Stand implements AutoCloseable {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration STILL = Duration.ofMillis(120);
  private static final Duration WORDS_STILL = Duration.ofMillis(40);
  private static final Duration STILL_AFTER_A_PRESS = Duration.ofMillis(300);
  private static final int RIM = 12;

  private final ContentFollower content;
  private final FileShelf files;
  private final PlayedDevices devices = new PlayedDevices();
  private final AtomicLong nanos = new AtomicLong();
  private final Deque<Runnable> held = new ArrayDeque<>();
  private final KioskScene kiosk;
  private final Scene scene;
  private final Finger finger;
  private final Rest rest;
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
    Rest.await(stand::looked, "the content is opened");
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
    PageDesk pages = new PageDesk(PageDesk.USUAL_PAGES, Platform::runLater);
    pages.connect(devices.pagePrinter());
    Terminal terminal = new Terminal("terminal-1", "示例市政务服务中心 1楼大厅", "f1-open");
    kiosk =
        new KioskScene(
            new KioskScene.Parts(
                content, files, desk, pages, inputMethod, terminal, clock, nanos::get),
            setting.language(),
            setting.orientation());
    kiosk.connect(devices.readers(""));
    kiosk.connect(Optional.of(devices.scanner()));
    kiosk.connect(devices.cases());
    kiosk.connect(new PlayedService(), new TechnicianArea.Contact("0000-12345", "工作日 9:00—17:00"));
    scene = kiosk.scene(setting.orientation().width(), setting.orientation().height());
    finger = new Finger(scene);
    rest = new Rest(scene, content, files);
    stage = new Stage();
    stage.setScene(scene);
    kiosk.navigator().attract();
    stage.show();
    content.start();
    kiosk.start();
  }

  /** Shows an exhibit and gives its picture once nothing moves any more. */
  Picture picture(Exhibit exhibit) throws IOException {
    return show(exhibit, pixels(), picture -> picture);
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
    Rest.Watch<List<String>> words =
        new Rest.Watch<>(WORDS_STILL, () -> inspect(exhibit), List::equals);
    return show(exhibit, words, faults -> faults);
  }

  /** Shows an exhibit once and gives both. */
  Seen seen(Exhibit exhibit) throws IOException {
    return show(exhibit, pixels(), picture -> new Seen(picture, inspect(exhibit)));
  }

  /** An exhibit at rest: its picture, and what a person could not read or press. */
  record Seen(Picture picture, List<String> faults) {}

  private Rest.Watch<Picture> pixels() {
    return new Rest.Watch<>(STILL, this::shoot, (a, b) -> Arrays.equals(a.pixels(), b.pixels()));
  }

  private List<String> inspect(Exhibit exhibit) {
    return ScreenThread.call(() -> Inspection.of(scene, exhibit.scenery().source()));
  }

  private <T, R> R show(Exhibit exhibit, Rest.Watch<T> watch, Function<T, R> atRest)
      throws IOException {
    ScreenThread.run(() -> begin(exhibit));
    T seen = rest.of(exhibit, watch);
    for (String press : exhibit.presses()) {
      press(exhibit, press);
      seen = rest.of(exhibit, watch.after(STILL_AFTER_A_PRESS));
    }
    R result = atRest.apply(seen);
    ScreenThread.run(() -> {
      holding = false;
      held.clear();
      kiosk.technicianArea().ifPresent(TechnicianArea::close);
      devices.play("print:done");
      devices.play("page:done");
      devices.play("page:fine");
    });
    return result;
  }

  /** Presses what is shown under this id. */
  void press(String id) throws IOException {
    Rest.await(() -> finger.find(id).isPresent(), id + " is shown");
    ScreenThread.run(() -> finger.press(id));
  }

  /** What a label says, as soon as it says something that fits. */
  String words(String id, Predicate<String> fits) throws IOException {
    Rest.await(() -> fits.test(words(id)), id + " says what is waited for");
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
    kiosk.presence(Sense.UNKNOWN);
    kiosk.door(Sense.UNKNOWN);
    kiosk.session().end();
    kiosk.navigator().home();
    holding = exhibit.scenery() == Scenery.LOADING;
    kiosk.connect(devices.readers(exhibit.presses().isEmpty() ? "" : exhibit.presses().getFirst()));
    kiosk.navigator().go(exhibit.destination());
  }

  private void press(Exhibit exhibit, String word) throws IOException {
    if (word.equals("idle")) {
      ScreenThread.run(kiosk.session()::begin);
      nanos.addAndGet(Duration.ofSeconds(75).toNanos());
      Rest.await(() -> finger.find("idle-overlay").isPresent(), "the idle overlay");
    } else if (word.startsWith("readers:")) {
      Rest.await(() -> finger.find("identify-agree").isPresent(), exhibit.name() + " is shown");
    } else if (word.equals("sense:near")) {
      ScreenThread.run(() -> kiosk.presence(Sense.ACTIVE));
    } else if (word.equals("sense:door")) {
      ScreenThread.run(() -> kiosk.door(Sense.ACTIVE));
    } else if (word.equals("service:open")) {
      ScreenThread.run(() -> kiosk.technicianArea().orElseThrow().open());
    } else if (word.startsWith("out:")) {
      Reason reason = Reason.valueOf(word.substring("out:".length()));
      ScreenThread.run(
          () -> kiosk.technicianArea().orElseThrow().outOfService(Optional.of(reason)));
    } else if (word.contains(":")) {
      ScreenThread.run(() -> devices.play(word));
    } else {
      Rest.await(() -> finger.find(word).isPresent(), exhibit.name() + " shows " + word);
      ScreenThread.run(() -> finger.press(word));
    }
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
