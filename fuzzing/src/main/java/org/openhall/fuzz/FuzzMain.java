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
    Path data = Path.of(option(words, "--data", "target/fuzz"));
    String minutes = option(words, "--minutes", "5");
    List<FuzzTarget> chosen =
        words.isEmpty() ? all : all.stream().filter(it -> words.remove(it.name())).toList();
    if (!words.isEmpty()
        || !minutes.matches("[0-9]{1,4}")
        || Integer.parseInt(minutes) > MOST_MINUTES) {
      System.err.print(usage(all));
      System.exit(2);
    }
    boolean sound = true;
    for (FuzzTarget target : chosen) {
      Campaign campaign =
          new Campaign(target, Files.createDirectories(data.resolve(target.name())));
      sound &= campaign.run(Integer.parseInt(minutes));
    }
    System.exit(sound ? 0 : 1);
  }

  private static String usage(List<FuzzTarget> all) {
    return """
    ./openhall fuzz [TARGET …] [--minutes N]

    Fuzzes each target (all, where none is named) for N minutes (5, where none are given) with
    Jazzer; keeps inputs that reach new code in src/test/resources/fuzz/TARGET of the target's
    module; ends with 1 and the input in hexadecimal where something fails.

    Targets: %s
    """
        .formatted(all.stream().map(FuzzTarget::name).collect(Collectors.joining(", ")));
  }

  /** Takes an option and its value out of the words. */
  private static String option(List<String> words, String name, String otherwise) {
    int at = words.indexOf(name);
    if (at < 0 || at + 1 >= words.size()) {
      return otherwise;
    }
    words.remove(at);
    return words.remove(at);
  }
}
