package org.openhall.demo.bench;

import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Places;
import org.openhall.demo.hall.Program;
import org.openhall.demo.walk.KioskWindow;

/**
 * From the office's word to the words on the screen: real office, agent and kiosk, where the agent
 * looks by itself once an hour.
 */
final class PushBench {
  private static final int NOTICES = 20;
  private static final double GOAL = 2;

  private final Hall hall;

  PushBench(Hall hall) {
    this.hall = hall;
  }

  List<Figure> measure() throws IOException, InterruptedException, HallException {
    List<Figure> figures = new ArrayList<>(ClockAndProcessor.load("at the beginning"));
    KioskWindow window = open();
    List<Double> seconds = new ArrayList<>();
    for (int n = 1; n <= NOTICES; n++) {
      System.out.println("… notice " + n);
      seconds.add(notice("停电第" + n + "号", window));
      window.press("emergency-ok");
    }
    Times times = Times.of(seconds);
    figures.add(Figure.of("notice published to on the screen, p50", times.median(), "s"));
    figures.add(Figure.atMost(GOAL, "notice published to on the screen, most", times.most(), "s"));
    figures.addAll(ClockAndProcessor.load("at the end"));
    return figures;
  }

  private KioskWindow open() throws IOException, InterruptedException, HallException {
    hall.office("init", "--demo-keys");
    hall.office("import-sample");
    hall.office("publish");
    hall.enrol(hall.serve());
    hall.startAgent("1h");
    Path witness = hall.logs().resolve("witness.sock");
    Places places = Places.on(new Dimension(1800, 1920));
    KioskWindow window = new KioskWindow(places.kiosk(), witness);
    String agent = "-javaagent:" + Program.jarOf("system-tests") + "=" + witness;
    hall.startKiosk(places.kiosk(), Map.of("JDK_JAVA_OPTIONS", agent));
    if (!window.awaitWords(List.of("触摸屏幕", "数据更新至")).isEmpty()) {
      throw new HallException("the kiosk shows no release");
    }
    hall.awaitPush();
    return window;
  }

  /** Seconds from the moment at which the new timestamp was written. */
  private double notice(String title, KioskWindow window)
      throws IOException, InterruptedException, HallException {
    Path text = Files.writeString(hall.logs().resolve("notice.txt"), "请有序离开。\n");
    Thread office = Thread.ofVirtual().start(() -> announce(title, text));
    Await.until(title + " is on the screen", Duration.ofMinutes(1), () -> window.shows(title));
    Instant seen = Instant.now();
    office.join();
    return Duration.between(published(), seen).toNanos() / 1e9;
  }

  private void announce(String title, Path text) {
    try {
      hall.office(
          "emergency",
          "notice",
          "--title",
          title,
          "--text-file",
          text.toString(),
          "--until",
          Instant.now().plus(Duration.ofHours(1)).toString());
    } catch (IOException | InterruptedException | HallException e) {
      System.err.println(e.getMessage());
    }
  }

  private Instant published() throws IOException {
    return Files.getLastModifiedTime(hall.office().resolve("repository/metadata/timestamp.json"))
        .toInstant();
  }
}
