package org.openhall.demo.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.openhall.content.store.EntryFilter;
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

/**
 * The kiosk with one entry: in the directory's list, ready to be opened, or opened and flung. Says
 * on the output where on the display the things to press are, as "id x y width height".
 */
public final class ReadingScene extends Application {
  static final String FLUNG = "flung";
  static final String TEXT = "reader-text";
  static final String BACK = "nav-back";

  private String entry = "";

  /** Starts it; a class that is an application itself cannot, from the class path. */
  public static final class Start {
    private Start() {}

    /**
     * Takes the terminal's folder, the entry's id, its category, its publisher or nothing, and
     * perhaps "flung".
     */
    public static void main(String[] arguments) {
      launch(ReadingScene.class, arguments);
    }
  }

  @Override
  public void start(Stage stage) {
    List<String> words = getParameters().getRaw();
    entry = words.get(1);
    Clock clock = Clock.system(ZoneId.systemDefault());
    Path folder = Path.of(words.getFirst());
    ContentFollower content = new ContentFollower(folder, clock, Platform::runLater);
    KioskScene kiosk =
        new KioskScene(
            new KioskScene.Parts(
                content,
                new FileShelf(folder, Platform::runLater),
                new ReceiptDesk(Optional.empty(), Platform::runLater),
                new PageDesk(PageDesk.USUAL_PAGES, Platform::runLater),
                new InputMethod(InputMethod.DEBIAN, true),
                new Terminal("terminal-1", "大厅", "f1-open"),
                clock,
                System::nanoTime),
            Language.CHINESE,
            Orientation.PORTRAIT);
    show(stage, kiosk.scene(ScrollScene.WIDTH, ScrollScene.HEIGHT));
    kiosk.navigator().home();
    content
        .published()
        .state()
        .subscribe(state -> {
          if (state instanceof ContentState.Shown) {
            begin(kiosk, words);
          }
        });
    content.start();
    kiosk.start();
    stage.show();
    new Telling(stage.getScene()).start();
  }

  private static void show(Stage stage, Scene scene) {
    stage.initStyle(StageStyle.UNDECORATED);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
  }

  private void begin(KioskScene kiosk, List<String> words) {
    EntryFilter among = EntryFilter.none().withCategoryId(words.get(2));
    String publisher = words.get(3);
    kiosk
        .navigator()
        .go(
            new Destination.Directory(
                publisher.isEmpty() ? among : among.withPublisher(publisher)));
    if (words.contains(FLUNG)) {
      kiosk.navigator().go(new Destination.Entry(entry, null));
      new FlingPhases(_ -> {}, () -> System.out.println("row of the reader")).start();
    }
  }

  /** Tells each place once, when it is there and no longer moves. */
  private final class Telling extends AnimationTimer {
    private static final int FRAMES_AT_REST = 30;

    private final Scene scene;
    private final List<String> untold = new ArrayList<>(List.of("entry-" + entry, BACK, TEXT));
    private final Map<String, Bounds> seen = new HashMap<>();
    private int frame;

    Telling(Scene scene) {
      this.scene = scene;
    }

    @Override
    public void handle(long now) {
      if (++frame % FRAMES_AT_REST == 0) {
        untold.removeIf(this::told);
      }
    }

    private boolean told(String id) {
      Node node = scene.lookup("#" + id);
      if (node == null || node.getLayoutBounds().getHeight() < 1) {
        return false;
      }
      Bounds at = node.localToScreen(node.getLayoutBounds());
      if (!at.equals(seen.put(id, at))) {
        return false;
      }
      System.out.printf(
          "%s %.0f %.0f %.0f %.0f%n",
          id, at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
      return true;
    }
  }
}
