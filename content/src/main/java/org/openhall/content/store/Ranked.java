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
 * @param score 0 to 1, of those that a question finds
 */
record Ranked(long n, Tier tier, int kind, boolean past, double score) {
  /** How a record was found, the best first. */
  enum Tier {
    /** A name is what was typed. */
    EXACT,
    /** A name begins with it; or a guide answers all of a question. */
    BEGINS,
    /** A name of a guide has it, or answers most of a question. */
    GUIDE,
    /** A name has it. */
    CONTAINS,
    /** Its name has all words, not in a row. */
    WORDS_APART,
    /** The pinyin of its name has it. */
    PINYIN,
    /** It answers part of a question. */
    PARTLY,
    /** Its text has it. */
    TEXT
  }

  /** Best first; among equals guides, what is in force, then the most sought and the newest. */
  static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparing(Ranked::tier)
          .thenComparingInt(Ranked::kind)
          .thenComparing(Ranked::past)
          .thenComparing(Comparator.comparingDouble(Ranked::score).reversed())
          .thenComparingLong(Ranked::n);

  /** Whether its title, another name or its number was found, not its text. */
  boolean isNamed() {
    return tier != Tier.TEXT && tier != Tier.PARTLY;
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
