package org.openhall.demo.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.openhall.content.Block;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.EntryFilter;
import org.openhall.content.store.EntryTitle;
import org.openhall.content.store.UnreadableSnapshotException;

/** First page of every class of query that people type, on the records that are there. */
final class SearchBench {

  private static final long SEED = 20261124;
  private static final int QUERIES = 200;
  private static final int SAMPLE = 4000;
  private static final int FIRST_PAGE = 20;

  /** Everyday words, as initials and in full. */
  private static final List<String> INITIALS =
      List.of("sfz", "gjj", "ylbx", "ggfw", "zfxxgk", "bdc", "sb", "hk", "yb", "jy");

  private static final List<String> PINYIN =
      List.of(
          "shenfenzheng",
          "gongjijin",
          "yanglaobaoxian",
          "hukou",
          "budongchan",
          "jiuye",
          "shenfenzh");

  private final ContentSnapshot snapshot;
  private final Random random = new Random(SEED);

  SearchBench(ContentSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  List<Figure> measure() throws UnreadableSnapshotException {
    List<String> titles = titles();
    List<String> texts = texts();
    Map<String, Supplier<String>> classes = new LinkedHashMap<>();
    for (int length : new int[] {1, 2, 3, 4, 6}) {
      classes.put(length + " characters of a title", () -> part(pick(titles), length));
    }
    classes.put("12 characters of a text", () -> part(pick(texts), 12));
    classes.put("pinyin initials", () -> pick(INITIALS));
    classes.put("full pinyin", () -> pick(PINYIN));
    classes.put("nothing to find", () -> part(pick(titles), 2) + part(pick(titles), 2) + "鿍");
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<String, Supplier<String>> kind : classes.entrySet()) {
      figures.addAll(measure(kind.getKey(), kind.getValue()));
    }
    return figures;
  }

  private List<Figure> measure(String kind, Supplier<String> query)
      throws UnreadableSnapshotException {
    double[] millis = new double[QUERIES];
    for (int i = 0; i < QUERIES; i++) {
      String words = query.get();
      long began = System.nanoTime();
      snapshot.search(words, FIRST_PAGE);
      millis[i] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(millis);
    return List.of(
        Figure.of("search: " + kind + ", p50", millis[QUERIES / 2], "ms"),
        Figure.atMost(100, "search: " + kind + ", p99", millis[QUERIES * 99 / 100], "ms"));
  }

  private List<String> titles() throws UnreadableSnapshotException {
    return page().stream().map(EntryTitle::title).toList();
  }

  private List<EntryTitle> page() throws UnreadableSnapshotException {
    EntryFilter everything = EntryFilter.none();
    long total = snapshot.entries(everything, 0, 1).total();
    int offset = random.nextInt((int) Math.max(1, total - SAMPLE));
    return snapshot.entries(everything, offset, SAMPLE).rows();
  }

  private List<String> texts() throws UnreadableSnapshotException {
    List<String> paragraphs = new ArrayList<>();
    for (EntryTitle title : page().stream().filter(EntryTitle::hasBody).limit(300).toList()) {
      if (snapshot.find(title.id()).orElseThrow() instanceof DisclosureEntry entry) {
        entry.body().stream()
            .filter(Block.Paragraph.class::isInstance)
            .map(block -> ((Block.Paragraph) block).text())
            .filter(text -> text.length() >= 12)
            .forEach(paragraphs::add);
      }
    }
    return paragraphs.isEmpty() ? titles() : paragraphs;
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String part(String text, int length) {
    int start = random.nextInt(Math.max(1, text.length() - length + 1));
    return text.substring(start, Math.min(text.length(), start + length));
  }
}
