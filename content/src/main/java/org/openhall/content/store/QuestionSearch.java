package org.openhall.content.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openhall.content.search.Question;
import org.openhall.content.search.Question.Term;
import org.openhall.content.store.Ranked.Tier;

/**
 * Finds what answers a question best: each term weighs by how rare it is, and counts once, by the
 * best of its words, more in a name than in a text. As titles stand in their order and postings are
 * read only so far, guides and new entries are never crowded out. The first are then looked at
 * closely.
 */
final class QuestionSearch {
  /** Records looked at closely. */
  private static final int CANDIDATES = 80;

  /** Shares of a question that a record must have to be an answer to all, most or any of it. */
  private static final double ALL = 0.72;

  private static final double MOST = 0.5;
  private static final double ANY = 0.2;

  /** Share of the best answer's score below which nothing is an answer. */
  private static final double OF_THE_BEST = 0.5;

  private static final double IN_TEXT = 0.4;
  private static final double OTHER_WORD = 0.9;

  /** What pairs of a word are worth that do not stand in a row. */
  private static final double SCATTERED = 0.6;

  /** Parts of its weight that a term keeps which no record has, or none has in its names. */
  private static final double UNKNOWN = 0.25;

  private static final double UNNAMED = 0.5;

  /** What the single characters of a question count beside its words. */
  private static final double CHARACTERS = 0.12;

  /**
   * How much more the answer of a guide counts, and of what the hall's own departments have issued,
   * as what other places and the country rule is of use to few; and how much less a past rule.
   */
  private static final double GUIDE_FIRST = 1.2;

  private static final double OWN_FIRST = 1.25;

  /** How much more a law of the country counts than what one place rules, and a mere title less. */
  private static final double COUNTRY_BEFORE_PLACES = 1.1;

  private static final double WITHOUT_TEXT = 0.8;

  private static final String COUNTRY = "中华人民共和国";

  private static final double PAST_LAST = 0.8;

  private static final String CLOSELY =
      "SELECT t.n, kind, validity, own, complete, names FROM title t JOIN words USING (n) WHERE"
          + Rows.EFFECTIVE
          + "AND t.n IN (SELECT value FROM json_each(?))";

  /** What a record has of a term, 0 to 1: in its names, and in its text. */
  private record Share(double named, double text) {
    Share plus(Share other) {
      return new Share(named + other.named, text + other.text);
    }

    static Share best(Share a, Share b) {
      return new Share(Math.max(a.named, b.named), Math.max(a.text, b.text));
    }

    double all() {
      return Math.max(named, text * IN_TEXT);
    }
  }

  /** A term with its weight and what each record has of it. */
  private record Weighed(Term term, double weight, Map<Long, Share> shares) {}

  private final Rows rows;
  private final Postings postings;
  private final double records;

  /**
   * A search for one question.
   *
   * @param records how many there are of those that questions are asked about
   */
  QuestionSearch(Rows rows, long records) {
    this.rows = rows;
    this.postings = new Postings(rows);
    this.records = Math.max(20, records);
  }

  /** The answers, in no order. */
  List<Ranked> answers(Question question) throws UnreadableSnapshotException {
    List<Weighed> terms = new ArrayList<>();
    for (Term term : question.terms()) {
      terms.add(weighed(term));
    }
    double weight = terms.stream().mapToDouble(Weighed::weight).sum();
    String candidates =
        candidates(terms).stream()
            .map(n -> n.toString())
            .collect(Collectors.joining(",", "[", "]"));
    List<Ranked> answers =
        rows.list(CLOSELY, row -> answer(row, question, terms, weight), rows.today(), candidates);
    double best = answers.stream().mapToDouble(Ranked::score).max().orElse(0);
    answers.removeIf(answer -> answer.score() < Math.max(ANY, best * OF_THE_BEST));
    return answers;
  }

