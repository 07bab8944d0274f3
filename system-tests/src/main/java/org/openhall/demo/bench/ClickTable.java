package org.openhall.demo.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openhall.demo.bench.ClickTimes.Click;
import org.openhall.demo.bench.ClickWork.Cost;
import org.openhall.demo.bench.ClickWork.Phase;

/** Clicks by the page that they open, the dearest first: where the next tail is looked for. */
final class ClickTable {
  private static final int PLACES = 3;
  private static final int SLOWEST = 8;

  private ClickTable() {}

  /** Milliseconds to the first changed pixel. */
  static String byClock(List<Click> clicks) {
    String head = "  %-22s %6s %8s %8s%n".formatted("opens", "clicks", "p50 ms", "p99 ms");
    return head
        + rows(
            clicks,
            Click::kind,
            of -> -ClickTimes.times(of).percentile(99),
            (kind, of) -> {
              Times times = ClickTimes.times(of);
              return String.format(
                  Locale.ROOT,
                  "  %-22s %6d %8.1f %8.1f%n",
                  kind,
                  of.size(),
                  times.median(),
                  times.percentile(99));
            });
  }

  /** The presses that make the tail, each with its place in the run. */
  static String slowest(List<Click> clicks) {
    return "  the slowest: "
        + IntStream.range(0, clicks.size())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -clicks.get(i).millis()))
            .limit(SLOWEST)
            .map(i ->
                String.format(
                    Locale.ROOT,
                    "%s %.0f ms (press %d)",
                    clicks.get(i).kind(),
                    clicks.get(i).millis(),
                    i + 1))
            .collect(Collectors.joining(", "))
        + System.lineSeparator();
  }

  /** Means of processor time until the page is still, the most of one click, and where it goes. */
  static String byWork(List<Cost> costs) {
    String head =
        "  processor ms of a click: on the screen's thread handler, CSS, layout, sync, all and most;\n"
            + "  painting; pauses for garbage by the clock\n"
            + "  %-22s %7s %7s %7s %7s %7s %7s %7s %7s  %s%n"
                .formatted(
                    "opens",
                    "handler",
                    "CSS",
                    "layout",
                    "sync",
                    "all",
                    "most",
                    "paint",
                    "pauses",
                    "of it in");
    return head + rows(costs, Cost::kind, of -> -mean(of, Cost::onScreenThread), ClickTable::work);
  }

  private static String work(String kind, List<Cost> of) {
    return String.format(
        Locale.ROOT,
        "  %-22s %7.1f %7.1f %7.1f %7.1f %7.1f %7.1f %7.1f %7.1f  %s%n",
        kind,
        mean(of, cost -> cost.of(Phase.HANDLER)),
        mean(of, cost -> cost.of(Phase.CSS)),
        mean(of, cost -> cost.of(Phase.LAYOUT)),
        mean(of, cost -> cost.of(Phase.SYNC)),
        mean(of, Cost::onScreenThread),
        of.stream().mapToDouble(Cost::onScreenThread).max().orElse(0),
        mean(of, cost -> cost.of(Phase.PAINT)),
        mean(of, Cost::pauses),
        dearest(of));
  }

  private interface Row<T> {
    String of(String kind, List<T> all);
  }

  private static <T> String rows(
      List<T> all, Function<T, String> kind, ToDoubleFunction<List<T>> order, Row<T> row) {
    Map<String, List<T>> byKind =
        all.stream().collect(Collectors.groupingBy(kind, LinkedHashMap::new, Collectors.toList()));
    return byKind.entrySet().stream()
        .sorted(Comparator.comparingDouble(entry -> order.applyAsDouble(entry.getValue())))
        .map(entry -> row.of(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining());
  }

  private static double mean(List<Cost> costs, ToDoubleFunction<Cost> part) {
    return costs.stream().mapToDouble(part).average().orElse(0);
  }

  private static String dearest(List<Cost> costs) {
    Map<String, Double> sums = new HashMap<>();
    costs.forEach(
        cost -> cost.places().forEach((place, spent) -> sums.merge(place, spent, Double::sum)));
    return sums.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(PLACES)
        .map(it -> String.format(Locale.ROOT, "%s %.1f", it.getKey(), it.getValue() / costs.size()))
        .collect(Collectors.joining(", "));
  }
}
