package org.openhall.content.store;

import java.util.Comparator;
import org.openhall.content.search.Query;

/**
 * A record whose title, alias, number or pinyin matched.
 *
 * @param n its place in the lists
 * @param quality how well it matches; less is better
 * @param kind guides before notices before entries
 * @param length of its title
 */
record NameMatch(long n, int quality, int kind, int length) {
  private static final int EXACT = 0;
  private static final int STARTS = 1;
  private static final int CONTAINS = 2;
  private static final int OTHER_NAME = 3;
  private static final int WORDS_APART = 4;

  /** Whatever its place: 身份证 in a guide shall not stand behind all titles that begin with sfz. */
  static final int PINYIN = 5;

  /** Best first; among equals guides, then short titles, then new ones. */
  static final Comparator<NameMatch> BEST_FIRST =
      Comparator.comparingInt((NameMatch match) -> match.quality())
          .thenComparingInt(NameMatch::kind)
          .thenComparingInt(NameMatch::length)
          .thenComparingLong(NameMatch::n);

  /** How well folded names, the title first, match what was typed. */
  static int quality(String names, Query query) {
    String title = names.lines().findFirst().orElse("");
    if (names.lines().anyMatch(query.whole()::equals)) {
      return EXACT;
    }
    int at = title.indexOf(query.whole());
    if (at >= 0) {
      return at == 0 ? STARTS : CONTAINS;
    }
    return names.contains(query.whole()) ? OTHER_NAME : WORDS_APART;
  }
}
