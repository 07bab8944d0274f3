package org.openhall.content.search;

import org.jspecify.annotations.Nullable;

/**
 * Puts wrong characters right by the names that are known: characters that sound the same (生份证),
 * and one wrong, missing, superfluous or displaced character among four or more. The longest
 * stretch that becomes a known one is put right first; what is known already stays.
 */
final class Spelling {
  private static final int LONGEST = 8;

  /**
   * So short a stretch must be a whole name, or a part at its edge; else any words would make one.
   */
  private static final int WHOLE = 2;

  private static final int AT_THE_EDGE = 3;

  private static final int SHORTEST_WITH_FAULT = 4;

  private final KnownNames names;
  private final Spoken known;

  Spelling(KnownNames names) {
    this.names = names;
    this.known = names.spoken();
  }

  /** The text put right; the same text if there is nothing to mend. */
  String corrected(Spoken text) {
    @Nullable String[] mended = new String[text.length()];
    for (int length = Math.min(LONGEST, text.length()); length > 1; length--) {
      for (int from = 0; from + length <= text.length(); from++) {
        settle(text, from, from + length, mended);
      }
    }
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < mended.length; i++) {
      String own = text.text(i, i + 1);
      result.append(mended[i] == null ? own : mended[i]);
    }
    return result.toString();
  }

  private void settle(Spoken text, int from, int until, @Nullable String[] mended) {
    for (int i = from; i < until; i++) {
      if (mended[i] != null) {
        return;
      }
    }
    String right = names.has(text, from, until) ? text.text(from, until) : right(text, from, until);
    for (int i = from; i < until && !right.isEmpty(); i++) {
      mended[i] = i == from ? right : "";
    }
  }

  /** The known stretch that was meant, or an empty text. */
  private String right(Spoken text, int from, int until) {
    String bySound = bySound(text, from, until);
    return bySound.isEmpty() && until - from >= SHORTEST_WITH_FAULT
        ? byShape(text, from, until)
        : bySound;
  }

  private String bySound(Spoken text, int from, int until) {
    int best = -1;
    int most = -1;
    for (int place : names.places(text.alike()[from])) {
      if (KnownNames.same(text.alike(), from, until, known.alike(), place)
          && isPlausible(until - from, place)) {
        int likeness = likeness(text, from, until, place);
        if (likeness > most) {
          best = place;
          most = likeness;
        }
      }
    }
    boolean shares = most >= (until - from > 2 ? 0 : 100);
    return best >= 0 && shares ? known.text(best, best + until - from) : "";
  }

  private boolean isPlausible(int length, int place) {
    boolean begins = names.isEdge(place);
    boolean ends = names.isEdge(place + length);
    return length > AT_THE_EDGE || (length > WHOLE ? begins || ends : begins && ends);
  }

  /** The same characters count most, then the same sounds. */
  private int likeness(Spoken text, int from, int until, int place) {
    int likeness = 0;
    for (int i = from; i < until; i++) {
      int there = place + i - from;
      likeness += text.characters()[i] == known.characters()[there] ? 100 : 0;
      likeness += text.sounds()[i] == known.sounds()[there] ? 1 : 0;
    }
    return likeness;
  }

  private String byShape(Spoken text, int from, int until) {
    for (int place : names.places(text.alike()[from])) {
      String there = withOneFault(text, from, until, place);
      if (!there.isEmpty()) {
        return there;
      }
    }
    for (int place : names.places(text.alike()[from + 1])) {
      int begin = place - 1;
      boolean firstIsWrong =
          begin >= 0
              && known.characters()[begin] != '\n'
              && KnownNames.same(text.characters(), from + 1, until, known.characters(), place);
      if (firstIsWrong && isStrange(text, from)) {
        return known.text(begin, place + until - from - 1);
      }
    }
    return "";
  }

  private String withOneFault(Spoken text, int from, int until, int place) {
    int fault = 0;
    while (from + fault < until
        && place + fault < known.length()
        && text.characters()[from + fault] == known.characters()[place + fault]) {
      fault++;
    }
    int wrong = from + fault;
    if (fault == 0 || wrong >= until) {
      return "";
    }
    for (Fault kind : Fault.values()) {
      int there = place + fault + kind.known;
      int here = wrong + kind.typed;
      boolean rest =
          here <= until
              && KnownNames.same(text.characters(), here, until, known.characters(), there);
      if (rest
          && here < until + kind.slack
          && kind.fits(text, wrong, known, place + fault)
          && isStrange(text, wrong, kind)) {
        String right = known.text(place, there + until - here);
        return right.indexOf('\n') < 0 ? right : "";
      }
    }
    return "";
  }

  /** Faults by how many characters of the typed and the known text they take up. */
  private enum Fault {
    WRONG(1, 1, 1),
    DISPLACED(2, 2, 1),
    MISSING(0, 1, 0),
    SUPERFLUOUS(1, 0, 0);

    private final int typed;
    private final int known;
    private final int slack;

    Fault(int typed, int known, int slack) {
      this.typed = typed;
      this.known = known;
      this.slack = slack;
    }

    boolean fits(Spoken text, int wrong, Spoken names, int place) {
      return this != DISPLACED
          || (wrong + 1 < text.length()
              && place + 1 < names.length()
              && text.characters()[wrong] == names.characters()[place + 1]
              && text.characters()[wrong + 1] == names.characters()[place]);
    }
  }

  /** Dear, as all names are looked through. */
  private boolean isStrange(Spoken text, int wrong, Fault kind) {
    return kind == Fault.MISSING ? isStrangeAfter(text, wrong) : isStrange(text, wrong);
  }

  /** Whether no pair that the character forms with its neighbours is known. */
  private boolean isStrange(Spoken text, int at) {
    return isStrangeAfter(text, at) && (at + 1 >= text.length() || !names.has(text, at, at + 2));
  }

  /** Whether the pair that the character forms with the one before it is not known. */
  private boolean isStrangeAfter(Spoken text, int at) {
    return at == 0 || !names.has(text, at - 1, at + 1);
  }
}
