package org.openhall.content.store;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.openhall.content.DisclosureEntry.Validity;

/**
 * A record that was found, and how well.
 *
 * @param n its place in the order of titles
 * @param tier how it was found; less is better
 * @param kind guides before notices before entries
 * @param past true for what is no longer in force
 * @param own true for what the hall's own departments have issued
 * @param score 0 to 1, of those that a question finds
 */
record Ranked(long n, Tier tier, int kind, boolean past, boolean own, double score) {
  /** How a record was found, the best first. */
  enum Tier {
    /** A name is what was typed. */
    EXACT,
    /** A name begins with it; or a guide's names answer all of a question. */
    BEGINS,
    /** A name of a guide has it, or the name of a department ends with it. */
    GUIDE,
    /** A name has it. */
    CONTAINS,
    /** Its names have all words, not in a row. */
    WORDS_APART,
    /** The pinyin of its names has it. */
    PINYIN,
    /** Its text has a long query word for word. */
    QUOTED,
    /** It answers most of a question. */
    ANSWERS,
    /** It answers part of a question. */
    PARTLY,
    /** Its text has it. */
    TEXT
  }

  /**
   * Best first; among equals guides, what is in force, the hall's own, then the most sought and the
   * newest.
   */
  static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparing(Ranked::tier)
          .thenComparing(Comparator.comparingDouble(Ranked::answer).reversed())
          .thenComparingInt(Ranked::kind)
          .thenComparing(Ranked::past)
          .thenComparing(Ranked::own, Comparator.reverseOrder())
          .thenComparing(Comparator.comparingDouble(Ranked::score).reversed())
          .thenComparingLong(Ranked::n);

  /** A record whose text has what was typed; of those nothing else is known. */
  static Ranked inText(long n, Tier tier) {
    return new Ranked(n, tier, 0, false, false, 1);
  }

  /** Answers stand in the order of their scores before anything else. */
  private double answer() {
    return tier == Tier.ANSWERS || tier == Tier.PARTLY ? score : 0;
  }

  /** Whether its title, another name or its number was found, not its text. */
  boolean isNamed() {
    return tier.compareTo(Tier.QUOTED) < 0;
  }

  /** Whether an entry of this validity is no longer in force. */
  static boolean isPast(@Nullable String validity) {
    return Validity.EXPIRED.name().equals(validity) || Validity.ABOLISHED.name().equals(validity);
  }

  /** The better of two finds of the same record. */
  static Ranked better(Ranked a, Ranked b) {
    return BEST_FIRST.compare(a, b) <= 0 ? a : b;
  }
}
