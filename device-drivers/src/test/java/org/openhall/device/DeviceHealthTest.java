package org.openhall.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceHealth.State;

class DeviceHealthTest {

  @Test
  void nothingThatIsToldLacksWordsAndNoWordsAreLeftOver() {
    TreeSet<String> keys = new TreeSet<>();
    keys(keys, "state", State.values());
    keys(keys, "words", Detail.values());
    keys(keys, "step", SelfTestOutcome.Step.values());
    keys(keys, "prompt", Prompt.values());
    for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
      ResourceBundle words = ResourceBundle.getBundle("org.openhall.device.words", locale);
      assertEquals(locale, words.getLocale());
      assertEquals(keys, new TreeSet<>(words.keySet()));
    }
  }

  @Test
  void everyStateWithEveryDetailIsSaidInBothLanguages() {
    for (State state : State.values()) {
      for (Detail detail : Detail.values()) {
        DeviceHealth health = new DeviceHealth(state, detail, Instant.EPOCH);
        String chinese = health.words(Locale.CHINA);
        String english = health.words(Locale.ENGLISH);
        assertTrue(chinese.endsWith(detail.words(Locale.CHINA)), chinese);
        assertTrue(english.endsWith(detail.words(Locale.ENGLISH)), english);
        assertTrue(english.codePoints().allMatch(c -> c < 0x3000), english);
      }
    }
    assertEquals(
        "不可用：打印机上盖开着——请合上",
        new DeviceHealth(State.UNAVAILABLE, Detail.COVER_OPEN, Instant.EPOCH).words(Locale.CHINA));
    assertEquals(
        "Cannot be used: The printer's cover is open – close it",
        new DeviceHealth(State.UNAVAILABLE, Detail.COVER_OPEN, Instant.EPOCH)
            .words(Locale.ENGLISH));
  }

  private static void keys(Set<String> keys, String family, Enum<?>[] constants) {
    for (Enum<?> constant : constants) {
      keys.add(family + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
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
