package org.openhall.office.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+}");

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "org.openhall.office.messages",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  @Test
  void everyKeyIsThereInBothLanguages() {
    assertEquals(bundle(Locale.SIMPLIFIED_CHINESE).keySet(), bundle(Locale.ENGLISH).keySet());
  }

  @Test
  void everyMessageTakesTheSameArgumentsInBothLanguages() {
    ResourceBundle chinese = bundle(Locale.SIMPLIFIED_CHINESE);
    ResourceBundle english = bundle(Locale.ENGLISH);
    for (String key : chinese.keySet()) {
      assertEquals(arguments(chinese.getString(key)), arguments(english.getString(key)), key);
      assertFalse(english.getString(key).contains("'"), key + ": an apostrophe is a quote here");
    }
  }

  private static java.util.List<String> arguments(String message) {
    return ARGUMENT.matcher(message).results().map(m -> m.group()).distinct().sorted().toList();
  }

  @Test
  void chineseIsTheLanguageOfWhoAsksForNothingKnown() {
    assertEquals("新增", Messages.of("tlh").text("report.added"));
    assertEquals("added", Messages.of("en-GB").text("report.added"));
  }

  @Test
  void writesNumbersPlainly() {
    assertEquals("32147 条", Messages.of("zh-CN").text("import.rows", 32147));
  }
}
