package org.openhall.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.simulator.card.BadCardException;
import org.openhall.simulator.card.CardBox;
import org.openhall.simulator.control.CommandParser;
import org.openhall.simulator.control.Script;
import org.openhall.simulator.control.UsageException;

/** What docs/simulator.md shows is what the program understands. */
class ManualTest {

  private static final Path MANUAL = Path.of("../docs/simulator.md");

  @TempDir Path folder;

  @Test
  void everyCommandOfTheTableIsOne() throws IOException, UsageException {
    List<String> words = new ArrayList<>();
    for (String row : Files.readAllLines(MANUAL)) {
      String[] parts = row.split("[` ]", -1);
      if (row.startsWith("| `") && CommandParser.knows(parts[2])) {
        words.add(parts[2]);
      }
    }
    for (String word : CommandParser.words().split(", ", -1)) {
      assertTrue(words.contains(word), word + " is not in the table");
    }
  }

  @Test
  void theLessonIsUnderstood() throws IOException, UsageException {
    assertEquals(11, Script.of("lesson", block("    # A citizen")).lines().size());
  }

  @Test
  void theTrainersCardIsOne() throws IOException, BadCardException {
    Path file = Files.write(folder.resolve("wu.properties"), block("    kind=resident"));
    assertEquals("武松", CardBox.authored().find(file.toString()).value("name"));
  }

  /** The indented lines that begin so. */
  private static List<String> block(String beginning) throws IOException {
    Pattern indented = Pattern.compile("    .*");
    return Files.readAllLines(MANUAL).stream()
        .dropWhile(line -> !line.startsWith(beginning))
        .takeWhile(line -> indented.matcher(line).matches())
        .map(String::strip)
        .toList();
  }
}
