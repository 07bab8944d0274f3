package org.openhall.demo.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Program;

/** Frames that come late while a long text or list is flung, and while nothing is touched. */
final class ScrollTimes {
  private static final double LATE_MS = 25;
  private static final double MORE_PERCENT = 1;

  private final Hall hall;
  private final String name;
  private final List<String> command;

  /**
   * Measures what a program prints.
   *
   * @param name what is flung, before each figure
   * @param command starts a scene with {@link FlingPhases}, which prints "row " at its end
   */
  ScrollTimes(Hall hall, String name, List<String> command) {
    this.hall = hall;
    this.name = name;
    this.command = command;
  }

  List<Figure> measure() throws IOException, InterruptedException, HallException {
    String output = output();
    Times idle = intervals(output, "idle ");
    Times fling = intervals(output, "fling ");
    double still = idle.percentAbove(LATE_MS);
    String of = " (" + fling.sorted().size() + " frames), ";
    return List.of(
        Figure.of(name + ": nothing touched, late frames (> 25 ms)", still, "%"),
        Figure.atMost(
            still + MORE_PERCENT,
            name + ": flung" + of + "late frames",
            fling.percentAbove(LATE_MS),
            "%"),
        Figure.of(name + ": nothing touched, frame interval p99", idle.percentile(99), "ms"),
        Figure.of(name + ": flung" + of + "interval p50", fling.median(), "ms"),
        Figure.of(name + ": flung" + of + "interval p99", fling.percentile(99), "ms"));
  }

  private String output() throws IOException, InterruptedException, HallException {
    try (Program scene =
        Program.startCommand(hall.logs(), Map.of("GDK_GL", "disable"), "scroll-scene", command)) {
      Await.until("the scrolling has ended", Duration.ofMinutes(5), () -> !scene.running());
      String output = scene.output();
      if (!output.contains("row ")) {
        throw new HallException("the scrolling failed:\n" + output);
      }
      return output;
    }
  }

  private static Times intervals(String output, String phase) {
    return Times.of(
        output
            .lines()
            .filter(line -> line.startsWith(phase))
            .flatMap(line -> Arrays.stream(line.substring(phase.length()).split(" ", -1)))
            .map(micros -> Long.parseLong(micros) / 1000.0)
            .toList());
  }
}
