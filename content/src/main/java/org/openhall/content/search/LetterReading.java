package org.openhall.content.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads letters as the names that are known: pinyin in full, also where it blurs what many do not
 * tell apart (senfenzheng), runs over several names (shenfenzhengdiule), or has one letter wrong,
 * missing, superfluous or displaced (shenfenzhegn).
 */
final class LetterReading {
  private static final int SHORTEST_WITH_FAULT = 6;
  private static final int LONGEST = 10;

  private final KnownNames names;
  private final Spoken known;
  private final SoundTable table;
  private final Pinyin pinyin;
  private final String letters;
  private final int[] starts;

  LetterReading(KnownNames names, SoundTable table, Pinyin pinyin) {
    this.names = names;
    this.known = names.spoken();
    this.table = table;
    this.pinyin = pinyin;
    this.starts = new int[known.length() + 1];
    this.letters = spelled();
  }

  /** All names in letters; what is not Chinese stands as a space. */
  private String spelled() {
    StringBuilder all = new StringBuilder(known.length() * 4);
    List<String> syllables = pinyin.syllables(known.text(0, known.length()));
    for (int i = 0; i < known.length(); i++) {
      starts[i] = all.length();
      all.append(syllables.get(i).isEmpty() ? " " : syllables.get(i));
    }
    starts[known.length()] = all.length();
    return all.toString();
  }

  /** The Chinese that was most likely meant. */
  Optional<String> read(String typed) {
    @Nullable String best = null;
    int most = 0;
    for (List<String> cut : pinyin.cuts(asWritten(typed))) {
      Covered covered = cover(cut);
      if (covered.syllables > most) {
        best = covered.text;
        most = covered.syllables;
      }
    }
    if (best != null && most * 3 >= best.length() * 2) {
      return Optional.of(best);
    }
    return typed.length() < SHORTEST_WITH_FAULT ? Optional.empty() : withOneFault(typed);
  }

  /** After j, q, x and y, ü is written u. */
  private static String asWritten(String typed) {
    return typed.replaceAll("(?<=[jqxy])v", "u");
  }

  /**
   * What of a cut is known.
   *
   * @param syllables how many of them; what is not known is left out of the text
   */
  private record Covered(String text, int syllables) {}

  private Covered cover(List<String> cut) {
    int[] sounds = cut.stream().mapToInt(table::number).toArray();
    int[] alike = cut.stream().mapToInt(s -> table.number(SoundTable.family(s))).toArray();
    StringBuilder text = new StringBuilder();
    int syllables = 0;
    for (int from = 0; from < alike.length; ) {
      String longest = longest(sounds, alike, from);
      int taken = longest.codePointCount(0, longest.length());
      text.append(longest);
      syllables += taken;
      from += Math.max(1, taken);
    }
    return new Covered(text.toString(), syllables * 3 < cut.size() * 2 ? 0 : syllables);
  }

  private String longest(int[] sounds, int[] alike, int from) {
    for (int until = Math.min(alike.length, from + LONGEST); until - from > 1; until--) {
      int place = place(sounds, alike, from, until);
      if (place >= 0) {
        return known.text(place, place + until - from);
      }
    }
    return "";
  }

  /** The place that sounds most alike, or -1. */
  private int place(int[] sounds, int[] alike, int from, int until) {
    int near = -1;
    for (int place : names.places(alike[from])) {
      if (KnownNames.same(alike, from, until, known.alike(), place)) {
        if (KnownNames.same(sounds, from, until, known.sounds(), place)) {
          return place;
        }
        near = near < 0 ? place : near;
      }
    }
    return near;
  }

  private Optional<String> withOneFault(String typed) {
    for (int at = 0; at + 1 < known.length(); at++) {
      int start = starts[at];
      int end = letters.charAt(start) == typed.charAt(0) ? end(typed, start) : -1;
      int until = end < 0 ? -1 : Arrays.binarySearch(starts, end);
      if (until > at + 1) {
        return Optional.of(known.text(at, until));
      }
    }
    return Optional.empty();
  }

  /** Where in the letters of all names the typed ones end if one is at fault, or -1. */
  private int end(String typed, int start) {
    int fault = 0;
    while (fault < typed.length()
        && start + fault < letters.length()
        && typed.charAt(fault) == letters.charAt(start + fault)) {
      fault++;
    }
    if (fault >= typed.length() || start + fault >= letters.length()) {
      return -1;
    }
    int place = start + fault;
    if (endsWith(typed, fault + 1, place + 1)) {
      return place + typed.length() - fault;
    }
    if (endsWith(typed, fault, place + 1)) {
      return place + 1 + typed.length() - fault;
    }
    if (endsWith(typed, fault + 1, place)) {
      return place + typed.length() - fault - 1;
    }
    return isSwapped(typed, fault, place) && endsWith(typed, fault + 2, place + 2)
        ? place + typed.length() - fault
        : -1;
  }

  private boolean endsWith(String typed, int from, int place) {
    int rest = typed.length() - from;
    return rest >= 0
        && letters.regionMatches(place, typed, from, rest)
        && Arrays.binarySearch(starts, place + rest) >= 0;
  }

  private boolean isSwapped(String typed, int at, int place) {
    return at + 1 < typed.length()
        && place + 1 < letters.length()
        && typed.charAt(at) == letters.charAt(place + 1)
        && typed.charAt(at + 1) == letters.charAt(place);
  }
}
