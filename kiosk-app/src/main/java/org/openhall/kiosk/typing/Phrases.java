package org.openhall.kiosk.typing;

import java.util.HashMap;
import java.util.Map;

/**
 * Which words follow each other: 怎么 and 办理, 身份证 and 丢了. Words are known by a number made of their
 * characters; a word of public services also counts as any such word.
 */
final class Phrases {
  /** What stands before the first word. */
  static final int START = 1;

  /** Any word of public services. */
  static final int MATTER = 2;

  /** The most that a pair of words is cheaper than the two by themselves. */
  static final float MOST_SAVED = 7;

  private static final float SAVED = 3;
  private static final float SAVED_BY_ANY_MATTER = 2;
  private static final float EACH_TIME = 0.7f;

  private static final int LEAST_TABLE = 1 << 10;

  private final long[] pairs;
  private final float[] saved;

  /** How often words followed each other; two numbers make a key. */
  static final class Counts {
    private final Map<Long, Integer> counts = new HashMap<>();

    void add(int before, int word, int times) {
      counts.merge(key(before, word), times, Integer::sum);
    }

    int size() {
      return counts.size();
    }
  }

  Phrases(Counts counts) {
    int size = Integer.highestOneBit(Math.max(LEAST_TABLE, counts.size())) << 2;
    pairs = new long[size];
    saved = new float[size];
    counts.counts.forEach((pair, times) -> {
      int slot = slot(pair);
      pairs[slot] = pair;
      saved[slot] = (float) Math.min(MOST_SAVED, base(pair) + EACH_TIME * Math.log(times));
    });
  }

  private static float base(long pair) {
    boolean any = (int) pair == MATTER || (int) (pair >>> 32) == MATTER;
    return any ? SAVED_BY_ANY_MATTER : SAVED;
  }

  /** The number of a word. */
  static int sign(String word) {
    return sign(word.toCharArray(), 0, word.length());
  }

  /** The number of a word that stands between two places. */
  static int sign(char[] letters, int from, int until) {
    int sign = until - from;
    for (int i = from; i < until; i++) {
      sign = Integer.rotateLeft((sign ^ letters[i]) * 0x9E3779B1, 13);
    }
    return sign;
  }

  /**
   * What a word saves behind another.
   *
   * @param matterBefore whether the one before is a word of public services
   * @return 0 if nothing is known, to {@link #MOST_SAVED}
   */
  float saved(int before, boolean matterBefore, int word, boolean matter) {
    float most = saved(before, word);
    if (matterBefore) {
      most = Math.max(most, saved(MATTER, word));
    }
    return matter ? Math.max(most, saved(before, MATTER)) : most;
  }

  private float saved(int before, int word) {
    int slot = slot(key(before, word));
    return pairs[slot] == 0 ? 0 : saved[slot];
  }

  /** Where a pair stands, or the free place where it would. */
  private int slot(long pair) {
    int at = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 40) & (pairs.length - 1);
    while (pairs[at] != 0 && pairs[at] != pair) {
      at = (at + 1) & (pairs.length - 1);
    }
    return at;
  }

  private static long key(int before, int word) {
    return ((long) before << 32) | (word & 0xFFFF_FFFFL);
  }
}
