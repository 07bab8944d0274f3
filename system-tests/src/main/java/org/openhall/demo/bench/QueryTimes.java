package org.openhall.demo.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.openhall.content.Block;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.search.Folding;
import org.openhall.content.search.Pinyin;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.EntryFilter;
import org.openhall.content.store.EntryTitle;
import org.openhall.content.store.UnreadableSnapshotException;

/** First page of every class of query that people type, on the records that are there. */
final class QueryTimes {

  private static final long SEED = 20261124;
  private static final int QUERIES = 300;
  private static final int SAMPLE = 4000;
  private static final int FIRST_PAGE = 20;
  private static final double ONE_FRAME = 16;

  /** Asked before the clock runs: a terminal warms up before somebody stands there. */
  private static final int WARM_UP = 30;

  private final ContentSnapshot snapshot;
  private final String records;
  private final double goal;
  private final Random random = new Random(SEED);
  private final Pinyin pinyin = new Pinyin();

  /**
   * Measures a snapshot.
   *
   * @param records what is in it, for the names of the figures
   * @param goal the most that 99 of 100 queries may take, in milliseconds
   */
  QueryTimes(ContentSnapshot snapshot, String records, double goal) {
    this.snapshot = snapshot;
    this.records = records;
    this.goal = goal;
  }

  List<Figure> measure() throws IOException {
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<String, Supplier<String>> kind : classes().entrySet()) {
      for (int i = 0; i < WARM_UP; i++) {
        snapshot.search(kind.getValue().get(), FIRST_PAGE);
      }
      figures.addAll(measure(kind.getKey(), kind.getValue()));
    }
    figures.addAll(completions());
    return figures;
  }

  Map<String, Supplier<String>> classes() throws IOException {
    List<EntryTitle> page = page();
    List<String> titles = page.stream().map(EntryTitle::title).toList();
    List<String> numbers =
        page.stream().map(EntryTitle::documentNumber).filter(Objects::nonNull).toList();
    List<String> texts = texts(page);
    List<String> questions = Questions.words("question");
    List<String> misspelt = Questions.words("misspelt");
    Map<String, Supplier<String>> classes = new LinkedHashMap<>();
    for (int length : new int[] {1, 2, 3, 4, 6}) {
      classes.put(length + " characters of a title", () -> part(pick(titles), length));
    }
    classes.put("12 characters of a text", () -> part(pick(texts), 12));
    classes.put("pinyin initials", () -> initials(part(pick(titles), 2 + random.nextInt(4))));
    classes.put("full pinyin", () -> letters(part(pick(titles), 2 + random.nextInt(3))));
    classes.put("document number", () -> pick(numbers.isEmpty() ? titles : numbers));
    classes.put("nothing to find", () -> part(pick(titles), 2) + part(pick(titles), 2) + "鿍");
    classes.put("question", () -> pick(questions));
    classes.put("misspelt word", () -> pick(misspelt));
    classes.put("title with a slip", () -> slip(part(pick(titles), 6), pick(titles)));
    return classes;
  }

  private List<Figure> measure(String kind, Supplier<String> query)
      throws UnreadableSnapshotException {
    ClockAndProcessor times = new ClockAndProcessor(QUERIES);
    for (int i = 0; i < QUERIES; i++) {
      String words = query.get();
      times.begin();
      snapshot.search(words, FIRST_PAGE);
      times.end();
    }
    return times.figures("search, " + records + ": " + kind, goal);
  }

  private List<Figure> completions() throws UnreadableSnapshotException {
    List<String> typed = List.of("身份证", "公积金", "shebao", "sfz", "jiehun", "yingyezhizhao", "退休");
    ClockAndProcessor times = new ClockAndProcessor(QUERIES);
    for (int i = 0; i < QUERIES; i++) {
      String words = pick(typed);
      String beginning = words.substring(0, 1 + random.nextInt(words.length()));
      times.begin();
      snapshot.completions(beginning, 8);
      times.end();
    }
    return times.figures("suggestions, " + records, ONE_FRAME);
  }

  private List<EntryTitle> page() throws UnreadableSnapshotException {
    long total = snapshot.entries(EntryFilter.none(), 0, 1).total();
    int offset = random.nextInt((int) Math.max(1, total - SAMPLE));
    return snapshot.entries(EntryFilter.none(), offset, SAMPLE).rows();
  }

  private List<String> texts(List<EntryTitle> page) throws UnreadableSnapshotException {
    List<String> texts = new ArrayList<>();
    for (EntryTitle title : page.stream().limit(600).toList()) {
      if (snapshot.find(title.id()).orElseThrow() instanceof DisclosureEntry entry) {
        entry.body().stream()
            .filter(Block.Paragraph.class::isInstance)
            .map(block -> ((Block.Paragraph) block).text())
            .forEach(texts::add);
        texts.add(Objects.requireNonNullElse(entry.summary(), ""));
      }
    }
    List<String> longOnes = texts.stream().filter(text -> text.length() >= 12).toList();
    return longOnes.isEmpty() ? page.stream().map(EntryTitle::title).toList() : longOnes;
  }

  private String initials(String text) {
    StringBuilder initials = new StringBuilder();
    pinyin.syllables(Folding.fold(text)).stream()
        .filter(s -> !s.isEmpty())
        .forEach(s -> initials.append(s.charAt(0)));
    return initials.toString();
  }

  private String letters(String text) {
    return String.join("", pinyin.syllables(Folding.fold(text)));
  }

  /** The text with one of its characters from another. */
  private String slip(String text, String other) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + part(other, 1) + text.substring(at + 1);
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String part(String text, int length) {
    int start = random.nextInt(Math.max(1, text.length() - length + 1));
    return text.substring(start, Math.min(text.length(), start + length));
  }
}
