package org.openhall.demo.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Program;

/** What a fleet's bench has found so far: each figure is printed when it is known. */
final class FleetFigures {
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final Duration LATE = Duration.ofMinutes(2);

  private final List<Figure> figures = new ArrayList<>();

  List<Figure> all() {
    return List.copyOf(figures);
  }

  void add(Figure figure) {
    System.out.println("  " + figure.row());
    figures.add(figure);
  }

  void step(String what) {
    System.out.println("… " + what);
  }

  /** How values in seconds are spread; the goal is for the 99th of a hundred, 0 for none. */
  void times(String name, Collection<Double> seconds, double goal) {
    if (seconds.isEmpty()) {
      System.out.println("  nothing arrived: " + name);
      return;
    }
    Times times = Times.of(seconds);
    add(Figure.of(name + ", p50", times.median(), "s"));
    add(new Figure(name + ", p99", times.percentile(99), "s", goal > 0 ? goal : null));
    add(Figure.of(name + ", last", times.most(), "s"));
  }

  /** Processor time of a server and of the terminals, from {@link #begin} on. */
  final class Phase {
    private final Program server;
    private final Duration serverBefore;
    private final Duration terminalsBefore;

    private Phase(Program server) {
      this.server = server;
      this.serverBefore = server.processorTime();
      this.terminalsBefore = ownProcessorTime();
    }

    void end(String name, int times) {
      add(Figure.of(name + ": processor of that server", spent(server, serverBefore) / times, "s"));
      double own = ownProcessorTime().minus(terminalsBefore).toMillis() / 1e3;
      add(Figure.of(name + ": processor of the terminals", own / times, "s"));
    }
  }

  Phase begin(Program server) {
    return new Phase(server);
  }

  private static Duration ownProcessorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  static double spent(Program program, Duration before) {
    return program.processorTime().minus(before).toMillis() / 1e3;
  }

  static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  static List<Double> since(Instant published, Collection<Instant> arrivals) {
    return List.copyOf(arrivals).stream()
        .map(at -> Duration.between(published, at).toNanos() / 1e9)
        .toList();
  }

  static void until(String what, Await.Condition condition, Program office)
      throws IOException, InterruptedException, HallException {
    await(what, PATIENCE, condition, office);
  }

  /** What is late is counted, not waited for. */
  static void untilOrLate(String what, Await.Condition condition, Program office)
      throws IOException, InterruptedException {
    try {
      await(what, LATE, condition, office);
    } catch (HallException late) {
      System.out.println("  late: " + late.getMessage());
    }
  }

  private static void await(String what, Duration limit, Await.Condition condition, Program office)
      throws IOException, InterruptedException, HallException {
    Await.until(
        what,
        limit,
        () -> {
          office.requireRunning();
          return condition.holds();
        });
  }
}
