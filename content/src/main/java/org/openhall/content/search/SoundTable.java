package org.openhall.content.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for sounds, so that texts can be compared by ear. Each syllable has a number, and another
 * that it shares with those that many speakers do not tell apart: zh and z, ch and c, sh and s, n
 * and l, eng and en, ing and in. What is not Chinese sounds like nothing but itself.
 */
final class SoundTable {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Pinyin pinyin;

  SoundTable(Pinyin pinyin) {
    this.pinyin = pinyin;
  }

  /** A folded text of one or more lines as it is heard. */
  Spoken spoken(String folded) {
    int[] characters = folded.codePoints().toArray();
    List<String> syllables = pinyin.syllables(folded);
    int[] sounds = new int[characters.length];
    int[] alike = new int[characters.length];
    for (int i = 0; i < characters.length; i++) {
      String syllable = syllables.get(i);
      boolean mute = syllable.isEmpty();
      sounds[i] = mute ? itself(characters[i]) : number(syllable);
      alike[i] = mute ? itself(characters[i]) : number(family(syllable));
    }
    return new Spoken(characters, sounds, alike);
  }

  /** What has no reading sounds like nothing but itself; the end of a line like nothing at all. */
  private int itself(int character) {
    return character == '\n' ? 0 : number("=" + Character.toString(character));
  }

  int number(String syllable) {
    return numbers.computeIfAbsent(syllable, s -> numbers.size() + 1);
  }

  /** How many numbers have been given. */
  int size() {
    return numbers.size();
  }

  /** The name that a syllable shares with all that sound nearly the same. */
  static String family(String syllable) {
    String family = syllable.replaceFirst("^([zcs])h", "$1").replaceFirst("^n(?=.)", "l");
    return family.endsWith("eng") || family.endsWith("ing")
        ? family.substring(0, family.length() - 1)
        : family;
  }
}
