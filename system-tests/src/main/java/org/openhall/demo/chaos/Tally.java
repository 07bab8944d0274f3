package org.openhall.demo.chaos;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openhall.demo.chaos.Trial.Verdict;

/** Counts verdicts by the lines of the table. */
final class Tally {
  private final Map<String, int[]> rows = new LinkedHashMap<>();
  private int bad;

  /** Adds a verdict, and tells at once what is wrong with it. */
  synchronized void add(Verdict verdict) {
    int[] counts = rows.computeIfAbsent(verdict.fault().row(), _ -> new int[4]);
    counts[0]++;
    counts[1] += verdict.injected().isPresent() ? 1 : 0;
    counts[2] += verdict.after().isEmpty() ? 1 : 0;
    counts[3] += verdict.healed().isEmpty() ? 1 : 0;
    if (!verdict.isGood()) {
      bad++;
      System.out.printf("RED  %s: %s%n", verdict.fault().row(), verdict.fault().name());
      if (verdict.injected().isEmpty()) {
        System.out.println("     it did not come about");
      }
      verdict.after().ifPresent(why -> System.out.println("     then: " + why));
      verdict.healed().ifPresent(why -> System.out.println("     " + why));
    }
  }

  /** How many verdicts are not good. */
  int bad() {
    return bad;
  }

  /** The table. */
  void print() {
    int[] all = new int[4];
    System.out.printf("%-52s %8s %8s %8s%n", "fault", "injected", "survived", "healed");
    rows.forEach((row, counts) -> {
      print(row, counts);
      for (int i = 0; i < all.length; i++) {
        all[i] += counts[i];
      }
    });
    print("all", all);
  }

  private static void print(String row, int[] counts) {
    System.out.printf("%-52s %8d %8d %8d%n", row, counts[1], counts[2], counts[3]);
  }
}
