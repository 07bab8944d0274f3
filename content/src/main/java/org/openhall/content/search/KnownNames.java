package org.openhall.content.search;

import java.util.Arrays;
import java.util.List;

/**
 * The names that a terminal knows by heart, one after the other, and where in them each sound
 * stands. Positions count the characters of all names.
 */
final class KnownNames {
  private static final int[] NOWHERE = {};

  private final Spoken spoken;
  private final int[][] places;

  KnownNames(List<String> folded, SoundTable table) {
    spoken = table.spoken(String.join("\n", folded));
    int[] counts = new int[table.size() + 1];
    for (int sound : spoken.alike()) {
      counts[Math.max(0, sound)]++;
    }
    places = new int[counts.length][];
    Arrays.setAll(places, sound -> sound == 0 ? NOWHERE : new int[counts[sound]]);
    int[] filled = new int[counts.length];
    for (int i = 0; i < spoken.length(); i++) {
      int sound = spoken.alike()[i];
      if (sound > 0) {
        places[sound][filled[sound]++] = i;
      }
    }
  }

  Spoken spoken() {
    return spoken;
  }

  /** Where a family of sounds stands. */
  int[] places(int alike) {
    return alike > 0 && alike < places.length ? places[alike] : NOWHERE;
  }

  /** Whether these characters stand somewhere in a row. */
  boolean has(Spoken text, int from, int until) {
    for (int place : places(text.alike()[from])) {
      if (same(text.characters(), from, until, spoken.characters(), place)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name begins or ends there. */
  boolean isEdge(int at) {
    int[] characters = spoken.characters();
    return at == 0
        || at == characters.length
        || characters[at] == '\n'
        || characters[at - 1] == '\n';
  }

  /** Whether the numbers from..until stand at a place of the others. */
  static boolean same(int[] numbers, int from, int until, int[] others, int place) {
    int end = place + until - from;
    return place >= 0
        && end <= others.length
        && Arrays.equals(numbers, from, until, others, place, end);
  }
}
