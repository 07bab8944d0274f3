package org.openhall.demo.bench;

import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
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
  static final int WIDTH = 1080;
  static final int HEIGHT = 1920;

  private final InventedEntries entries = new InventedEntries(ROWS, false);
  private final TouchList<Integer> list = new TouchList<>(this::row);
  private final Rectangle moving = new Rectangle(60, 60, Color.DARKRED);

  /** Starts it; a class that is an application itself cannot, from the class path. */
  public static final class Start {
    private Start() {}

    /** Takes nothing, or a number of phases in which it is never left alone. */
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
    phases(getParameters().getRaw()).start();
  }

  private FlingPhases phases(List<String> words) {
    IntConsumer everyFrame = frame -> moving.setTranslateX(frame * 5 % (WIDTH - 60));
    Runnable end = () -> System.out.println("row " + list.firstVisible());
    return words.isEmpty()
        ? new FlingPhases(everyFrame, end)
        : FlingPhases.flungOnly(everyFrame, end, Integer.parseInt(words.getFirst()));
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
}
