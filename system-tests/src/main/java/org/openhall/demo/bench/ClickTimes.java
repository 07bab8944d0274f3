package org.openhall.demo.bench;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openhall.demo.bench.ClickTour.Press;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Places;
import org.openhall.demo.hall.Program;
import org.openhall.demo.walk.KioskWindow;

/**
 * From the end of a press to the first changed pixel: buttons of the kiosk that open pages, and in
 * turn with them the one button of a bare scene on the same display. Then the same presses once
 * more while the kiosk is watched at work, which would lengthen the times: what each page costs.
 */
final class ClickTimes {
  private static final int ROUNDS = 15; // the first warms up; more than 300 presses of each count
  private static final int WATCHED_ROUNDS = 6;
  private static final double FRAME_MS = 1000.0 / 60;

  private final KioskCommand command;
  private final Hall hall;
  private final Places places;
  private final Glass glass = new Glass();
  private final List<Click> kiosk = new ArrayList<>();
  private final List<Click> bare = new ArrayList<>();
  private int lost;

  /**
   * A press that was answered.
   *
   * @param kind the page it opened
   * @param millis from letting go to the first changed pixel
   * @param from before the press
   * @param to when nothing more was to come of it
   */
  record Click(String kind, double millis, Instant from, Instant to) {}

  ClickTimes(KioskCommand command, Hall hall, Places places) throws HallException {
    this.command = command;
    this.hall = hall;
    this.places = places;
  }

  List<Figure> measure() throws IOException, InterruptedException, HallException {
    try (Program scene = startBareScene()) {
      scene.awaitOutput("shown", Duration.ofSeconds(60));
      withKiosk("", this::takeTurns);
    }
    List<Figure> figures = figures();
    System.out.print(ClickTable.byClock(kiosk) + ClickTable.slowest(kiosk));
    Path recording = hall.logs().resolve("clicks.jfr");
    List<Click> watched = new ArrayList<>();
    withKiosk(ClickWork.watching(recording), presses -> clickWatched(presses, watched));
    System.out.print(ClickTable.byWork(new ClickWork(recording).of(watched)));
    System.out.println("  every sample: " + recording.toAbsolutePath());
    return figures;
  }

  /** Starts a kiosk, learns its buttons and gives them away; ends it then. */
  private void withKiosk(String options, Consumer<List<Press>> use)
      throws IOException, InterruptedException, HallException {
    Path witness = hall.logs().resolve("witness.sock");
    String agent = "-javaagent:" + Program.jarOf("system-tests") + "=" + witness;
    Map<String, String> environment = Map.of("JDK_JAVA_OPTIONS", (agent + " " + options).strip());
    try (Program shown = hall.startKiosk(places.kiosk(), environment)) {
      shown.awaitOutput("first-frame-ms=", Duration.ofSeconds(60));
      use.accept(new ClickTour(new KioskWindow(places.kiosk(), witness)).learn());
    }
  }

  private Program startBareScene() throws IOException {
    Rectangle place = bareArea();
    return Program.startCommand(
        hall.logs(),
        Map.of("GDK_GL", "disable"),
        "bare-scene",
        command.running(
            BareScene.Start.class,
            String.valueOf(place.x),
            String.valueOf(place.y),
            String.valueOf(place.width),
            String.valueOf(place.height)));
  }

  /** Beside the kiosk; as high, as wide as the display allows. */
  private Rectangle bareArea() {
    return places.panel().union(places.console());
  }

  private void takeTurns(List<Press> presses) {
    glass.still(line());
    for (int round = 0; round < ROUNDS; round++) {
      for (Press press : presses) {
        Optional<Click> ours = clickKiosk(press);
        Optional<Click> theirs = clickBare();
        if (round > 0) {
          ours.ifPresent(kiosk::add);
          theirs.ifPresent(bare::add);
        }
      }
    }
  }

  private void clickWatched(List<Press> presses, List<Click> watched) {
    glass.still(line());
    for (int round = 0; round < WATCHED_ROUNDS; round++) {
      for (Press press : presses) {
        Optional<Click> click = clickKiosk(press);
        if (round > 0) {
          click.ifPresent(watched::add);
        }
      }
    }
  }

  private Optional<Click> clickKiosk(Press press) {
    return click(press.kind(), press.button(), line());
  }

  /** Down the middle, below the clock and the notices, which change by themselves. */
  private Rectangle line() {
    Rectangle all = places.kiosk();
    int top = all.height / 8;
    return new Rectangle(all.x + all.width / 2, all.y + top, 1, all.height * 9 / 10 - top);
  }

  private Optional<Click> clickBare() {
    Rectangle all = bareArea();
    Rectangle line = new Rectangle(all.x + all.width / 2, all.y, 1, BareScene.FIELD_HEIGHT);
    return click("bare", all, line);
  }

  private Optional<Click> click(String kind, Rectangle button, Rectangle line) {
    Instant from = Instant.now();
    double millis = glass.click(button, line);
    if (millis >= Glass.NEVER_MS) {
      lost++;
      System.out.printf(Locale.ROOT, "  nothing changed: %s%n", kind);
      return Optional.empty();
    }
    return Optional.of(new Click(kind, millis, from, Instant.now()));
  }

  private List<Figure> figures() {
    Times ours = times(kiosk);
    Times least = times(bare);
    String scene = "clicks: bare scene (" + bare.size() + "), ";
    String name = "clicks: kiosk (" + kiosk.size() + "), ";
    return List.of(
        Figure.of(scene + "p50", least.median(), "ms"),
        Figure.of(scene + "p99", least.percentile(99), "ms"),
        Figure.atMost(least.median() + FRAME_MS, name + "p50", ours.median(), "ms"),
        Figure.atMost(least.percentile(99) + FRAME_MS, name + "p99", ours.percentile(99), "ms"),
        Figure.atMost(0, "clicks: presses that changed nothing", lost, ""));
  }

  static Times times(List<Click> clicks) {
    return Times.of(clicks.stream().map(Click::millis).toList());
  }
}
