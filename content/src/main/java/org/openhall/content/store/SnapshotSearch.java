package org.openhall.content.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.content.search.Query;
import org.openhall.content.search.Query.PinyinQuery;
import org.openhall.content.search.Question;
import org.openhall.content.search.SearchText;
import org.openhall.content.store.Ranked.Tier;

/**
 * Finds records by what a person typed: as it stands; as a question; and if that finds little, as
 * what was probably meant.
 */
final class SnapshotSearch {
  /** Characters from which on words that stand in a text are taken for a quotation. */
  private static final int QUOTATION = 10;

  private final Rows rows;
  private final PhraseSearch phrases;
  private @Nullable CompletableFuture<Vocabulary> vocabulary;

  SnapshotSearch(Rows rows) {
    this.rows = rows;
    this.phrases = new PhraseSearch(rows);
  }

  /** What was found, best first, before it is read from the lists. */
  private record Found(List<Ranked> ranked, Query query, Question question) {
    /** True if nothing that was found answers what was asked. */
    boolean isLittle() {
      return tier().compareTo(Tier.QUOTED) > 0;
    }

    Tier tier() {
      return ranked.isEmpty() ? Tier.TEXT : ranked.getFirst().tier();
    }

    /** The words to put right: what is left of a question. */
    Query core() {
      return question.core().isEmpty() ? query : question.core();
    }

    /** What to mark in the texts: the whole, its words, and what else a question looks for. */
    List<String> sought() {
      Stream<String> typed = Stream.concat(Stream.of(query.whole()), query.words().stream());
      boolean isPhrase = question.isPhrase() || query.isLetters();
      Stream<String> other = isPhrase ? Stream.of() : question.words().stream();
      return Stream.concat(typed, other.filter(word -> word.length() > 1)).distinct().toList();
    }

    boolean isBetterThan(Found other) {
      return !isLittle() && tier().compareTo(other.tier()) < 0;
    }
  }

  SearchResult search(String typed, int limit) throws UnreadableSnapshotException {
    Query query = Query.of(typed);
    if (query.isEmpty()) {
      return SearchResult.NONE;
    }
    Found exact = find(query, this::answer);
    Optional<String> meant =
        exact.isLittle() ? vocabulary().lexicon().meant(exact.core()) : Optional.empty();
    if (meant.isPresent()) {
      Found other = find(Query.of(meant.get()), this::answer);
      if (other.isBetterThan(exact)) {
        return result(other, limit, meant.get());
      }
    }
    return result(exact, limit, null);
  }

  SearchResult searchExactly(String typed, int limit) throws UnreadableSnapshotException {
    Query query = Query.of(typed);
    return query.isEmpty() ? SearchResult.NONE : result(find(query, (_, _) -> {}), limit, null);
  }

  List<String> completions(String typed, int limit) throws UnreadableSnapshotException {
    return vocabulary().lexicon().completions(typed, limit);
  }

  /** A way to find more than what has been typed in a row. */
  private interface Reading {
    void addTo(Map<Long, Ranked> found, Question question) throws UnreadableSnapshotException;
  }

  private Found find(Query query, Reading reading) throws UnreadableSnapshotException {
    List<PinyinQuery> pinyin = query.isLetters() ? query.pinyin(vocabulary().pinyin()) : List.of();
    Map<Long, Ranked> found = phrases.byName(query, pinyin);
    Question question = Question.of(query, vocabulary().thesaurus(), vocabulary().fillers());
    if (found.isEmpty() && query.whole().length() >= QUOTATION) {
      phrases.byText(query, Set.of()).forEach(n -> found.put(n, Ranked.inText(n, Tier.QUOTED)));
    }
    if (!query.isLetters() && (found.isEmpty() || !question.isPhrase()) && !isQuoted(found)) {
      reading.addTo(found, question);
    }
    List<Ranked> ranked = new ArrayList<>(found.values());
    ranked.sort(Ranked.BEST_FIRST);
    if (found.size() <= PhraseSearch.MAX_COUNT && !isQuoted(found)) {
      for (long n : phrases.byText(query, found.keySet())) {
        ranked.add(Ranked.inText(n, Tier.TEXT));
      }
    }
    return new Found(ranked, query, question);
  }

  /** Who types the very words of a text asks for it, not a question. */
  private static boolean isQuoted(Map<Long, Ranked> found) {
    return found.values().stream().anyMatch(ranked -> ranked.tier() == Tier.QUOTED);
  }

  private void answer(Map<Long, Ranked> found, Question question)
      throws UnreadableSnapshotException {
    if (!question.core().isEmpty() && !question.isPhrase()) {
      phrases
          .byName(question.core(), List.of())
          .forEach((n, ranked) -> found.merge(n, ranked, Ranked::better));
    }
    QuestionSearch search = new QuestionSearch(rows, vocabulary().guides());
    for (Ranked ranked : search.answers(question)) {
      found.merge(ranked.n(), ranked, Ranked::better);
    }
  }

  private SearchResult result(Found found, int limit, @Nullable String readAs)
      throws UnreadableSnapshotException {
    List<Hit> hits = new ArrayList<>();
    for (Ranked ranked : found.ranked().subList(0, Math.min(limit, found.ranked().size()))) {
      TitleRow title = title(ranked.n());
      hits.add(
          ranked.isNamed() ? title.asHit(Hit.Where.TITLE, null) : textHit(title, found.sought()));
    }
    int count = found.ranked().size();
    return new SearchResult(
        hits,
        Math.min(count, PhraseSearch.MAX_COUNT),
        count > PhraseSearch.MAX_COUNT,
        readAs,
        String.join(" ", found.sought()));
  }

  private TitleRow title(long n) throws UnreadableSnapshotException {
    return rows.first("SELECT " + TitleRow.COLUMNS + " FROM title WHERE n = ?", TitleRow::read, n)
        .orElseThrow(() -> new UnreadableSnapshotException("The search index is damaged", null));
  }

  private Hit textHit(TitleRow title, List<String> sought) throws UnreadableSnapshotException {
    Optional<String> excerpt =
        rows.find(title.id()).flatMap(r -> Excerpt.of(SearchText.of(r).lines(), sought));
    return title.asHit(Hit.Where.TEXT, excerpt.orElse(null));
  }

  /** Reads what the words are, and lets another thread learn them. */
  void prepare() throws UnreadableSnapshotException {
    if (vocabulary == null) {
      vocabulary = CompletableFuture.supplyAsync(Vocabulary.Source.of(rows)::learnt);
    }
  }

  /** Waits for the words, which are learnt now if nobody has prepared the search. */
  private Vocabulary vocabulary() throws UnreadableSnapshotException {
    prepare();
    return Objects.requireNonNull(vocabulary).join();
  }
}
