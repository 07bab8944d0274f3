package org.openhall.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.device.DeviceHealth;

class MessagesTest {

  @ParameterizedTest
  @ValueSource(strings = {"messages", "reading", "disclosure", "service"})
  void everyKeyIsInBothLanguages(String bundle) {
    assertEquals(keys(bundle, Language.CHINESE), keys(bundle, Language.ENGLISH));
  }

  @ParameterizedTest
  @EnumSource(DeviceHealth.Detail.class)
  void thereAreWordsForEveryTroubleOfADevice(DeviceHealth.Detail detail) {
    Messages words = new Messages();
    assertFalse(words.text("print.reason." + detail.name()).isBlank());
    assertFalse(words.text("identify.detail." + detail.name()).isBlank());
  }

  @Test
  void fillsArgumentsInAndSpeaksTheFirstLanguageAgainAfterAVisit() {
    Messages words = new Messages();
    assertEquals("剩余 9 秒", words.text("identify.waiting.left", 9));

    words.speak(Language.ENGLISH);
    assertEquals("9 seconds left", words.text("identify.waiting.left", 9));

    words.reset();
    assertEquals("首页", words.text("nav.home"));
  }

  @Test
  void aKeyWithoutWordsIsAMistake() {
    Messages words = new Messages();
    assertThrows(MissingResourceException.class, () -> words.text("no.such.key"));
  }

  private static SortedSet<String> keys(String bundle, Language language) {
    return new TreeSet<>(
        ResourceBundle.getBundle(
                "org.openhall.kiosk." + bundle,
                language.locale(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
            .keySet());
  }
}
