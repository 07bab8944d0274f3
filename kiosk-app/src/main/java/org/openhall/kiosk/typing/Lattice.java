package org.openhall.kiosk.typing;

/** The words of a lexicon that typed letters may stand for, from any letter on. */
final class Lattice {
  /** A mark that parts syllables: xi'an is never xian. */
  static final char MARK = '\'';

  /** Takes what is found. */
  interface Visitor {
    /**
     * Letters that stand for all syllables of a node.
     *
     * @param end index after the last of them
     * @param cost what was left out or mistaken
     */
    void found(int node, int end, float cost);
  }

  private final Lexicon lexicon;
  private final String letters;
  private final Syllables.Way[][][] ways;

  /**
   * Prepares the letters a to z and the mark.
   *
   * @param letters lower case
   */
  Lattice(Lexicon lexicon, String letters) {
    this.lexicon = lexicon;
    this.letters = letters;
    ways = new Syllables.Way[letters.length()][][];
    for (int i = 0; i < letters.length(); i++) {
      ways[i] = lexicon.syllables().ways(letters, i);
    }
  }

  /** Visits every node whose syllables the letters from an index on may stand for. */
  void walk(int from, Visitor visitor) {
    walk(Lexicon.ROOT, from, 0, visitor);
  }

  private void walk(int node, int from, float cost, Visitor visitor) {
    for (int child = lexicon.firstChild(node); child < lexicon.endOfChildren(node); child++) {
      for (Syllables.Way way : ways[from][lexicon.syllable(child)]) {
        int end = afterMark(from + way.letters());
        visitor.found(child, end, cost + way.cost());
        if (end < letters.length()) {
          walk(child, end, cost + way.cost(), visitor);
        }
      }
    }
  }

  private int afterMark(int at) {
    int next = at;
    while (next < letters.length() && letters.charAt(next) == MARK) {
      next++;
    }
    return next;
  }
}
