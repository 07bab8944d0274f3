package org.openhall.simulator.control;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openhall.simulator.idmodule.Fault;
import org.openhall.simulator.printer.Cover;
import org.openhall.simulator.printer.Cutter;
import org.openhall.simulator.printer.Paper;
import org.openhall.simulator.printer.Switch;
import org.openhall.simulator.scanner.ScannerFault;
import org.openhall.simulator.sensor.Door;
import org.openhall.simulator.sensor.Presence;
import org.openhall.simulator.sensor.SensorFault;
import org.openhall.simulator.smartcard.ChipFault;

/** Understands a command as it is typed: a word, and mostly one more. */
public final class CommandParser {

  /** The first words of all commands, as they are listed to people. */
  private static final List<String> WORDS =
      List.of(
          "lay",
          "swap",
          "take",
          "tear",
          "cards",
          "module",
          "slot",
          "paper",
          "cover",
          "cutter",
          "printer",
          "line",
          "scan",
          "scanner",
          "presence",
          "door",
          "sensors",
          "show",
          "status",
          "wait-for",
          "pause");

  /** Words of earlier versions, with the place that they name. */
  private static final Map<String, Place> EARLIER =
      Map.of("card", Place.MODULE, "chip", Place.SLOT);

  private static final Pattern CUT_AFTER = Pattern.compile("cut after ([0-9]{1,9})");
  private static final Pattern AFTER = Pattern.compile("after ([0-9]{1,9})");
  private static final Pattern WITHIN = Pattern.compile("(\\S*) within ([0-9]{1,9})");
  private static final int USUAL_SECONDS = 60;
  private static final int MOST_SECONDS = 600;
  private static final int LONGEST_LINE = 4096;

  private CommandParser() {}

  /** Whether the word begins a command. */
  public static boolean knows(String word) {
    return WORDS.contains(word) || EARLIER.containsKey(word);
  }

  /** The first words of all commands, for a message to a person. */
  public static String words() {
    return String.join(", ", WORDS);
  }

  /**
   * Reads one line, e.g. {@code paper near-end}.
   *
   * @throws UsageException with the list of what is possible
   */
  public static Command parse(String line) throws UsageException {
    if (line.length() > LONGEST_LINE || line.chars().anyMatch(Character::isISOControl)) {
      throw new UsageException(
          "A command is one line of at most " + LONGEST_LINE + " characters, without controls.");
    }
    String[] parts = line.strip().split("\\s+", 2);
    String rest = parts.length > 1 ? parts[1] : "";
    return switch (parts[0]) {
      case "lay" -> new Command.LayCard(card(parts[0], rest));
      case "swap" -> new Command.SwapCard(card(parts[0], rest));
      case "take" -> new Command.TakeCard(rest.isEmpty() ? Place.ANYWHERE : place(rest));
      case "tear" -> new Command.TearCard(rest.isEmpty() ? 0 : after(rest));
      case "card", "chip" -> earlier(parts[0], rest);
      case "cards", "chips" -> alone(parts[0], rest, new Command.ListCards());
      case "module" -> new Command.SetModule(oneOf(Fault.class, parts[0], rest));
      case "slot" -> new Command.SetSlot(oneOf(ChipFault.class, parts[0], rest));
      case "paper" -> new Command.SetPaper(oneOf(Paper.class, parts[0], rest));
      case "cover" -> new Command.SetCover(oneOf(Cover.class, parts[0], rest));
      case "cutter" -> new Command.SetCutter(oneOf(Cutter.class, parts[0], rest));
      case "printer" -> new Command.SetSwitch(oneOf(Switch.class, parts[0], rest));
      case "line" -> line(rest);
      case "scan" -> scan(rest);
      case "scanner" -> new Command.SetScanner(oneOf(ScannerFault.class, parts[0], rest));
      case "presence" -> new Command.SetPresence(oneOf(Presence.class, parts[0], rest));
      case "door" -> new Command.SetDoor(oneOf(Door.class, parts[0], rest));
      case "sensors" -> new Command.SetSensors(oneOf(SensorFault.class, parts[0], rest));
      case "show" -> alone(parts[0], rest, new Command.ShowPaper());
      case "status" -> alone(parts[0], rest, new Command.ReportStatus());
      case "wait-for" -> waitFor(rest);
      case "pause" -> new Command.Pause(seconds(parts[0], rest));
      default ->
          throw new UsageException(
              "Unknown command '" + parts[0] + "'. Possible: " + words() + ".");
    };
  }

