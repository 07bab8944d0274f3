package org.openhall.content.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openhall.content.search.Question;
import org.openhall.content.search.Question.Term;

/**
 * Finds what answers a question best: each term weighs by how rare it is, and counts once, by the
 * best of its words, more in a name than in a text. As titles stand in their order and postings are
 * read only so far, guides and new entries are never crowded out.
 */
final class QuestionSearch {
  /** Hits wanted at most, best first. */
  private static final int MAX_FOUND = 60;

  /** Share of the question below which a record does not answer it. */
  private static final double MIN_SCORE = 0.34;

  private static final double IN_TEXT = 0.4;
  private static final double OTHER_WORD = 0.9;

  /** Part of its weight that a term keeps which no record has. */
  private static final double UNKNOWN = 0.25;

  /**
   * A record that answers it.
   *
   * @param score share of the question's weight that it has, 0 to 1
   * @param nameScore what of it is in its names
   */
  record Answer(long n, double score, double nameScore) {}

  /** What a record has of a term, 0 to 1: in its names, and at all. */
  private record Share(double named, double all) {
    static Share best(Share a, Share b) {
      return new Share(Math.max(a.named, b.named), Math.max(a.all, b.all));
    }

    Share plus(Share other) {
      return new Share(named + other.named, all + other.all);
    }

    Share times(double factor) {
      return new Share(named * factor, all * factor);
    }
  }

  private final Postings postings;
  private final double records;

  /**
   * A search.
   *
   * @param records how many there are of those that questions are asked about
   */
  QuestionSearch(Postings postings, long records) {
    this.postings = postings;
    this.records = Math.max(20, records);
  }

  /** The best answers, best first. */
  List<Answer> answers(Question question) throws UnreadableSnapshotException {
    Map<Long, Share> totals = new HashMap<>();
    double weight = 0;
    for (Term term : question.terms()) {
      Map<Long, Share> shares = shares(term);
      double own = term.weight() * rarity(shares);
      weight += shares.isEmpty() ? own * UNKNOWN : own;
      shares.forEach((n, share) -> totals.merge(n, share.times(own), Share::plus));
    }
    List<Answer> answers = new ArrayList<>();
    for (Map.Entry<Long, Share> total : totals.entrySet()) {
      Share share = total.getValue().times(1 / weight);
      if (share.all >= MIN_SCORE) {
        answers.add(new Answer(total.getKey(), share.all, share.named));
      }
    }
    answers.sort(
        Comparator.comparingDouble((Answer a) -> a.score).reversed().thenComparingLong(Answer::n));
    return answers.stream().limit(MAX_FOUND).toList();
  }

  private double rarity(Map<Long, Share> shares) {
    double found = shares.values().stream().mapToDouble(Share::all).sum();
    return Math.log(1 + records / (found + 0.5));
  }

  private Map<Long, Share> shares(Term term) throws UnreadableSnapshotException {
    Map<Long, Share> best = new HashMap<>();
    for (int i = 0; i < term.words().size(); i++) {
      double trust = i == 0 ? 1 : OTHER_WORD;
      shares(term.words().get(i))
          .forEach((n, share) -> best.merge(n, share.times(trust), Share::best));
    }
    return best;
  }

  /** Half of a word's pairs make a quarter of the word. */
  private Map<Long, Share> shares(String word) throws UnreadableSnapshotException {
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
    counts.replaceAll((_, count) -> {
      double named = Math.pow(count.named / grams.size(), 2);
      double text = Math.pow(count.all / grams.size(), 2) * IN_TEXT;
      return new Share(named, Math.max(named, text));
    });
    return counts;
  }
}
