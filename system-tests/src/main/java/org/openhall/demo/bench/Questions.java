package org.openhall.demo.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.Hit;
import org.openhall.content.store.UnreadableSnapshotException;

/**
 * What people ask, with the records that answer it: how far up the first right one stands, and how
 * many of the right ones are among the first ten.
 */
final class Questions {
  private static final int LOOKED_AT = 10;

  /**
   * One question.
   *
   * @param kind class that it belongs to
   * @param answers ids, or titles in 《》
   */
  private record Asked(String kind, String words, List<String> answers) {}

  /** Sums over the questions of a class. */
  private record Score(int questions, double reciprocal, double recall) {
    Score plus(Score other) {
      return new Score(
          questions + other.questions, reciprocal + other.reciprocal, recall + other.recall);
    }
  }

  /** The lists of questions. */
  enum QuestionList {
    /** Looked at while the ranking was made. */
    TUNED("tuned", "questions.txt"),
    /** Written by somebody else afterwards; nothing is tuned on it. */
    HELD_OUT("held out", "questions-held-out.txt");

    private final String label;
    private final String file;

    QuestionList(String label, String file) {
      this.label = label;
      this.file = file;
    }
  }

  private final ContentSnapshot snapshot;
  private final QuestionList list;
  private final List<String> missed = new ArrayList<>();
  private int unanswerable;

  Questions(ContentSnapshot snapshot, QuestionList list) {
    this.snapshot = snapshot;
    this.list = list;
  }

  /** The words of all questions of a class of the first list. */
  static List<String> words(String kind) throws IOException {
    return read(QuestionList.TUNED).stream()
        .filter(q -> q.kind.equals(kind))
        .map(Asked::words)
        .toList();
  }

  private static List<Asked> read(QuestionList list) throws IOException {
    List<Asked> asked = new ArrayList<>();
    String kind = "";
    for (String line :
        text(list.file).lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      if (line.startsWith("[")) {
        kind = line.substring(1, line.length() - 1);
      } else {
        int bar = line.indexOf(" | ");
        List<String> answers = List.of(line.substring(bar + 3).split(" ", -1));
        asked.add(new Asked(kind, line.substring(0, bar), answers));
      }
    }
    return asked;
  }

  private static String text(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(Questions.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Asks all of them; those whose answers the snapshot does not hold are counted and left out. */
  List<Figure> measure() throws IOException {
    Map<String, Score> scores = new LinkedHashMap<>();
    for (Asked asked : read(list)) {
      Set<String> right = present(asked.answers);
      if (right.isEmpty()) {
        unanswerable++;
      } else {
        Score score = score(asked, right);
        scores.merge(asked.kind, score, Score::plus);
        scores.merge("all", score, Score::plus);
      }
    }
    List<Figure> figures = new ArrayList<>();
    scores.forEach((kind, score) -> figures.addAll(figures(kind, score)));
    figures.add(Figure.of(name() + "whose answer is not held", unanswerable, "questions"));
    return figures;
  }

  /** Questions with no right answer among the first ten, and what stands first instead. */
  List<String> missed() {
    return List.copyOf(missed);
  }

  private String name() {
    return "questions, " + list.label + ", ";
  }

  private List<Figure> figures(String kind, Score score) {
    String name = name() + kind + " (" + score.questions + "): ";
    return List.of(
        Figure.of(name + "MRR@10", score.reciprocal / score.questions, ""),
        Figure.of(name + "recall@10", score.recall / score.questions, ""));
  }

  private Score score(Asked asked, Set<String> right) throws UnreadableSnapshotException {
    List<Hit> hits = snapshot.search(asked.words, LOOKED_AT).hits();
    int first = 0;
    int found = 0;
    for (int i = 0; i < hits.size(); i++) {
      if (right.contains(hits.get(i).id()) || right.contains("《" + hits.get(i).title() + "》")) {
        first = first == 0 ? i + 1 : first;
        found++;
      }
    }
    if (first != 1) {
      String top = hits.isEmpty() ? "nothing" : hits.getFirst().title();
      missed.add(
          "%s, %s: %s → %s (right: %d)".formatted(list.label, asked.kind, asked.words, top, first));
    }
    double recall = Math.min(1, (double) found / right.size());
    return new Score(1, first == 0 ? 0 : 1.0 / first, recall);
  }

  private Set<String> present(List<String> answers) throws UnreadableSnapshotException {
    Set<String> present = new HashSet<>();
    for (String answer : answers) {
      boolean isTitle = answer.startsWith("《");
      if (isTitle ? isTitle(answer) : snapshot.find(answer).isPresent()) {
        present.add(answer);
      }
    }
    return present;
  }

  private boolean isTitle(String answer) throws UnreadableSnapshotException {
    String title = answer.substring(1, answer.length() - 1);
    return snapshot.searchExactly(title, 5).hits().stream().anyMatch(h -> h.title().equals(title));
  }
}
