package org.openhall.demo.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.link.Json;
import org.openhall.link.status.AgentStatus;

/**
 * Terminals that tell how they are, one message after the other, as fast as the office takes it.
 */
final class OfficeHeartbeats {
  private static final int TERMINALS = 16;

  private final Hall hall;
  private final Duration length;

  OfficeHeartbeats(Hall hall, boolean isShort) {
    this.hall = hall;
    this.length = Duration.ofSeconds(isShort ? 5 : 20);
  }

  List<Figure> measure(String name) throws IOException, InterruptedException, HallException {
    System.out.println("  " + name + ": heartbeats");
    FleetTally tally = new FleetTally(TERMINALS, length.toMillis());
    List<FleetTerminal> terminals =
        new FleetEnrolment(hall, hall.terminalAddress(), tally, 0).enrol(TERMINALS);
    LongAdder taken = new LongAdder();
    Queue<Double> millis = new ConcurrentLinkedQueue<>();
    Queue<String> troubles = new ConcurrentLinkedQueue<>();
    long began = System.nanoTime();
    long end = began + length.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (FleetTerminal terminal : terminals) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                while (System.nanoTime() < end) {
                  beat(terminal, taken, millis, troubles);
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    troubles.stream().distinct().limit(3).forEach(said -> System.out.println("  " + said));
    if (millis.isEmpty()) {
      throw new HallException("no heartbeat was taken: " + troubles.peek());
    }
    return List.of(
        Figure.of(name + ": heartbeats, each second", taken.sum() / seconds, ""),
        Figure.of(name + ": heartbeat, p99", Times.of(millis).percentile(99), "ms"),
        Figure.of(name + ": heartbeats that failed", troubles.size(), ""));
  }

  private static void beat(
      FleetTerminal terminal, LongAdder taken, Queue<Double> millis, Queue<String> troubles) {
    Instant now = Instant.now();
    AgentStatus status =
        new AgentStatus(
            1, now, now, AgentStatus.Outcome.UP_TO_DATE, null, null, null, null, null, null);
    long began = System.nanoTime();
    try {
      var answer = terminal.line().post("api/terminal/status", Json.write(status));
      if (answer.isGood()) {
        taken.increment();
        millis.add((System.nanoTime() - began) / 1e6);
      } else {
        troubles.add("heartbeat: " + answer.status() + " " + answer.text());
      }
    } catch (IOException e) {
      troubles.add("heartbeat: " + e);
    }
  }
}
