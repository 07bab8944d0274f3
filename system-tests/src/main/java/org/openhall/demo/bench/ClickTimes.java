package org.openhall.demo.bench;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Places;
import org.openhall.demo.hall.Program;
import org.openhall.demo.walk.KioskWindow;

/**
 * From the end of a press to the first changed pixel: buttons of the kiosk that open pages, and in
 * turn with them the one button of a bare scene on the same display.
 */
final class ClickTimes {
  private static final int ROUNDS = 21; // the first warms up; 200 presses of each count
  private static final double FRAME_MS = 1000.0 / 60;
  private static final String HOME = "nav-home";

  /** Buttons of the home page; the way back from each is measured too. */
  private static final List<String> PAGES =
      List.of("home-directory", "home-guides", "home-search", "home-hall", "home-departments");

  private final KioskCommand command;
  private final Hall hall;
  private final Places places;
  private final Glass glass = new Glass();
  private final Map<String, List<Double>> kiosk = new LinkedHashMap<>();
  private final List<Double> bare = new ArrayList<>();
  private int lost;

  ClickTimes(KioskCommand command, Hall hall, Places places) throws HallException {
    this.command = command;
    this.hall = hall;
    this.places = places;
  }

  List<Figure> measure() throws IOException, InterruptedException, HallException {
    Path witness = hall.logs().resolve("witness.sock");
    String agent = "-javaagent:" + Program.jarOf("system-tests") + "=" + witness;
    try (Program shown = hall.startKiosk(places.kiosk(), Map.of("JDK_JAVA_OPTIONS", agent));
        Program scene = startBareScene()) {
      scene.awaitOutput("shown", Duration.ofSeconds(60));
      shown.awaitOutput("first-frame-ms=", Duration.ofSeconds(60));
      KioskWindow window = new KioskWindow(places.kiosk(), witness);
      window.await("attract");
      window.pressAnywhere();
      Map<String, Rectangle> buttons = new LinkedHashMap<>();
      for (String page : PAGES) {
        buttons.put(page, window.await(page));
      }
      window.press(PAGES.getFirst());
      buttons.put(HOME, window.await(HOME));
      window.press(HOME);
      window.await(PAGES.getFirst());
      for (int round = 0; round < ROUNDS; round++) {
        takeTurns(buttons, round > 0);
      }
    }
    return figures();
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

  private void takeTurns(Map<String, Rectangle> buttons, boolean counts) {
    for (String page : PAGES) {
      clickKiosk(page, buttons, counts);
      clickBare(counts);
      clickKiosk(HOME, buttons, counts);
      clickBare(counts);
    }
  }

  private void clickKiosk(String id, Map<String, Rectangle> buttons, boolean counts) {
    Rectangle all = places.kiosk();
    Rectangle line = new Rectangle(all.x + all.width / 2, all.y, 1, all.height * 9 / 10);
    double millis = glass.click(Objects.requireNonNull(buttons.get(id), id), line);
    keep(millis, counts, kiosk.computeIfAbsent(id, _ -> new ArrayList<>()));
  }

  private void clickBare(boolean counts) {
    Rectangle all = bareArea();
    Rectangle line = new Rectangle(all.x + all.width / 2, all.y, 1, BareScene.FIELD_HEIGHT);
    keep(glass.click(all, line), counts, bare);
  }

  private void keep(double millis, boolean counts, List<Double> times) {
    if (millis >= Glass.NEVER_MS) {
      lost++;
    } else if (counts) {
      times.add(millis);
    }
  }

  private List<Figure> figures() {
    List<Double> all = kiosk.values().stream().flatMap(List::stream).toList();
    Times ours = Times.of(all);
    Times least = Times.of(bare);
    List<Figure> figures = new ArrayList<>();
    String scene = "clicks: bare scene (" + bare.size() + "), ";
    String name = "clicks: kiosk (" + all.size() + "), ";
    figures.add(Figure.of(scene + "p50", least.median(), "ms"));
    figures.add(Figure.of(scene + "p99", least.percentile(99), "ms"));
    figures.add(Figure.atMost(least.median() + FRAME_MS, name + "p50", ours.median(), "ms"));
    figures.add(
        Figure.atMost(least.percentile(99) + FRAME_MS, name + "p99", ours.percentile(99), "ms"));
    kiosk.forEach((id, times) ->
        figures.add(Figure.of("clicks: " + id + ", p50", Times.of(times).median(), "ms")));
    figures.add(Figure.atMost(0, "clicks: presses that changed nothing", lost, ""));
    return figures;
  }
}
