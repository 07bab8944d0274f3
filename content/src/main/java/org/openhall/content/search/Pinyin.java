package org.openhall.content.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Readings of Chinese characters without tones, one for each: the main reading of the Unicode Han
 * database, put right for the words of public offices (重庆 chongqing, 银行 yinhang).
 */
public final class Pinyin {
  /** Ways to cut letters into syllables that are looked at; real input has one or two. */
  private static final int MAX_CUTS = 8;

  private static final Pattern VOWEL = Pattern.compile("[aeiouv]");

  private static final int LONGEST_SYLLABLE = 6;

  private final Map<Integer, String> readings = new HashMap<>(1 << 16);
  private final Map<String, List<String>> words = new HashMap<>();
  private final NavigableSet<String> syllables = new TreeSet<>();
  private int longestWord = 1;

  /** Loads the tables that come with the program (about 0.15 MB). */
  public Pinyin() {
    Resources.lines("pinyin.txt").forEach(this::addReadings);
    Resources.lines("pinyin-words.txt").forEach(this::addWord);
  }

  private void addReadings(String line) {
    String syllable = line.substring(0, line.indexOf(' '));
    if (VOWEL.matcher(syllable).find()) {
      syllables.add(syllable); // 嗯 may be read n, but nobody types it to find a word
    }
    line.substring(syllable.length() + 1)
        .codePoints()
        .forEach(character -> readings.put(character, syllable));
  }

  private void addWord(String line) {
    List<String> parts = List.of(line.split(" "));
    String word = parts.getFirst();
    words.put(word, parts.subList(1, parts.size()));
    longestWord = Math.max(longestWord, word.length());
  }

  /**
   * The syllables of a folded text, one for each character; an empty one stands for whatever is not
   * a Chinese character.
   */
  public List<String> syllables(String folded) {
    List<String> result = new ArrayList<>(folded.length());
    int at = 0;
    while (at < folded.length()) {
      String word = wordAt(folded, at);
      if (word.isEmpty()) {
        int character = folded.codePointAt(at);
        result.add(readings.getOrDefault(character, ""));
        at += Character.charCount(character);
      } else {
        result.addAll(words.getOrDefault(word, List.of()));
        at += word.length();
      }
    }
    return result;
  }

  /** The longest known word that begins here; empty where none does. */
  private String wordAt(String folded, int at) {
    for (int length = Math.min(longestWord, folded.length() - at); length > 0; length--) {
      String word = folded.substring(at, at + length);
      if (words.containsKey(word)) {
        return word;
      }
    }
    return "";
  }

  /**
   * The ways in which typed letters can be cut into syllables, of which the last may be unfinished:
   * {@code shenfenzh} gives shen, fen, zh. Empty if they are no pinyin.
   */
  public List<List<String>> cuts(String letters) {
    return new Cuts(letters.replace("ve", "ue")).all();
  }

  /** One search for cuts; it never tries twice to go on from a place that leads nowhere. */
  private final class Cuts {
    private final String letters;
    private final boolean[] leadsNowhere;
    private final List<String> before = new ArrayList<>();
    private final List<List<String>> found = new ArrayList<>();

    Cuts(String letters) {
      this.letters = letters;
      this.leadsNowhere = new boolean[letters.length() + 1];
    }

    List<List<String>> all() {
      cutFrom(0);
      return found;
    }

    private void cutFrom(int from) {
      int foundBefore = found.size();
      String rest = letters.substring(from);
      if (!rest.isEmpty() && isBeginning(rest)) {
        add(rest);
      }
      for (int length = Math.min(LONGEST_SYLLABLE, rest.length() - 1); length > 0; length--) {
        if (found.size() < MAX_CUTS && !leadsNowhere[from + length]) {
          cutOff(rest.substring(0, length), from + length);
        }
      }
      leadsNowhere[from] = found.size() == foundBefore;
    }

    private void cutOff(String syllable, int next) {
      if (syllables.contains(syllable)) {
        before.add(syllable);
        cutFrom(next);
        before.removeLast();
      }
    }

    private void add(String last) {
      List<String> cut = new ArrayList<>(before);
      cut.add(last);
      found.add(cut);
    }
  }

  /** The syllables that begin with these letters. */
  Set<String> beginning(String letters) {
    return syllables.subSet(letters, letters + Character.MAX_VALUE);
  }

  private boolean isBeginning(String letters) {
    String next = syllables.ceiling(letters);
    return next != null && next.startsWith(letters);
  }
}
