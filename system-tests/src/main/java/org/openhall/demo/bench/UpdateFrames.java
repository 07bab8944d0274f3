package org.openhall.demo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Program;

/**
 * Frames of the kiosk's list, flung by a finger, that come late: with the machine at rest, and
 * while the agent applies an update again and again, at the priority that its unit gives it.
 */
final class UpdateFrames {
  private static final double LATE_MS = 25;
  private static final double MORE_PERCENT = 1;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Hall hall;
  private final List<String> scene;

  /**
   * @param scene starts {@link ScrollScene}
   */
  UpdateFrames(Hall hall, List<String> scene) {
    this.hall = hall;
    this.scene = scene;
  }

  /**
   * Measures both.
   *
   * @param terminals copies of one terminal, each with the same update before it
   */
  List<Figure> measure(List<Path> terminals)
      throws IOException, InterruptedException, HallException {
    Times rest = flung(List.of());
    Times update = flung(terminals);
    double late = rest.percentAbove(LATE_MS);
    return List.of(
        Figure.of("list flung, no update: late frames (> 25 ms)", late, "%"),
        Figure.atMost(
            late + MORE_PERCENT,
            "list flung, update under way: late frames",
            update.percentAbove(LATE_MS),
            "%"),
        Figure.of("list flung, no update: frames", rest.sorted().size(), "frames"),
        Figure.of("list flung, update under way: frames", update.sorted().size(), "frames"),
        Figure.of("list flung, no update: interval p99", rest.percentile(99), "ms"),
        Figure.of("list flung, update under way: interval p99", update.percentile(99), "ms"));
  }

  /** Intervals while terminals are brought up to date one after the other, as long as there are. */
  private Times flung(List<Path> terminals)
      throws IOException, InterruptedException, HallException {
    try (Program kiosk =
        Program.startCommand(hall.logs(), Map.of("GDK_GL", "disable"), "scroll-scene", scene)) {
      kiosk.awaitOutput("idle ", LONGEST); // warmed up, and one phase at rest
      int before = fling(kiosk.output()).size();
      for (Path terminal : terminals) {
        AgentRun.syncAsUnit(hall, terminal);
      }
      if (terminals.isEmpty()) {
        Await.until("the scrolling has ended", LONGEST, () -> !kiosk.running());
      }
      List<Double> all = fling(kiosk.output());
      return Times.of(all.subList(before, all.size()));
    }
  }

  private static List<Double> fling(String output) {
    return new ArrayList<>(
        output
            .lines()
            .filter(line -> line.startsWith("fling "))
            .flatMap(line -> Arrays.stream(line.substring(6).split(" ", -1)))
            .map(micros -> Long.parseLong(micros) / 1000.0)
            .toList());
  }
}
