package org.openhall.simulator.control;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.openhall.fuzz.FuzzTarget;

/** Any line as a command of the simulator: understood, or refused by a sentence. */
public final class CommandFuzz implements FuzzTarget {

  @Override
  public String name() {
    return "simulator-command";
  }

  @Override
  public List<byte[]> seeds() {
    return Stream.of(
            "lay zhang",
            "tear after 40",
            "wait-for slip within 5",
            "scan a\\nb",
            "module torn-answer",
            "line cut after 12",
            "paper near-end",
            "cards")
        .map(line -> line.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public List<byte[]> words() {
    return Stream.of(CommandParser.words().split(", ", -1))
        .map(word -> word.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public int longest() {
    return 128;
  }

  @Override
  public void run(byte[] input) {
    String line = new String(input, StandardCharsets.UTF_8);
    try {
      Command once = CommandParser.parse(line);
      Command again = CommandParser.parse("  " + line + " \t");
      if (!once.equals(again)) {
        throw new AssertionError("spaces around a command change it");
      }
    } catch (UsageException e) {
      if (String.valueOf(e.getMessage()).isBlank()) {
        throw new AssertionError("a refusal without words", e);
      }
    }
  }
}
