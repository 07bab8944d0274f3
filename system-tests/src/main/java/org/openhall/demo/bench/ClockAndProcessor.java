package org.openhall.demo.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/**
 * What something takes each time: by the clock, and of the processor's time, which other programs
 * on a busy machine do not lengthen. Used on one thread.
 */
final class ClockAndProcessor {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final double[] clock;
  private final double[] processor;
  private int taken;
  private long clockBegan;
  private long processorBegan;

  ClockAndProcessor(int count) {
    clock = new double[count];
    processor = new double[count];
  }

  void begin() {
    processorBegan = threads.getCurrentThreadCpuTime();
    clockBegan = System.nanoTime();
  }

  void end() {
    clock[taken] = (System.nanoTime() - clockBegan) / 1e6;
    processor[taken++] = (threads.getCurrentThreadCpuTime() - processorBegan) / 1e6;
  }

  /** The median and the most that 99 of 100 take, which both are held against the goal. */
  List<Figure> figures(String name, double goal) {
    double[] byClock = sorted(clock);
    double[] byProcessor = sorted(processor);
    int percentile = taken * 99 / 100;
    return List.of(
        Figure.of(name + ", p50", byProcessor[taken / 2], "ms"),
        Figure.atMost(goal, name + ", p99", byProcessor[percentile], "ms"),
        Figure.of(name + ", p50 by the clock", byClock[taken / 2], "ms"),
        Figure.atMost(goal, name + ", p99 by the clock", byClock[percentile], "ms"));
  }

  private double[] sorted(double[] millis) {
    double[] sorted = Arrays.copyOf(millis, taken);
    Arrays.sort(sorted);
    return sorted;
  }

  /** How many threads wanted a processor of late, and how many processors there are. */
  static List<Figure> load(String when) {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return List.of(
        Figure.of("load of the machine " + when, system.getSystemLoadAverage(), "threads"),
        Figure.of("processors", system.getAvailableProcessors(), ""));
  }
}
