package org.openhall.content.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a person typed, made safe and comparable. Words parted by spaces must all occur; as a whole
 * they rank first where they occur in a row.
 *
 * @param whole all words joined, folded
 * @param words the words, folded, none empty; empty if nothing searchable was typed
 */
public record Query(String whole, List<String> words) {
  private static final int MAX_CHARACTERS = 64;

  /**
   * One way to look for pinyin.
   *
   * @param match expression for the index
   * @param sequence what a found title's initials or syllables must contain
   * @param syllables false for initials
   */
  public record PinyinQuery(String match, String sequence, boolean syllables) {}

  public Query {
    words = List.copyOf(words);
  }

  /** Reads what was typed; what is longer than 64 characters is cut off. */
  public static Query of(String typed) {
    List<String> words = new ArrayList<>();
    int room = MAX_CHARACTERS;
    for (String part : typed.split("[\\s\\p{Z}]+", -1)) {
      String word = firstCharacters(Folding.fold(part), room);
      room -= word.codePointCount(0, word.length());
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return new Query(String.join("", words), words);
  }

  private static String firstCharacters(String text, int count) {
    return text.codePointCount(0, text.length()) <= count
        ? text
        : text.substring(0, text.offsetByCodePoints(0, count));
  }

  /** True if there is nothing to look for. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /**
   * Tokens that a record has in which all words occur: their pairs of neighbours, and whole numbers
   * that stand within a word, as one at its edge may be part of a longer one.
   */
  public List<String> tokens() {
    Set<String> tokens = new LinkedHashSet<>();
    for (String word : words) {
      int[] characters = word.codePoints().toArray();
      if (characters.length == 1) {
        tokens.add(word);
      }
      for (int i = 0; i + 1 < characters.length; i++) {
        tokens.add(new String(characters, i, 2));
      }
      tokens.addAll(Grams.numbers(withoutNumbersAtTheEdge(word)));
    }
    return List.copyOf(tokens);
  }

  private static String withoutNumbersAtTheEdge(String word) {
    int from = 0;
    int until = word.length();
    while (from < until && Grams.isDigit(word.charAt(from))) {
      from++;
    }
    while (until > from && Grams.isDigit(word.charAt(until - 1))) {
      until--;
    }
    return word.substring(from, until);
  }

  /**
   * True if records that have all tokens have all words: a word of up to two characters is one
   * token.
   */
  public boolean isDecidedByTokens() {
    return words.stream().allMatch(w -> w.codePointCount(0, w.length()) <= 2);
  }

  /** True if it may be pinyin: Latin letters only. */
  public boolean isLetters() {
    return !whole.isEmpty() && whole.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  /** The ways to read a query of letters as pinyin, best first. */
  public List<PinyinQuery> pinyin(Pinyin pinyin) {
    List<PinyinQuery> ways = new ArrayList<>();
    if (whole.length() > 1) {
      pinyin.cuts(whole).forEach(cut -> ways.add(syllables(cut, pinyin)));
    }
    ways.add(new PinyinQuery(PinyinText.matchInitials(whole), whole, false));
    return ways;
  }

  private static PinyinQuery syllables(List<String> cut, Pinyin pinyin) {
    return new PinyinQuery(
        PinyinText.matchSyllables(cut, pinyin.beginning(cut.getLast())),
        PinyinText.sequence(cut),
        true);
  }
}
