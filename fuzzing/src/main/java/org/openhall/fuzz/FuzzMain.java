package org.openhall.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code ./openhall fuzz}: has a coverage-guided fuzzer look for inputs at which a parser fails.
 */
public final class FuzzMain {

  private static final int MOST_MINUTES = 24 * 60;

  private FuzzMain() {}

  /** The program; see its usage. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<FuzzTarget> all = Corpus.targets();
    List<String> words = new ArrayList<>(List.of(arguments));
    if (words.contains("--help")) {
      System.out.print(usage(all));
      return;
    }
    boolean json = words.removeIf("--json"::equals);
    Path data = Path.of(option(words, "--data", "target/fuzz")).toAbsolutePath();
    String minutes = option(words, "--minutes", "5");
    List<FuzzTarget> chosen =
        words.isEmpty() ? all : all.stream().filter(it -> words.remove(it.name())).toList();
    boolean understood = words.isEmpty() && minutes.matches("[1-9][0-9]{0,3}");
    if (!understood || Integer.parseInt(minutes) > MOST_MINUTES) {
      System.err.print(usage(all));
      System.exit(2);
    }
    System.exit(fuzz(chosen, data, Integer.parseInt(minutes), json) ? 0 : 1);
  }

  /** Whether nothing was found. */
  private static boolean fuzz(List<FuzzTarget> chosen, Path data, int minutes, boolean json)
      throws IOException, InterruptedException {
    List<Campaign.Result> results = new ArrayList<>();
    for (FuzzTarget target : chosen) {
      Path work = Files.createDirectories(data.resolve(target.name()));
      Campaign.Result result = new Campaign(target, work).run(minutes);
      System.out.println(result.line());
      results.add(result);
    }
    if (json) {
      System.out.println(
          results.stream()
              .map(Campaign.Result::json)
              .collect(Collectors.joining(",", "{\"targets\":[", "]}")));
    }
    return results.stream().allMatch(Campaign.Result::sound);
  }

  private static String usage(List<FuzzTarget> all) {
    return """
    ./openhall fuzz [TARGET …] [--minutes N] [--json]

    Fuzzes each target (all, where none is named) for N minutes (5, where none are given) with
    Jazzer; keeps inputs that reach new code in src/test/resources/fuzz/TARGET of the target's
    module; ends with 1 and the input in hexadecimal where something fails.

    Targets: %s
    """
        .formatted(all.stream().map(FuzzTarget::name).collect(Collectors.joining(", ")));
  }

  /** Takes an option and its value out of the words, wherever they stand; the first counts. */
  private static String option(List<String> words, String name, String otherwise) {
    String value = otherwise;
    for (int at = words.lastIndexOf(name); at >= 0; at = words.lastIndexOf(name)) {
      words.remove(at);
      value = at < words.size() ? words.remove(at) : otherwise;
    }
    return value;
  }
}
