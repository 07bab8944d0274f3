package org.openhall.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openhall.agent.settings.Interval;
import org.openhall.agent.text.Words;

/** A command line, taken apart: a command, and options before or after it. */
final class Arguments {
  private static final Set<String> VALUED =
      Set.of(
          "--data",
          "--lang",
          "--every",
          "--port",
          "--office",
          "--token",
          "--stick",
          "--code",
          "--hall",
          "--from");
  private static final Set<String> FLAGS = Set.of("--json", "--help", "--again", "--wait");
  private static final Map<String, Command> COMMANDS =
      Map.of(
          "settings", new SettingsCommand(),
          "run", new RunCommand(),
          "sync", new SyncCommand(),
          "import-stick", new ImportStickCommand(),
          "status", new StatusCommand(),
          "enrol", new EnrolCommand());

  private final Map<String, String> options = new HashMap<>();
  private final List<String> operands = new ArrayList<>();
  private final List<String> unusable = new ArrayList<>();

  private Arguments() {}

  static Arguments parse(List<String> words) {
    Arguments arguments = new Arguments();
    Iterator<String> rest = words.stream().flatMap(Arguments::split).iterator();
    while (rest.hasNext()) {
      arguments.take(rest.next(), rest);
    }
    return arguments;
  }

  /** {@code --data=DIR} is {@code --data DIR}. */
  private static Stream<String> split(String word) {
    int equals = word.indexOf('=');
    return word.startsWith("--") && equals > 0
        ? Stream.of(word.substring(0, equals), word.substring(equals + 1))
        : Stream.of(word);
  }

  private void take(String word, Iterator<String> rest) {
    if (FLAGS.contains(word) || word.equals("-h")) {
      options.put(word.equals("-h") ? "--help" : word, "");
    } else if (VALUED.contains(word) && rest.hasNext()) {
      options.put(word, rest.next());
    } else if (word.startsWith("-")) {
      unusable.add(word);
    } else {
      operands.add(word);
    }
  }

  boolean wantsHelp() {
    return has("--help") || (operands.isEmpty() && unusable.isEmpty());
  }

  /** The help of the command, or of the program. */
  String helpKey() {
    return operands.isEmpty() || !COMMANDS.containsKey(operands.getFirst())
        ? "help"
        : "help." + operands.getFirst();
  }

  boolean wantsJson() {
    return has("--json");
  }

  boolean has(String flag) {
    return options.containsKey(flag);
  }

  Words words() {
    return Words.in(options.getOrDefault("--lang", "zh-CN"));
  }

  /** The command; what cannot be followed is refused here, before anything is done. */
  Command command() throws WrongArgumentException {
    if (!unusable.isEmpty()) {
      throw new WrongArgumentException("wrong.option", unusable.getFirst());
    }
    String name = operands.isEmpty() ? "" : operands.getFirst();
    Command command = COMMANDS.get(name);
    if (command == null) {
      throw new WrongArgumentException("wrong.command", name);
    }
    int permitted = name.equals("import-stick") ? 2 : 1;
    if (operands.size() > permitted) {
      throw new WrongArgumentException("wrong.operand", operands.get(permitted));
    }
    every();
    port();
    return command;
  }

  /** What follows the command. */
  Optional<String> operand() {
    return operands.size() > 1 ? Optional.of(operands.get(1)) : Optional.empty();
  }

  Path data() throws WrongArgumentException {
    return Path.of(required("--data")).toAbsolutePath().normalize();
  }

  /** The data folder as given, for messages. */
  String dataText() {
    return options.getOrDefault("--data", "");
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  String required(String name) throws WrongArgumentException {
    return option(name).orElseThrow(() -> new WrongArgumentException("wrong.missing", name));
  }

  /** The distance of the runs; empty where none was given. */
  Optional<Duration> every() throws WrongArgumentException {
    if (!has("--every")) {
      return Optional.empty();
    }
    String text = required("--every");
    Optional<Duration> every = Interval.parse(text);
    if (every.isEmpty()) {
      throw new WrongArgumentException("wrong.every", text);
    }
    return every;
  }

  /** A port number, 0 for none. */
  int port() throws WrongArgumentException {
    String text = options.getOrDefault("--port", "0");
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new WrongArgumentException("wrong.port", text);
    }
    return Integer.parseInt(text);
  }
}
