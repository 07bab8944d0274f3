package org.openhall.kiosk.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openhall.device.DeviceHealth.Detail;

class FindingWordsTest {
  private static final Path SOURCE = Path.of("src/main/java/org/openhall/kiosk/doctor");
  private static final Pattern CODE =
      Pattern.compile(
          "\"((?:devices|fonts|clock|disk|memory|line|content|spool|lock)\\.[a-z-]+)\"");

  private static final List<String> NO_CODES = List.of("spool.megabytes", "devices.sock");

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(FindingWords.BUNDLE, locale);
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertEquals(
        new TreeSet<>(bundle(Locale.SIMPLIFIED_CHINESE).keySet()),
        new TreeSet<>(bundle(Locale.ENGLISH).keySet()));
  }

  @Test
  void everyCodeOfTheSourceHasWordsAndEveryTroubleANextStep() throws IOException {
    ResourceBundle words = bundle(Locale.ENGLISH);
    for (Path file : sources()) {
      String text = Files.readString(file);
      Matcher codes = CODE.matcher(text);
      while (codes.find()) {
        String code = codes.group(1);
        if (NO_CODES.contains(code)) {
          continue;
        }
        assertTrue(words.containsKey(code), code);
        String before = text.substring(Math.max(0, codes.start() - 60), codes.start());
        if (before.matches("(?s).*Severity\\.(FAULT|WARNING),\\s*$")) {
          assertTrue(words.containsKey(code + ".next"), code + " has no next step");
        }
      }
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(SOURCE)) {
      return files.filter(f -> f.toString().endsWith(".java")).toList();
    }
  }

  @Test
  void aDevicesTroubleIsToldWithItsNextStepApart() {
    for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      for (Detail detail : Detail.values()) {
        Finding finding =
            Finding.of(Area.DEVICES, Severity.FAULT, "device." + detail, "printer", "0C");
        assertTrue(finding.words(locale).startsWith("printer: "), finding.words(locale));
        assertTrue(finding.words(locale).endsWith(" [0C]"), finding.words(locale));
        assertFalse(finding.words(locale).contains("——"), finding.words(locale));
        assertEquals(detail == Detail.NONE, finding.next(locale).isEmpty(), detail.name());
      }
    }
  }
}
