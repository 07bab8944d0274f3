package org.openhall.content.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.content.search.Query;
import org.openhall.content.search.Query.PinyinQuery;
import org.openhall.content.search.Question;
import org.openhall.content.search.SearchText;
import org.openhall.content.store.PhraseSearch.InTexts;
import org.openhall.content.store.Ranked.Tier;

/**
 * Finds records by what a person typed: as it stands; as a question; and if that finds little, as
 * what was probably meant.
 */
final class SnapshotSearch {
  /** Characters from which on words that stand in a text are taken for a quotation. */
  private static final int QUOTATION = 10;

  /** A count that is not exact is a round one. */
  private static final int HUNDRED = 100;

  private final Rows rows;
  private final Texts texts;
  private final PhraseSearch phrases;
  private @Nullable Vocabulary vocabulary;

  SnapshotSearch(Rows rows) {
    this.rows = rows;
    this.texts = new Texts(rows);
    this.phrases = new PhraseSearch(rows, texts);
  }

  /** What was found, best first, before it is read from the lists. */
  private record Found(List<Ranked> ranked, boolean isCut, Query query, Question question) {
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
    Found exact = find(query, limit, this::answer);
    Optional<String> meant =
        exact.isLittle() ? vocabulary().lexicon().meant(exact.core()) : Optional.empty();
    if (meant.isPresent()) {
      Found other = find(Query.of(meant.get()), limit, this::answer);
      if (other.isBetterThan(exact)) {
        return result(other, limit, meant.get());
      }
    }
    return result(exact, limit, null);
  }

  SearchResult searchExactly(String typed, int limit) throws UnreadableSnapshotException {
    Query query = Query.of(typed);
    return query.isEmpty()
        ? SearchResult.NONE
        : result(find(query, limit, (_, _) -> {}), limit, null);
  }

  List<String> completions(String typed, int limit) throws UnreadableSnapshotException {
    return vocabulary().lexicon().completions(typed, limit);
  }

  /** A way to find more than what has been typed in a row. */
  private interface Reading {
    void addTo(Map<Long, Ranked> found, Question question) throws UnreadableSnapshotException;
  }

  private Found find(Query query, int limit, Reading reading) throws UnreadableSnapshotException {
    List<PinyinQuery> pinyin = query.isLetters() ? query.pinyin(vocabulary().pinyin()) : List.of();
    Map<Long, Ranked> found = phrases.byName(query, pinyin);
    Question question = Question.of(query, vocabulary().thesaurus(), vocabulary().fillers());
    boolean isQuotation = found.isEmpty() && query.whole().length() >= QUOTATION;
    InTexts inTexts = isQuotation ? phrases.byText(query, Set.of(), limit) : InTexts.NONE;
    if (!inTexts.having().isEmpty()) { // who types the very words of a text asks for it
      return new Found(inTexts.ranked(Tier.QUOTED), inTexts.isCut(), query, question);
    }
    if (!query.isLetters() && (found.isEmpty() || !question.isPhrase())) {
      reading.addTo(found, question);
    }
    List<Ranked> ranked = new ArrayList<>(found.values());
    ranked.sort(Ranked.BEST_FIRST);
    if (!isQuotation && found.size() <= PhraseSearch.MAX_COUNT) {
      inTexts = phrases.byText(query, found.keySet(), limit);
      ranked.addAll(inTexts.ranked(Tier.TEXT));
    }
    boolean isCut = inTexts.isCut() || ranked.size() > PhraseSearch.MAX_COUNT;
    return new Found(ranked, isCut, query, question);
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
    List<String> sought = found.sought();
    for (Ranked ranked : found.ranked().subList(0, Math.min(limit, found.ranked().size()))) {
      TitleRow title = title(ranked.n());
      hits.add(
          ranked.isNamed()
              ? title.asHit(Hit.Where.TITLE, null)
              : title.asHit(Hit.Where.TEXT, excerpt(ranked.n(), title.id(), sought).orElse(null)));
    }
    int count = found.ranked().size();
    return new SearchResult(
        hits,
        found.isCut() ? atLeast(count) : count,
        found.isCut(),
        readAs,
        String.join(" ", sought));
  }

  private static int atLeast(int count) {
    return count < HUNDRED ? count : Math.min(PhraseSearch.MAX_COUNT, count / HUNDRED * HUNDRED);
  }

  private TitleRow title(long n) throws UnreadableSnapshotException {
    return rows.first("SELECT " + TitleRow.COLUMNS + " FROM title WHERE n = ?", TitleRow::read, n)
        .orElseThrow(() -> new UnreadableSnapshotException("The search index is damaged", null));
  }

  /** The words around the first of those sought; to read the record is dear, so only then. */
  private Optional<String> excerpt(long n, String id, List<String> sought)
      throws UnreadableSnapshotException {
    Optional<FoldedText.Place> place = texts.of(n).flatMap(text -> text.first(sought));
    return place.isEmpty()
        ? Optional.empty()
        : rows.find(id).flatMap(record -> Excerpt.of(SearchText.of(record).lines(), place.get()));
  }

  /** Reads what the words are, and lets another thread learn them. */
  void prepare() throws UnreadableSnapshotException {
    vocabulary();
  }

  private Vocabulary vocabulary() throws UnreadableSnapshotException {
    if (vocabulary == null) {
      vocabulary = Vocabulary.of(rows);
    }
    return vocabulary;
  }
}
