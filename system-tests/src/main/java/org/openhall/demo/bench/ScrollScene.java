package org.openhall.demo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.openhall.content.DisclosureEntry;
import org.openhall.kiosk.KioskMain;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.TouchList;

/**
 * The kiosk's own list over 1,000,000 invented titles, flung again and again by a finger, and in
 * turn with that left alone; a small thing moves all the time. Prints the milliseconds between
 * frames of each, one line a phase.
 */
public final class ScrollScene extends Application {
  private static final int ROWS = 1_000_000;
  private static final int WIDTH = 1080;
  private static final int HEIGHT = 1920;
  private static final int PHASES = 12;
  private static final long PHASE_NANOS = 5_000_000_000L;
  private static final int FRAMES_OF_A_FLING = 72;
  private static final int FRAMES_OF_THE_FINGER = 8;
  private static final int STEP = 90;

  private final InventedEntries entries = new InventedEntries(ROWS, false);
  private final TouchList<Integer> list = new TouchList<>(this::row);
  private final Rectangle moving = new Rectangle(60, 60, Color.DARKRED);
  private final List<String> intervals = new ArrayList<>();

  /** Starts it; a class that is an application itself cannot, from the class path. */
  public static final class Start {
    private Start() {}

    /** Takes no words. */
    public static void main(String[] arguments) {
      launch(ScrollScene.class, arguments);
    }
  }

  @Override
  public void start(Stage stage) {
    setUserAgentStylesheet(stylesheet("theme.css"));
    list.showFromTop(IntStream.range(0, ROWS).boxed().toList());
    list.scrollTo(ROWS / 2);
    BorderPane pane = new BorderPane(list, moving, null, null, null);
    pane.setStyle("-fx-font-family: \"Noto Sans CJK SC\"");
    stage.initStyle(StageStyle.UNDECORATED);
    Scene scene = new Scene(pane, WIDTH, HEIGHT);
    scene.getStylesheets().add(stylesheet("reading.css"));
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    new Phases().start();
  }

  private static String stylesheet(String name) {
    return Objects.requireNonNull((Object) KioskMain.class.getResource(name), name).toString();
  }

  private Region row(Integer number) {
    DisclosureEntry entry = entries.entry(number);
    ShownLabel title = new ShownLabel(entry.title());
    title.setWrapText(true);
    title.getStyleClass().add("record-title");
    ShownLabel publisher = new ShownLabel(number + "　" + entry.publisher());
    publisher.getStyleClass().add("row-note");
    VBox row = new VBox(8, title, publisher);
    row.getStyleClass().add("record");
    return row;
  }

  /** Frame by frame: measures, moves, and works the finger. */
  private final class Phases extends AnimationTimer {
    private final Robot finger = new Robot();
    private int phase = -1; // the first seconds warm up and are not told
    private long phaseBegan;
    private long last;
    private int frame;

    @Override
    public void handle(long nanos) {
      long now = System.nanoTime();
      if (phaseBegan == 0) {
        phaseBegan = now;
      } else {
        intervals.add(String.valueOf((now - last) / 1000));
      }
      last = now;
      moving.setTranslateX(frame * 5 % (WIDTH - 60));
      if (phase % 2 != 0) {
        fling();
      }
      frame++;
      if (now - phaseBegan > PHASE_NANOS) {
        nextPhase();
      }
    }

    private void nextPhase() {
      finger.mouseRelease(MouseButton.PRIMARY);
      if (phase >= 0) {
        System.out.println((phase % 2 == 0 ? "idle " : "fling ") + String.join(" ", intervals));
      }
      intervals.clear();
      frame = 0;
      phaseBegan = 0;
      phase++;
      if (phase == PHASES) {
        stop();
        System.out.println("row " + list.firstVisible());
        Platform.exit();
      }
    }

    private void fling() {
      int step = frame % FRAMES_OF_A_FLING;
      int sign = frame / FRAMES_OF_A_FLING % 4 == 3 ? 1 : -1;
      if (step == 0) {
        finger.mouseMove(WIDTH / 2.0, HEIGHT / 2.0);
        finger.mousePress(MouseButton.PRIMARY);
      } else if (step < FRAMES_OF_THE_FINGER) {
        finger.mouseMove(WIDTH / 2.0, HEIGHT / 2.0 + sign * STEP * step);
      } else if (step == FRAMES_OF_THE_FINGER) {
        finger.mouseRelease(MouseButton.PRIMARY);
      }
    }
  }
}
