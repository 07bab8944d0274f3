package org.openhall.demo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.openhall.demo.bench.AgentRun.Spent;
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

  /** Of five seconds each. */
  private static final int PHASES = 12;

  private static final String REST = "list flung, no update: ";
  private static final String UPDATE = "list flung, update under way: ";

  private final Hall hall;
  private final List<String> scene;
  private final List<Spent> updates = new ArrayList<>();

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
    Times rest = atRest();
    Times update = updating(terminals);
    double late = rest.percentAbove(LATE_MS);
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of(REST + "late frames (> 25 ms)", late, "%"));
    figures.add(
        Figure.atMost(
            late + MORE_PERCENT, UPDATE + "late frames", update.percentAbove(LATE_MS), "%"));
    figures.add(Figure.of(REST + "frames", rest.sorted().size(), "frames"));
    figures.add(Figure.of(UPDATE + "frames", update.sorted().size(), "frames"));
    figures.add(Figure.of(REST + "interval p99", rest.percentile(99), "ms"));
    figures.add(Figure.of(UPDATE + "interval p99", update.percentile(99), "ms"));
    figures.add(Figure.of(REST + "longest", rest.most(), "ms"));
    figures.add(Figure.of(UPDATE + "longest", update.most(), "ms"));
    figures.addAll(agent());
    return figures;
  }

  private List<Figure> agent() {
    List<Figure> figures = new ArrayList<>();
    Times seconds = Times.of(updates.stream().map(Spent::seconds).toList());
    Times memory = Times.of(updates.stream().map(Spent::memory).toList());
    figures.add(Figure.of(UPDATE + "fetched, built, shown, p50", seconds.median(), "s"));
    figures.add(Figure.of(UPDATE + "peak memory of the agent", memory.most(), "MB"));
    Rank rank = updates.getLast().rank();
    figures.add(Figure.of(UPDATE + "nice value of the agent", rank.nice(), ""));
    rank.weight()
        .map(weight -> Figure.of(UPDATE + "weight of the agent, kiosk 100", weight, ""))
        .ifPresent(figures::add);
    return figures;
  }

  private Times atRest() throws IOException, InterruptedException, HallException {
    try (Program kiosk = scene(PHASES)) {
      Await.until("the scrolling has ended", LONGEST, () -> !kiosk.running());
      return Times.of(fling(kiosk.output()));
    }
  }

  /** Intervals while terminals are brought up to date one after the other, as long as there are. */
  private Times updating(List<Path> terminals)
      throws IOException, InterruptedException, HallException {
    try (Program kiosk = scene(Integer.MAX_VALUE)) {
      kiosk.awaitOutput("fling ", LONGEST); // warmed up
      int before = fling(kiosk.output()).size();
      for (Path terminal : terminals) {
        updates.add(AgentRun.syncAsUnit(hall, terminal));
      }
      List<Double> all = fling(kiosk.output());
      return Times.of(all.subList(before, all.size()));
    }
  }

  private Program scene(int phases) throws IOException {
    List<String> command = new ArrayList<>(scene);
    command.add(String.valueOf(phases));
    return Program.startCommand(hall.logs(), Map.of("GDK_GL", "disable"), "scroll-scene", command);
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
