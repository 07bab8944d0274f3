package org.openhall.kiosk.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The technicians' guide in Chinese has all that the English one has, and the other way round. */
class GuideTest {
  private static final Path ENGLISH = Path.of("../docs/technician.md");
  private static final Path CHINESE = Path.of("../docs/technician.zh-CN.md");
  private static final Pattern FILE =
      Pattern.compile(
          "[\\w<>*./-]*(/|\\.(json|pem|db|log|sock|properties|conf|aot|lock|path|spare))(?![\\w/])");

  private static List<String> lines(Path guide, String beginning) throws IOException {
    return Files.readString(guide).lines().filter(line -> line.matches(beginning)).toList();
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
    String[] parts = Files.readString(guide).split("`", -1);
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

  /** Whatever looks like a file or a folder, in the text too. */
  private static List<String> files(Path guide) throws IOException {
    return FILE.matcher(Files.readString(guide))
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }

  @Test
  void bothHaveTheSameSectionsCommandsKeysAndTables() throws IOException {
    for (String level :
        List.of("# .*", "## .*", "### .*", " *\\d\\. .*", "\\d\\. \\*\\*.*", "\\*\\*.*", "\\|.*")) {
      assertEquals(lines(ENGLISH, level).size(), lines(CHINESE, level).size(), level);
    }
    assertEquals(typed(ENGLISH), typed(CHINESE));
    assertEquals(files(ENGLISH), files(CHINESE));
    assertEquals(keys(ENGLISH), keys(CHINESE));
    assertEquals(codes(ENGLISH), codes(CHINESE));
    assertFalse(typed(CHINESE).isEmpty() || keys(CHINESE).isEmpty() || files(CHINESE).isEmpty());
  }
}
