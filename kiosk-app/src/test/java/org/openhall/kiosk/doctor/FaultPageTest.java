package org.openhall.kiosk.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openhall.device.DeviceHealth.Detail;

/** The page of faults is written from the bundles; whoever changes a sentence changes the page. */
class FaultPageTest {
  private static final Path PAGE = Path.of("../docs/technician-faults.md");

  /** Two lines of the page for one fault. */
  private static String row(String found, String next, String foundEnglish, String nextEnglish) {
    return "| %s<br>%s | %s<br>%s |".formatted(found, foundEnglish, next, nextEnglish);
  }

  static List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (Detail detail : Detail.values()) {
      if (detail != Detail.NONE) {
        String[] chinese = detail.words(Locale.SIMPLIFIED_CHINESE).split("——", 2);
        String[] english = detail.words(Locale.ENGLISH).split(" – ", 2);
        rows.add(row(chinese[0], chinese[1], english[0], english[1]));
      }
    }
    ResourceBundle chinese = bundle(Locale.SIMPLIFIED_CHINESE);
    ResourceBundle english = bundle(Locale.ENGLISH);
    for (String key : new TreeSet<>(chinese.keySet())) {
      if (chinese.containsKey(key + ".next")) {
        rows.add(
            row(
                chinese.getString(key),
                chinese.getString(key + ".next"),
                english.getString(key).replace("''", "'"),
                english.getString(key + ".next").replace("''", "'")));
      }
    }
    return rows;
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(FindingWords.BUNDLE, locale);
  }

  @Test
  void thePageHasEverySentenceInBothLanguages() throws IOException {
    List<String> page = Files.readAllLines(PAGE);
    List<String> missing = rows().stream().filter(row -> !page.contains(row)).toList();

    assertEquals(List.of(), missing, "these rows belong into " + PAGE);
  }
}
