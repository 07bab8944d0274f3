package org.openhall.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openhall.device.DeviceHealth.Detail;

class DeviceHealthTest {

  @Test
  void everyDetailHasWordsInBothLanguagesAndNoWordsAreWithoutADetail() {
    TreeSet<String> details =
        Arrays.stream(Detail.values())
            .map(detail -> "words." + detail.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.toCollection(TreeSet::new));
    for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
      ResourceBundle words = ResourceBundle.getBundle("org.openhall.device.words", locale);
      assertEquals(locale, words.getLocale());
      assertEquals(details, new TreeSet<>(words.keySet()));
    }
  }

  @Test
  void wordsSayWhatIsWrongAndTheNextStep() {
    for (Detail detail : Detail.values()) {
      if (detail != Detail.NONE) {
        assertTrue(detail.words(Locale.CHINA).contains("——"), detail.words(Locale.CHINA));
        assertTrue(detail.words(Locale.ENGLISH).contains(" – "), detail.words(Locale.ENGLISH));
      }
    }
    assertEquals("打印机上盖开着——请合上", Detail.COVER_OPEN.words(Locale.CHINA));
  }

  @Test
  void whoeverSpeaksNeitherLanguageIsToldInChinese() {
    assertEquals(Detail.PAPER_OUT.words(Locale.CHINA), Detail.PAPER_OUT.words(Locale.FRENCH));
    assertEquals(Detail.PAPER_OUT.words(Locale.ENGLISH), Detail.PAPER_OUT.words(Locale.UK));
  }
}