  private static List<Long> candidates(List<Weighed> terms) {
    Map<Long, Double> totals = new HashMap<>();
    for (Weighed term : terms) {
      term.shares.forEach((n, share) -> totals.merge(n, share.all() * term.weight, Double::sum));
    }
    return totals.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<Long, Double> e) -> -e.getValue())
                .thenComparingLong(Map.Entry::getKey))
        .limit(CANDIDATES)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Ranked answer(ResultSet row, Question question, List<Weighed> terms, double weight)
      throws SQLException {
    long n = row.getLong("n");
    List<String> names = row.getString("names").lines().toList();
    double named = 0;
    double all = 0;
    for (Weighed term : terms) {
      Share share = term.shares.getOrDefault(n, new Share(0, 0));
      double here = named(term.term, names, share.named) * term.weight;
      named += here;
      all += Math.max(here, share.text * IN_TEXT * term.weight);
    }
    int kind = row.getInt("kind");
    boolean isGuide = kind == TitleRow.number(Hit.Kind.GUIDE);
    boolean past = Ranked.isPast(row.getString("validity"));
    double score = all / weight + CHARACTERS * characters(question.core().whole(), names);
    boolean own = row.getBoolean("own");
    score *= past ? PAST_LAST : 1;
    score *= isGuide ? GUIDE_FIRST : use(own, row.getBoolean("complete"), names.getFirst());
    return new Ranked(n, tier(isGuide, named / weight, score), kind, past, own, score);
  }

  /** Of how much use what is not a guide is in this hall. */
  private static double use(boolean own, boolean complete, String title) {
    double use = complete ? 1 : WITHOUT_TEXT;
    if (own) {
      return use * OWN_FIRST;
    }
    return title.startsWith(COUNTRY) ? use * COUNTRY_BEFORE_PLACES : use;
  }

  private static Tier tier(boolean isGuide, double named, double all) {
    if (isGuide && named >= ALL) {
      return Tier.BEGINS;
    }
    return all >= MOST ? Tier.ANSWERS : Tier.PARTLY;
  }

  /**
   * The best of a term's words in the best of the names; a name that says little else is better.
   */
  private static double named(Term term, List<String> names, double scattered) {
    double best = scattered * SCATTERED;
    for (int i = 0; i < term.words().size(); i++) {
      String word = term.words().get(i);
      for (String name : names) {
        if (name.contains(word)) {
          double row = 0.8 + 0.2 * word.length() / name.length();
          best = Math.max(best, i == 0 ? row : row * OTHER_WORD);
        }
      }
    }
    return best;
  }

  private static double characters(String words, List<String> names) {
    int[] distinct = words.codePoints().distinct().toArray();
    long found = 0;
    for (int character : distinct) {
      found += names.stream().anyMatch(name -> name.indexOf(character) >= 0) ? 1 : 0;
    }
    return (double) found / Math.max(1, distinct.length);
  }

  private Weighed weighed(Term term) throws UnreadableSnapshotException {
    Map<Long, Share> best = new HashMap<>();
    for (int i = 0; i < term.words().size(); i++) {
      double trust = i == 0 ? 1 : OTHER_WORD;
      shares(term.words().get(i), trust).forEach((n, share) -> best.merge(n, share, Share::best));
    }
    double found = best.values().stream().mapToDouble(Share::all).sum();
    double weight = term.weight() * Math.log(1 + records / (found + 0.5));
    if (best.isEmpty()) {
      return new Weighed(term, weight * UNKNOWN, best);
    }
    boolean isNamed = best.values().stream().anyMatch(share -> share.named > 0);
    return new Weighed(term, isNamed ? weight : weight * UNNAMED, best);
  }

  /** Half of a word's pairs make a quarter of the word. */
  private Map<Long, Share> shares(String word, double trust) throws UnreadableSnapshotException {
    List<String> grams = Postings.grams(word);
    Map<Long, Share> counts = new HashMap<>();
    for (String gram : grams) {
      for (long n : postings.named(gram)) {
        counts.merge(n, new Share(1, 0), Share::plus);
      }
      for (long n : postings.inText(gram)) {
        counts.merge(n, new Share(0, 1), Share::plus);
      }
    }
    double whole = grams.size();
    counts.replaceAll((_, count) ->
        new Share(
            trust * Math.pow(count.named / whole, 2), trust * Math.pow(count.text / whole, 2)));
    return counts;
  }
}
