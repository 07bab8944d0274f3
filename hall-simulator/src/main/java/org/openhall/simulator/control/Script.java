package org.openhall.simulator.control;

import java.util.ArrayList;
import java.util.List;

/**
 * A file of commands, one a line, done one after the other. What stands behind {@code #} at the
 * beginning of a line or after a space is for people. All of it is understood before the first
 * command is done.
 *
 * @param name by which messages call it
 */
public record Script(String name, List<Line> lines) {

  private static final int MOST_LINES = 10_000;

  public Script {
    lines = List.copyOf(lines);
  }

  /**
   * One command.
   *
   * @param number of its line, from 1 on
   */
  public record Line(int number, String command) {}

  /**
   * Reads a script.
   *
   * @throws UsageException for the first line that is no command; with file, line and word
   */
  public static Script of(String name, List<String> text) throws UsageException {
    List<Line> lines = new ArrayList<>();
    for (int at = 0; at < text.size(); at++) {
      String command = text.get(at).replaceFirst("(^|\\s)#.*$", "").strip();
      if (command.isEmpty()) {
        continue;
      }
      try {
        CommandParser.parse(command);
      } catch (UsageException e) {
        throw new UsageException(name + ":" + (at + 1) + ": " + e.getMessage());
      }
      lines.add(new Line(at + 1, command));
    }
    if (lines.size() > MOST_LINES) {
      throw new UsageException(name + " has more than " + MOST_LINES + " commands.");
    }
    return new Script(name, lines);
  }
}
