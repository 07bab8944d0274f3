package org.openhall.office;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhall.office.text.Trouble;

/** A command line, taken apart: a command, options (before or after it), and operands. */
final class Arguments {
  private static final Set<String> VALUED =
      Set.of(
          "--data",
          "--lang",
          "--port",
          "--tls-port",
          "--bind",
          "--host",
          "--hall",
          "--name",
          "--certificate-days",
          "--stale-days",
          "--event-days",
          "--why",
          "--code",
          "--root-dir",
          "--root-threshold",
          "--targets-key",
          "--key",
          "--request",
          "--fingerprint",
          "--role",
          "--rule",
          "--department",
          "--severity",
          "--csv",
          "--despite-findings",
          "--title",
          "--text-file",
          "--until",
          "--from",
          "--out",
          "--passphrase-file",
          "--passphrase-env",
          "--database",
          "--database-password-file",
          "--to",
          "--keep",
          "--keep-days",
          "--source",
          "--days");
  private static final Set<String> FLAGS =
      Set.of("--json", "--help", "--demo-keys", "--undo", "--over-edits");

  private final Map<String, String> options = new HashMap<>();
  private final List<String> operands = new ArrayList<>();
  private @Nullable Trouble trouble;

  private Arguments() {}

  static Arguments parse(List<String> words) {
    Arguments arguments = new Arguments();
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      arguments.take(rest.next(), rest);
    }
    return arguments;
  }

  private void take(String word, Iterator<String> rest) {
    if (FLAGS.contains(word) || word.equals("-h")) {
      options.put(word.equals("-h") ? "--help" : word, "");
    } else if (VALUED.contains(word) && rest.hasNext()) {
      options.put(word, rest.next());
    } else if (VALUED.contains(word)) {
      trouble = Trouble.of("trouble.option-without-value", word);
    } else if (word.startsWith("-")) {
      trouble = Trouble.of("trouble.unknown-option", word);
    } else {
      operands.add(word);
    }
  }

  /** What is wrong with the command line, if anything is. */
  Optional<Trouble> trouble() {
    if (trouble != null) {
      return Optional.of(trouble);
    }
    if (!Command.exists(command())) {
      return Optional.of(Trouble.of("trouble.unknown-command", command()));
    }
    return options.containsKey("--data")
        ? Optional.empty()
        : Optional.of(Trouble.of("trouble.no-data-folder"));
  }

  boolean wantsHelp() {
    return options.containsKey("--help") || (operands.isEmpty() && trouble == null);
  }

  /** Whether a word without a value was given. */
  boolean has(String flag) {
    return options.containsKey(flag);
  }

  boolean wantsJson() {
    return options.containsKey("--json");
  }

  String language() {
    return options.getOrDefault("--lang", "zh-CN");
  }

  String command() {
    return operands.isEmpty() ? "" : operands.getFirst();
  }

  /** What follows the command, options apart. */
  List<String> operands() {
    return operands.subList(1, operands.size());
  }

  Path data() {
    return Path.of(options.getOrDefault("--data", ".")).toAbsolutePath().normalize();
  }

  /** The file with the password of the database, if one was named. */
  Optional<Path> databasePasswordFile() {
    return option("--database-password-file").map(file -> Path.of(file).toAbsolutePath());
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }
}
