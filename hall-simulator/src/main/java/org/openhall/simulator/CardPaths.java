package org.openhall.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.openhall.simulator.control.CommandParser;
import org.openhall.simulator.control.UsageException;

/** Names a card file of the caller's in full: the devices run in another folder. */
final class CardPaths {

  private static final Set<String> LAYING = Set.of("lay", "swap", "card", "chip");

  private CardPaths() {}

  /**
   * The command, with its card file in full, if it has one.
   *
   * @param from the folder from which a near path is meant
   * @throws UsageException when it is no command
   */
  static String inFull(Path from, String line) throws UsageException {
    CommandParser.parse(line);
    String[] parts = line.strip().split("\\s+", 2);
    if (parts.length < 2 || !LAYING.contains(parts[0])) {
      return line;
    }
    Path file = from.resolve(parts[1]).toAbsolutePath().normalize();
    return Files.isRegularFile(file) ? parts[0] + " " + file : line;
  }
}
