package org.openhall.demo.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.openhall.content.store.ContentSnapshot;

/**
 * The same queries over two snapshots of the same records, query by query in turns, so that neither
 * is the warmer one; by the processor's time of this thread.
 */
final class ComparedSearches {
  private static final int QUERIES = 300;
  private static final int WARM_UP = 1;
  private static final int ROUNDS = 4;
  private static final int FIRST_PAGE = 20;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final String name;
  private final List<ContentSnapshot> both;

  /**
   * @param name of the first, before each figure
   * @param first what is asked about
   * @param other what it is compared with
   */
  ComparedSearches(String name, ContentSnapshot first, ContentSnapshot other) {
    this.name = name;
    this.both = List.of(first, other);
  }

  /** How much longer the first takes, by the classes of queries and over all. */
  List<Figure> measure() throws IOException {
    Map<String, Supplier<String>> classes =
        new QueryTimes(both.getFirst(), name, FIRST_PAGE).classes();
    List<Figure> figures = new ArrayList<>();
    double[] medians = new double[2];
    for (Map.Entry<String, Supplier<String>> kind : classes.entrySet()) {
      List<Times> times = inTurns(kind.getValue());
      double[] median = {times.getFirst().median(), times.getLast().median()};
      figures.add(Figure.of(name + ", " + kind.getKey() + ": p50", median[0], "ms"));
      figures.add(Figure.of(name + ", " + kind.getKey() + ": p50", median[0] / median[1], "times"));
      medians[0] += median[0];
      medians[1] += median[1];
    }
    figures.add(Figure.of(name + ", all classes: p50", medians[0] / medians[1], "times"));
    return figures;
  }

  private List<Times> inTurns(Supplier<String> queries) throws IOException {
    List<List<Double>> millis = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < (WARM_UP + ROUNDS) * QUERIES; i++) {
      String query = queries.get();
      for (int turn = 0; turn < both.size(); turn++) {
        int which = (turn + i) % both.size();
        double taken = search(both.get(which), query);
        if (i >= WARM_UP * QUERIES) {
          millis.get(which).add(taken);
        }
      }
    }
    return millis.stream().map(Times::of).toList();
  }

  private double search(ContentSnapshot snapshot, String query) throws IOException {
    long began = threads.getCurrentThreadCpuTime();
    snapshot.search(query, FIRST_PAGE);
    return (threads.getCurrentThreadCpuTime() - began) / 1e6;
  }
}
