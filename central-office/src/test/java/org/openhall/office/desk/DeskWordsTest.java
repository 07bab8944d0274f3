package org.openhall.office.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhall.office.audit.Deed;
import org.openhall.office.people.PasswordRule;
import org.openhall.office.people.PeopleOutcome;
import org.openhall.office.people.Role;

/** Every word is there in both languages, and every key that a template names is a word. */
class DeskWordsTest {
  private static final Path BUNDLES = Path.of("src/main/resources/org/openhall/office/desk");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates/desk");
  private static final String CHINESE = "_zh_CN.properties";
  private static final Pattern NAMED = Pattern.compile("#\\{([a-z][a-zA-Z0-9.-]+)[}(]");

  static Stream<String> topics() throws IOException {
    try (Stream<Path> files = Files.list(BUNDLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(CHINESE))
          .map(name -> name.replace(CHINESE, ""))
          .toList()
          .stream();
    }
  }

  private static Set<String> keys(String file) throws IOException {
    Properties words = new Properties();
    try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(file))) {
      words.load(reader);
    }
    return new TreeSet<>(words.stringPropertyNames());
  }

  @ParameterizedTest
  @MethodSource("topics")
  void aTopicHasTheSameKeysInBothLanguages(String topic) throws IOException {
    Set<String> chinese = keys(topic + CHINESE);
    assertEquals(chinese, keys(topic + "_en.properties"));
    chinese.forEach(key -> assertTrue(key.startsWith(topic + "."), key));
  }

  @Test
  void everyKeyOfATemplateIsAWord() throws IOException {
    Set<String> known = new TreeSet<>();
    for (String topic : topics().toList()) {
      known.addAll(keys(topic + CHINESE));
    }
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".html")).toList()) {
        NAMED
            .matcher(Files.readString(file))
            .results()
            .map(found -> found.group(1))
            .filter(key -> !known.contains(key))
            .forEach(missing::add);
      }
    }
    assertEquals(Set.of("topic.title"), missing, "topic.title stands in a comment");
  }

  @ParameterizedTest
  @EnumSource(Deed.class)
  void everyDeedHasAWord(Deed deed) throws IOException {
    said("audit.deed." + deed);
  }

  @Test
  void everyRoleRuleAndRefusalHasAWord() throws IOException {
    for (Role role : Role.values()) {
      said("role." + role);
    }
    for (PasswordRule rule : PasswordRule.values()) {
      said("signin.rule." + rule);
    }
    for (PeopleOutcome.Why why : PeopleOutcome.Why.values()) {
      said("people.refused." + why);
    }
  }

  private static void said(String key) throws IOException {
    DeskWords words = new DeskWords();
    for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
      words.getMessage(key, new Object[] {"x", "y"}, locale);
    }
  }
}
