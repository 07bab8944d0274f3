package org.openhall.demo.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.content.search.Pinyin;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.ShownNames;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.kiosk.typing.InputMethod;
import org.openhall.kiosk.typing.InputMethod.Candidate;

/**
 * Key by key what people type in a hall: how long each key takes to candidates, how often the meant
 * word comes first, and what the dictionaries cost; with the dictionaries alone, and again with the
 * words of the hall's content. Times are those of the processor, so that other programs do not
 * count; the last figure is by the clock.
 */
final class TypingBench {

  private static final double ONE_FRAME_MS = 16;
  private static final int FIRST_FEW = 5;

  /** Shorter words share their initials with too many others for anybody to type them so. */
  private static final int SHORTEST_BY_INITIALS = 3;

  private static final String NEXT_WORD = "next word";

  private final Hall hall;
  private final Optional<Path> content;
  private final Pinyin pinyin = new Pinyin();
  private final InputMethod inputMethod = new InputMethod(InputMethod.DEBIAN, true);
  private final List<Double> millis = new ArrayList<>();
  private final List<Double> clockMillis = new ArrayList<>();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  TypingBench(Hall hall, Optional<Path> content) {
    this.hall = hall;
    this.content = content;
  }

  /** How often the meant text came first, and among the first few. */
  private static final class Tally {
    private int asked;
    private int first;
    private int among;

    void add(String meant, List<Candidate> candidates) {
      List<String> few = candidates.stream().limit(FIRST_FEW).map(Candidate::text).toList();
      asked++;
      first += !few.isEmpty() && few.getFirst().equals(meant) ? 1 : 0;
      among += few.contains(meant) ? 1 : 0;
    }

    List<Figure> figures(String name) {
      return List.of(
          Figure.of("typing: " + name + " (" + asked + "), first", 100.0 * first / asked, "%"),
          Figure.of("typing: " + name + ", first " + FIRST_FEW, 100.0 * among / asked, "%"));
    }
  }

  List<Figure> measure() throws IOException, InterruptedException, HallException {
    List<Figure> figures = new ArrayList<>(load());
    figures.addAll(hits("alone"));
    Path db = new FirstRelease(hall).install(content.stream().toList());
    figures.addAll(learn(db));
    figures.addAll(hits("hall"));
    figures.addAll(times());
    return figures;
  }

  /** How often what is meant is offered, by the parts of both lists. */
  List<Figure> hits(String known) throws IOException {
    List<Figure> figures = new ArrayList<>();
    TypedList.parts("typed.txt")
        .forEach((name, lines) -> {
          List<String> texts = lines.stream().flatMap(line -> Stream.of(line.split(" "))).toList();
          figures.addAll(spelt(known + ", " + name, texts));
          if (name.endsWith("words")) {
            figures.addAll(byInitials(known + ", " + name, texts));
          }
        });
    TypedList.parts("typed-held-out.txt")
        .forEach((kind, lines) -> figures.addAll(held(known, kind, lines)));
    return figures;
  }

  List<Figure> load() {
    long before = usedBytes();
    long began = threads.getCurrentThreadCpuTime();
    String missing = inputMethod.load();
    double seconds = (threads.getCurrentThreadCpuTime() - began) / 1e9;
    if (!missing.isEmpty()) {
      System.err.println(missing);
    }
    double megabytes = (usedBytes() - before) / 1e6;
    return List.of(
        Figure.atMost(1, "typing: dictionaries read", seconds, "s"),
        Figure.atMost(25, "typing: dictionaries in memory", megabytes, "MB"));
  }

  List<Figure> learn(Path db) throws IOException {
    ShownNames names;
    long began = threads.getCurrentThreadCpuTime();
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, Clock.systemUTC())) {
      names = snapshot.names();
    }
    double read = (threads.getCurrentThreadCpuTime() - began) / 1e9;
    long before = usedBytes();
    began = threads.getCurrentThreadCpuTime();
    inputMethod.learn(names);
    double seconds = (threads.getCurrentThreadCpuTime() - began) / 1e9;
    double megabytes = (usedBytes() - before) / 1e6;
    return List.of(
        Figure.of("typing: names of the hall", names.sought().size(), ""),
        Figure.of("typing: titles of the hall", names.titles().size(), ""),
        Figure.of("typing: the hall's words read", read, "s"),
        Figure.of("typing: the hall's words learnt", seconds, "s"),
        Figure.atMost(5, "typing: the hall's words in memory", megabytes, "MB"));
  }

  private static long usedBytes() {
    Runtime runtime = Runtime.getRuntime();
    runtime.gc(); // what was closed is only let go of
    runtime.gc(); // and then cleared away
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private List<Figure> spelt(String name, List<String> texts) {
    Tally tally = new Tally();
    texts.forEach(text -> tally.add(text, type(String.join("", pinyin.syllables(text)))));
    return tally.figures(name);
  }

  /** A kind of the list that nothing is tuned on: letters, a bar, what is meant. */
  private List<Figure> held(String known, String kind, List<String> lines) {
    Tally tally = new Tally();
    for (String line : lines) {
      int bar = line.indexOf('|');
      String typed = line.substring(0, bar);
      tally.add(
          line.substring(bar + 1), kind.equals(NEXT_WORD) ? inputMethod.next(typed) : type(typed));
    }
    return tally.figures(known + ", held out, " + kind);
  }

  private List<Figure> byInitials(String name, List<String> words) {
    Tally tally = new Tally();
    words.stream()
        .filter(word -> word.length() >= SHORTEST_BY_INITIALS)
        .forEach(word -> tally.add(word, type(initials(word))));
    return tally.figures(name + " by initials");
  }

  private String initials(String word) {
    StringBuilder initials = new StringBuilder();
    pinyin.syllables(word).forEach(syllable -> initials.append(syllable.charAt(0)));
    return initials.toString();
  }

  /** Types letter by letter, as a finger does; gives the candidates after the last. */
  private List<Candidate> type(String letters) {
    List<Candidate> candidates = List.of();
    for (int typed = 1; typed <= letters.length(); typed++) {
      long began = threads.getCurrentThreadCpuTime();
      long clock = System.nanoTime();
      candidates = inputMethod.pinyin(letters.substring(0, typed));
      clockMillis.add((System.nanoTime() - clock) / 1e6);
      millis.add((threads.getCurrentThreadCpuTime() - began) / 1e6);
    }
    return candidates;
  }

  List<Figure> times() {
    double[] sorted = sorted(millis);
    int percentile = sorted.length * 99 / 100;
    String keys = "typing: key to candidates (" + sorted.length + " keys)";
    return List.of(
        Figure.of(keys + ", p50", sorted[sorted.length / 2], "ms"),
        Figure.atMost(ONE_FRAME_MS, keys + ", p99", sorted[percentile], "ms"),
        Figure.of(keys + ", max", sorted[sorted.length - 1], "ms"),
        Figure.of("typing: the same by the clock, p99", sorted(clockMillis)[percentile], "ms"));
  }

  private static double[] sorted(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }
}
