package org.openhall.kiosk.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The technicians' guide in Chinese has all that the English one has, and the other way round. */
class GuideTest {
  private static final Path ENGLISH = Path.of("../docs/technician.md");
  private static final Path CHINESE = Path.of("../docs/technician.zh-CN.md");

  /** All but how a terminal is enrolled, which each guide tells in its own steps. */
  private static String text(Path guide) throws IOException {
    return Files.readString(guide).replaceFirst("(?s)\\n4\\. \\*\\*.*?(?=\\n### )", "");
  }

  private static List<String> lines(Path guide, String beginning) throws IOException {
    return text(guide).lines().filter(line -> line.matches(beginning)).toList();
  }

  /** Lines that are typed as they stand, without the remarks behind them. */
  private static List<String> typed(Path guide) throws IOException {
    return lines(guide, " {4,}+\\S.*").stream()
        .map(line -> line.replaceAll("\\s+#.*", "").strip())
        .filter(line -> line.matches("(sudo|\\./openhall|systemctl|journalctl|[a-z.-]+=).*"))
        .toList();
  }

  /** What stands between backticks, and is in no language: keys, commands, paths. */
  private static List<String> codes(Path guide) throws IOException {
    String[] parts = text(guide).split("`", -1);
    return IntStream.range(0, parts.length)
        .filter(i -> i % 2 == 1)
        .mapToObj(i -> parts[i].replaceAll("\\s+", " "))
        .sorted()
        .toList();
  }

  /** The keys in the first cells of tables. */
  private static List<String> keys(Path guide) throws IOException {
    return lines(guide, "\\| `.*").stream()
        .flatMap(line -> Stream.of(line.split("\\|", -1)[1].split("`", -1)))
        .filter(word -> word.matches("[a-z][a-z.-]+"))
        .toList();
  }

  @Test
  void bothHaveTheSameSectionsCommandsKeysAndTables() throws IOException {
    for (String level :
        List.of("# .*", "## .*", "### .*", "\\d\\. \\*\\*.*", "\\*\\*.*", "\\|.*")) {
      assertEquals(lines(ENGLISH, level).size(), lines(CHINESE, level).size(), level);
    }
    assertEquals(typed(ENGLISH), typed(CHINESE));
    assertEquals(keys(ENGLISH), keys(CHINESE));
    assertEquals(codes(ENGLISH), codes(CHINESE));
    assertFalse(typed(CHINESE).isEmpty() || keys(CHINESE).isEmpty());
  }
}
