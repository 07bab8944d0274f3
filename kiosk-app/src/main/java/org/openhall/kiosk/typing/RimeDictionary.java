package org.openhall.kiosk.typing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a dictionary of the Rime project: a YAML head up to a line of three dots, then lines of
 * word, code and sometimes weight, parted by tabs.
 */
final class RimeDictionary {
  private static final String END_OF_HEAD = "...";

  /** Takes a line of the dictionary. */
  interface Line {
    /**
     * A word.
     *
     * @param weight how often it is used; 0 where the dictionary does not say
     */
    void read(String word, String code, long weight);
  }

  private RimeDictionary() {}

  /**
   * Reads every line with a word and a code; other lines are passed over.
   *
   * @throws IOException if the file is missing or cannot be read
   */
  static void read(Path file, Line line) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      lines
          .lines()
          .dropWhile(text -> !text.equals(END_OF_HEAD))
          .filter(text -> !text.startsWith("#"))
          .map(text -> text.split("\t"))
          .filter(parts -> parts.length >= 2)
          .forEach(parts -> line.read(parts[0], parts[1], weight(parts)));
    }
  }

  private static long weight(String[] parts) {
    boolean stated = parts.length > 2 && parts[2].chars().allMatch(Character::isDigit);
    return stated && !parts[2].isEmpty() ? Long.parseLong(parts[2]) : 0;
  }
}
