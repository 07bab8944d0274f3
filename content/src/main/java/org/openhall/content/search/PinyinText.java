package org.openhall.content.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pinyin of a folded text as the index keeps it. Its marks are punctuation, which folding
 * removes, so no token of a text looks like one of pinyin.
 *
 * @param initials first letters, a space for whatever is not Chinese: {@code sfz}
 * @param full syllables with a mark before each and after the last of a run: {@code
 *     ¶shen¶fen¶zheng¶}
 * @param tokens the tokens for the index, parted by spaces
 */
public record PinyinText(String initials, String full, String tokens) {
  private static final String INITIALS = "§";
  private static final String SYLLABLE = "¶";
  private static final String PAIR = "‡";

  /** The pinyin of a folded text of one or more lines. */
  public static PinyinText of(String folded, Pinyin pinyin) {
    StringBuilder initials = new StringBuilder();
    StringBuilder full = new StringBuilder();
    Set<String> tokens = new LinkedHashSet<>();
    String before = "";
    for (String syllable : pinyin.syllables(folded)) {
      boolean chinese = !syllable.isEmpty();
      full.append(chinese || !before.isEmpty() ? SYLLABLE : "").append(chinese ? syllable : " ");
      initials.append(chinese ? syllable.charAt(0) : ' ');
      if (chinese) {
        tokens.add(SYLLABLE + syllable + SYLLABLE);
        if (!before.isEmpty()) {
          tokens.add(pair(before, syllable));
        }
      }
      before = syllable;
    }
    full.append(before.isEmpty() ? "" : SYLLABLE);
    addInitials(initials.toString(), tokens);
    return new PinyinText(initials.toString(), full.toString(), String.join(" ", tokens));
  }

  private static void addInitials(String initials, Set<String> tokens) {
    for (String run : initials.split(" ", -1)) {
      for (int length = 1; length <= 3; length++) {
        for (int i = 0; i + length <= run.length(); i++) {
          tokens.add(INITIALS + run.substring(i, i + length));
        }
      }
    }
  }

  private static String pair(String first, String second) {
    return PAIR + first + SYLLABLE + second + SYLLABLE;
  }

  /** Index expression for titles that may have these initials in a row. */
  static String matchInitials(String letters) {
    int length = Math.min(3, letters.length());
    StringBuilder match = new StringBuilder();
    for (int i = 0; i + length <= letters.length(); i++) {
      match.append('"').append(INITIALS).append(letters, i, i + length).append("\" ");
    }
    return match.toString();
  }

  /**
   * Index expression for titles that may have these syllables in a row.
   *
   * @param cut the syllables, the last perhaps unfinished
   * @param lasts what the last may become; each is looked up by itself, as a prefix would be merged
   *     from all its terms before anything else is looked at
   */
  static String matchSyllables(List<String> cut, Collection<String> lasts) {
    int last = cut.size() - 1;
    StringBuilder match = new StringBuilder();
    for (int i = 0; i + 1 < last; i++) {
      match.append('"').append(pair(cut.get(i), cut.get(i + 1))).append("\" AND ");
    }
    String either =
        lasts.stream()
            .map(end -> last == 0 ? SYLLABLE + end + SYLLABLE : pair(cut.get(last - 1), end))
            .map(token -> '"' + token + '"')
            .collect(Collectors.joining(" OR "));
    return match + "(" + either + ")";
  }

  /** The syllables as they stand in {@link #full}, the last unfinished. */
  static String sequence(List<String> cut) {
    return SYLLABLE + String.join(SYLLABLE, cut);
  }
}
