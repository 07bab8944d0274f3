package org.openhall.content.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

  /** Expression for the index: documents that have all pairs of all words. */
  public String match() {
    return words.stream().map(Query::tokens).collect(Collectors.joining(" "));
  }

  private static String tokens(String word) {
    int[] characters = word.codePoints().toArray();
    if (characters.length == 1) {
      return '"' + word + '"';
    }
    StringBuilder match = new StringBuilder();
    for (int i = 0; i + 1 < characters.length; i++) {
      match.append(i == 0 ? "\"" : " \"");
      match.appendCodePoint(characters[i]).appendCodePoint(characters[i + 1]).append('"');
    }
    return match.toString();
  }

  /**
   * True if the index alone decides: a word of up to two characters is one token, so whatever
   * matches contains it.
   */
  public boolean isDecidedByIndex() {
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
