package org.openhall.kiosk.typing;

/** One wrong key in a syllable: two keys swapped, the key beside it, one too many, one left out. */
final class Slip {
  /** What a swapped or neighbouring key costs. */
  private static final float WRONG_KEY = 6;

  /** What a key too many or one left out costs. */
  private static final float WRONG_COUNT = 8;

  /** The shortest syllable of which a letter may be left out. */
  private static final int LONG = 4;

  private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

  /** How far each row stands to the right of the first, in tenths of a key. */
  private static final int[] SHIFTS = {0, 5, 10};

  private static final boolean[][] BESIDE = new boolean[26][26];

  static {
    for (char one = 'a'; one <= 'z'; one++) {
      for (char other = 'a'; other <= 'z'; other++) {
        BESIDE[one - 'a'][other - 'a'] =
            Math.abs(row(one) - row(other)) <= 1 && Math.abs(place(one) - place(other)) <= 10;
      }
    }
  }

  private Slip() {}

  private static int row(char letter) {
    return ROWS[0].indexOf(letter) >= 0 ? 0 : ROWS[1].indexOf(letter) >= 0 ? 1 : 2;
  }

  private static int place(char letter) {
    return 10 * ROWS[row(letter)].indexOf(letter) + SHIFTS[row(letter)];
  }

  /**
   * What it costs to take letters for a syllable.
   *
   * @param length how many of the letters from an index on
   * @return 0 if they differ by more than one slip, or not at all
   */
  static float cost(String syllable, String letters, int from, int length) {
    return switch (length - syllable.length()) {
      case 0 -> isWrongKey(syllable, letters, from) ? WRONG_KEY : 0;
      case 1 -> hasOneMore(letters, from, syllable) ? WRONG_COUNT : 0;
      case -1 -> syllable.length() >= LONG && hasOneLess(letters, from, syllable) ? WRONG_COUNT : 0;
      default -> 0;
    };
  }

  private static boolean isWrongKey(String syllable, String letters, int from) {
    int length = syllable.length();
    int at = common(syllable, letters, from, length);
    if (at == length) {
      return false;
    }
    char typed = letters.charAt(from + at);
    if (isBeside(typed, syllable.charAt(at)) && same(letters, from + at + 1, syllable, at + 1)) {
      return true;
    }
    return at + 1 < length
        && typed == syllable.charAt(at + 1)
        && letters.charAt(from + at + 1) == syllable.charAt(at)
        && same(letters, from + at + 2, syllable, at + 2);
  }

  /** A key too many is one that the finger touched beside the one that was meant. */
  private static boolean hasOneMore(String letters, int from, String syllable) {
    int at = common(syllable, letters, from, syllable.length());
    char extra = letters.charAt(from + at);
    boolean touched =
        (at > 0 && isBeside(extra, syllable.charAt(at - 1)))
            || (at < syllable.length() && isBeside(extra, syllable.charAt(at)));
    return touched && same(letters, from + at + 1, syllable, at);
  }

  /** The first and the last letter of a syllable are not left out. */
  private static boolean hasOneLess(String letters, int from, String syllable) {
    int at = common(syllable, letters, from, syllable.length() - 1);
    return at > 0 && at < syllable.length() - 1 && same(letters, from + at, syllable, at + 1);
  }

  private static int common(String syllable, String letters, int from, int most) {
    int at = 0;
    while (at < most && letters.charAt(from + at) == syllable.charAt(at)) {
      at++;
    }
    return at;
  }

  /** Whether the letters from an index on are the rest of the syllable. */
  private static boolean same(String letters, int from, String syllable, int at) {
    return letters.startsWith(syllable.substring(at), from);
  }

  private static boolean isBeside(char one, char other) {
    return one >= 'a' && one <= 'z' && BESIDE[one - 'a'][other - 'a'];
  }
}
