package org.openhall.simulator.control;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
          "card",
          "cards",
          "module",
          "chip",
          "chips",
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
          "status");

  private static final Pattern CUT_AFTER = Pattern.compile("cut after ([0-9]{1,9})");

  private CommandParser() {}

  /** Whether the word begins a command. */
  public static boolean knows(String word) {
    return WORDS.contains(word);
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
    String[] parts = line.strip().split("\\s+", 2);
    String rest = parts.length > 1 ? parts[1] : "";
    return switch (parts[0]) {
      case "card" -> card(rest);
      case "cards" -> alone(parts[0], rest, new Command.ListCards());
      case "module" -> new Command.SetModule(oneOf(Fault.class, parts[0], rest));
      case "chip" -> chip(rest);
      case "chips" -> alone(parts[0], rest, new Command.ListChips());
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
      default ->
          throw new UsageException(
              "Unknown command '" + parts[0] + "'. Possible: " + words() + ".");
    };
  }

  private static Command card(String rest) throws UsageException {
    if (rest.isEmpty()) {
      throw new UsageException(
          "'card' needs the name of a card, a card file, or none. 'cards' lists the names.");
    }
    return rest.equals("none") ? new Command.TakeCard() : new Command.LayCard(rest);
  }

  private static Command chip(String rest) throws UsageException {
    if (rest.isEmpty()) {
      throw new UsageException(
          "'chip' needs the name of a chip, or none. 'chips' lists the names.");
    }
    return rest.equals("none") ? new Command.RemoveChip() : new Command.InsertChip(rest);
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
