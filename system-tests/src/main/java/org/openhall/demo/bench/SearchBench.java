package org.openhall.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.demo.bench.Questions.QuestionList;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;

/**
 * How well and how fast the search finds: citizens' questions and every class of query over the
 * hall's own and the real records, then the classes over a million invented entries.
 */
final class SearchBench {
  private static final int MILLION = 1_000_000;
  private static final double FIRST_PAGE = 20;
  private static final double FIRST_PAGE_WITH_ABSTRACTS = 100;

  private final Hall hall;
  private final Optional<Path> content;
  private final Optional<String> only;
  private final List<Figure> figures = new ArrayList<>();

  SearchBench(Hall hall, Optional<Path> content, Optional<String> only) {
    this.hall = hall;
    this.content = content;
    this.only = only;
  }

  List<Figure> measure() throws IOException, InterruptedException, HallException {
    figures.addAll(ClockAndProcessor.load("at the beginning"));
    if (isWanted("records")) {
      step("import, publish, first sync");
      measureReal(new FirstRelease(hall).install(content.stream().toList()));
    }
    if (isWanted("titles")) {
      invented("1,000,000 titles", new InventedEntries(MILLION, false), FIRST_PAGE);
    }
    if (isWanted("abstracts")) {
      String name = "1,000,000 with abstracts";
      invented(name, new InventedEntries(MILLION, true), FIRST_PAGE_WITH_ABSTRACTS);
    }
    figures.addAll(ClockAndProcessor.load("at the end"));
    return figures;
  }

  private boolean isWanted(String part) {
    return only.map(part::equals).orElse(true);
  }

  private void measureReal(Path db) throws IOException {
    step("first search");
    figures.addAll(FirstSearch.measure(db));
    step("questions");
    try (ContentSnapshot snapshot = open(db)) {
      for (QuestionList list : QuestionList.values()) {
        Questions questions = new Questions(snapshot, list);
        figures.addAll(questions.measure());
        questions.missed().forEach(line -> System.out.println("  not first: " + line));
      }
      figures.addAll(new BruteForce(snapshot).measure());
      figures.addAll(new QueryTimes(snapshot, "real records", FIRST_PAGE).measure());
    }
  }

  private void invented(String name, InventedEntries entries, double goal) throws IOException {
    step(name);
    Path folder = hall.folder().resolve("invented");
    long began = System.nanoTime();
    Path db = new InventedSnapshot(entries, folder).build();
    figures.add(Figure.of(name + ": time to build", (System.nanoTime() - began) / 1e9, "s"));
    figures.add(Figure.of(name + ": disk use", Files.size(db) / 1e6, "MB"));
    try (ContentSnapshot snapshot = open(db)) {
      figures.addAll(new QueryTimes(snapshot, name, goal).measure());
    }
    Files.delete(db);
  }

  private static ContentSnapshot open(Path db) throws IOException {
    return ContentSnapshot.open(db, Clock.system(ZoneId.systemDefault()));
  }

  private static void step(String what) {
    System.out.println("… " + what);
  }
}
