package org.openhall.office.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a password must not be; no rule asks for kinds of characters (NIST SP 800-63B, 3.1.1.2). */
public enum PasswordRule {
  /** Below {@link #SHORTEST} characters. */
  TOO_SHORT,
  /** Beyond {@link #LONGEST} characters. */
  TOO_LONG,
  /** Nothing but digits: birthdays, telephone numbers. */
  ONLY_DIGITS,
  /** Fewer than six different characters. */
  TOO_UNIFORM,
  /** The person's own name for signing in is in it. */
  OWN_NAME,
  /** It is made of a word that everybody tries. */
  COMMON;

  public static final int SHORTEST = 12;
  public static final int LONGEST = 128;
  private static final int DIFFERENT = 6;
  private static final int SECRET = 3;
  private static final List<String> WORDS = words();

  /** The first rule that a password breaks. */
  static Optional<PasswordRule> broken(String password, String personId) {
    String plain = password.toLowerCase(Locale.ROOT);
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(TOO_SHORT);
    } else if (length > LONGEST) {
      return Optional.of(TOO_LONG);
    } else if (plain.matches("\\d+")) {
      return Optional.of(ONLY_DIGITS);
    } else if (plain.codePoints().distinct().count() < DIFFERENT) {
      return Optional.of(TOO_UNIFORM);
    } else if (plain.contains(personId)) {
      return Optional.of(OWN_NAME);
    }
    return isCommon(plain) ? Optional.of(COMMON) : Optional.empty();
  }

  /** What is left of its letters when the words are taken out is too little to be a secret. */
  private static boolean isCommon(String plain) {
    String letters = plain.replaceAll("[^\\p{L}]", "");
    String left = letters;
    for (String word : WORDS) {
      left = left.replace(word, "");
    }
    return left.length() < SECRET && left.length() < letters.length();
  }

  /** The longest first, so that none leaves a piece of another. */
  private static List<String> words() {
    try (InputStream file = PasswordRule.class.getResourceAsStream("common-passwords.txt")) {
      if (file == null) {
        throw new IllegalStateException("common-passwords.txt");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .sorted(Comparator.comparingInt(String::length).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
