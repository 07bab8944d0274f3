package org.openhall.kiosk.typing;

/** The words known that typed letters may stand for, from any letter on. */
final class Lattice {
  /** A mark that parts syllables: xi'an is never xian. */
  static final char MARK = '\'';

  private static final Syllables.Way[][] UNKNOWN = {};

  /** Takes what is found. */
  interface Visitor {
    /** Letters that stand for all syllables of a node, and how. */
    void found(Lexicon lexicon, int node, Way way);
  }

  /**
   * How letters stand for syllables.
   *
   * @param end index after the last of the letters
   * @param cost what was left out or mistaken
   * @param shortened whether some syllable was typed by its beginning only
   * @param slipped whether a key was wrong
   */
  record Way(int end, float cost, boolean shortened, boolean slipped) {}

  private final Known known;
  private final String letters;
  private final Syllables.Way[][][] ways;
  private final Syllables.Way[][][] slips;

  /**
   * Prepares the letters a to z and the mark.
   *
   * @param letters lower case
   */
  Lattice(Known known, String letters) {
    this.known = known;
    this.letters = letters;
    ways = new Syllables.Way[letters.length()][][];
    slips = new Syllables.Way[letters.length()][][];
    for (int i = 0; i < letters.length(); i++) {
      ways[i] = known.syllables().ways(letters, i);
      slips[i] = UNKNOWN;
    }
  }

  int length() {
    return letters.length();
  }

  /** Visits every node whose syllables the letters from an index on may stand for. */
  void walk(int from, Visitor visitor) {
    for (Lexicon lexicon : known.lexicons()) {
      walk(lexicon, Lexicon.ROOT, new Way(from, 0, false, false), visitor);
    }
  }

  private void walk(Lexicon lexicon, int node, Way before, Visitor visitor) {
    Syllables.Way[][] here = ways[before.end()];
    for (int child = lexicon.firstChild(node); child < lexicon.endOfChildren(node); child++) {
      for (Syllables.Way way : here[lexicon.syllable(child)]) {
        Way after = after(before, way, before.slipped());
        visitor.found(lexicon, child, after);
        if (after.end() < letters.length()) {
          walk(lexicon, child, after, visitor);
        }
      }
    }
  }

  /** Visits the nodes that the letters stand for if one key is wrong, and no other is left out. */
  void walkWithSlip(int from, Visitor visitor) {
    for (Lexicon lexicon : known.lexicons()) {
      slip(lexicon, Lexicon.ROOT, new Way(from, 0, false, false), visitor);
    }
  }

  private void slip(Lexicon lexicon, int node, Way before, Visitor visitor) {
    Syllables.Way[][] here = ways[before.end()];
    Syllables.Way[][] wrong = slips(before.end());
    for (int child = lexicon.firstChild(node); child < lexicon.endOfChildren(node); child++) {
      for (Syllables.Way way : wrong[lexicon.syllable(child)]) {
        Way after = after(before, way, true);
        visitor.found(lexicon, child, after);
        if (after.end() < letters.length()) {
          spelt(lexicon, child, after, visitor);
        }
      }
      for (Syllables.Way way : here[lexicon.syllable(child)]) {
        Way after = after(before, way, false);
        if (!way.shortened() && after.end() < letters.length()) {
          slip(lexicon, child, after, visitor);
        }
      }
    }
  }

  /** Goes on behind a slip: whole syllables, of which the last may be unfinished. */
  private void spelt(Lexicon lexicon, int node, Way before, Visitor visitor) {
    Syllables.Way[][] here = ways[before.end()];
    for (int child = lexicon.firstChild(node); child < lexicon.endOfChildren(node); child++) {
      for (Syllables.Way way : here[lexicon.syllable(child)]) {
        Way after = after(before, way, true);
        boolean whole = after.end() == letters.length();
        if (whole || !way.shortened()) {
          visitor.found(lexicon, child, after);
        }
        if (!whole && !way.shortened()) {
          spelt(lexicon, child, after, visitor);
        }
      }
    }
  }

  private Way after(Way before, Syllables.Way way, boolean slipped) {
    return new Way(
        afterMark(before.end() + way.letters()),
        before.cost() + way.cost(),
        before.shortened() || way.shortened(),
        slipped);
  }

  private Syllables.Way[][] slips(int from) {
    if (slips[from].length == 0) {
      slips[from] = known.syllables().slips(letters, from);
    }
    return slips[from];
  }

  private int afterMark(int at) {
    int next = at;
    while (next < letters.length() && letters.charAt(next) == MARK) {
      next++;
    }
    return next;
  }
}