  private static String card(String word, String rest) throws UsageException {
    if (rest.isEmpty()) {
      throw new UsageException(
          "'" + word + "' needs the name of a card, or a card file. 'cards' lists the names.");
    }
    return rest;
  }

  private static Command earlier(String word, String rest) throws UsageException {
    return rest.equals("none")
        ? new Command.TakeCard(EARLIER.getOrDefault(word, Place.ANYWHERE))
        : new Command.LayCard(card(word, rest));
  }

  private static Place place(String rest) throws UsageException {
    return switch (rest) {
      case "module" -> Place.MODULE;
      case "slot" -> Place.SLOT;
      default -> throw notPossible("take", rest, "take, take module, take slot");
    };
  }

  private static long after(String rest) throws UsageException {
    Matcher after = AFTER.matcher(rest);
    if (!after.matches()) {
      throw notPossible("tear", rest, "tear, tear after BYTES (0 to 999999999)");
    }
    return Long.parseLong(after.group(1));
  }

  private static Command waitFor(String rest) throws UsageException {
    Matcher within = WITHIN.matcher(rest);
    return within.matches()
        ? new Command.WaitFor(
            oneOf(Condition.class, "wait-for", within.group(1)), seconds("within", within.group(2)))
        : new Command.WaitFor(oneOf(Condition.class, "wait-for", rest), USUAL_SECONDS);
  }

  private static int seconds(String word, String rest) throws UsageException {
    if (!rest.matches("[0-9]{1,3}")
        || Integer.parseInt(rest) == 0
        || Integer.parseInt(rest) > MOST_SECONDS) {
      throw notPossible(word, rest, "1 to " + MOST_SECONDS + " seconds");
    }
    return Integer.parseInt(rest);
  }

  private static Command scan(String rest) throws UsageException {
    if (rest.isEmpty()) {
      throw new UsageException(
          "'scan' needs the text of a code (\\n begins a new line in it), or slip: the code on the"
              + " latest slip.");
    }
    return rest.equals("slip")
        ? new Command.ScanSlip()
        : new Command.Scan(rest.replace("\\n", "\n"));
  }

  private static Command line(String rest) throws UsageException {
    Matcher cutAfter = CUT_AFTER.matcher(rest);
    if (cutAfter.matches()) {
      return new Command.CutLine(Long.parseLong(cutAfter.group(1)));
    }
    return switch (rest) {
      case "ok" -> new Command.MendLine();
      case "cut" -> new Command.CutLine(0);
      default -> throw notPossible("line", rest, "ok, cut, cut after BYTES (0 to 999999999)");
    };
  }

  private static Command alone(String word, String rest, Command command) throws UsageException {
    if (!rest.isEmpty()) {
      throw new UsageException("'" + word + "' stands alone; leave out '" + rest + "'.");
    }
    return command;
  }

  private static <E extends Enum<E>> E oneOf(Class<E> type, String word, String rest)
      throws UsageException {
    for (E constant : type.getEnumConstants()) {
      if (spelling(constant).equals(rest)) {
        return constant;
      }
    }
    String possible =
        Arrays.stream(type.getEnumConstants())
            .map(CommandParser::spelling)
            .collect(Collectors.joining(", "));
    throw notPossible(word, rest, possible);
  }

  /** How a state is spelt on the command line, e.g. {@code near-end}. */
  public static String spelling(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static UsageException notPossible(String word, String rest, String possible) {
    String given = rest.isEmpty() ? "'" + word + "' needs one more word" : word + " '" + rest + "'";
    return new UsageException(given + ". Possible: " + possible + ".");
  }
}
