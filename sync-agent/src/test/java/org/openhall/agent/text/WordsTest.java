package org.openhall.agent.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openhall.agent.sync.SyncStep;
import org.openhall.link.status.AgentStatus;

class WordsTest {

  private static Properties bundle(String language) throws IOException {
    Properties properties = new Properties();
    String name = "/org/openhall/agent/messages_" + language + ".properties";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(WordsTest.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  @Test
  void everyKeyIsThereInBothLanguagesWithTheSamePlaceholders() throws IOException {
    Properties chinese = bundle("zh_CN");
    Properties english = bundle("en");
    assertEquals(chinese.stringPropertyNames(), english.stringPropertyNames());
    for (String key : chinese.stringPropertyNames()) {
      assertEquals(
          placeholders(chinese.getProperty(key)), placeholders(english.getProperty(key)), key);
    }
  }

  private static Set<String> placeholders(String message) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{\\d}").matcher(message);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  @Test
  void everySentenceCanBeSaid() throws IOException {
    for (String language : new String[] {"zh-CN", "en"}) {
      for (String key : bundle("en").stringPropertyNames()) {
        String said = Words.in(language).say(key, "a", "b", "c", "d");
        assertFalse(said.contains("{"), said);
      }
    }
  }

  @Test
  void stepsAndOutcomesHaveNames() throws IOException {
    Properties english = bundle("en");
    for (SyncStep step : SyncStep.values()) {
      assertTrue(english.containsKey(step.messageKey()), step.toString());
    }
    for (AgentStatus.Outcome outcome : AgentStatus.Outcome.values()) {
      assertTrue(english.containsKey("status.outcome." + outcome.name()), outcome.toString());
    }
  }

  @Test
  void chineseIsTheLanguageUnlessEnglishIsAskedFor() {
    assertEquals("构建快照", Words.in("").say("step.build"));
    assertEquals("构建快照", Words.in("fr").say("step.build"));
    assertEquals("Building the snapshot", Words.in("en-GB").say("step.build"));
  }
}
