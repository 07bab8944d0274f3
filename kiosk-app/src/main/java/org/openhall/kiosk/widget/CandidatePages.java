package org.openhall.kiosk.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.openhall.kiosk.typing.InputMethod.Candidate;

/** Candidates in pages, each as many as there is room for. */
final class CandidatePages {
  /** Width of a candidate: its characters, what stands around them, and the least; pixels. */
  private static final double CHARACTER = 44;

  private static final double AROUND = 44;
  private static final double LEAST = 88;

  /**
   * Some of the candidates, as many as there is room for.
   *
   * @param candidates from left to right
   * @param before whether there are likelier ones
   * @param after whether there are more
   */
  record Page(List<Candidate> candidates, boolean before, boolean after) {
    static final Page EMPTY = new Page(List.of(), false, false);
  }

  private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.EMPTY);
  private final List<Integer> pageStarts = new ArrayList<>();
  private List<Candidate> candidates = List.of();
  private double room = LEAST;

  ReadOnlyObjectProperty<Page> page() {
    return page.getReadOnlyProperty();
  }

  /** All of them, the likeliest first. */
  List<Candidate> all() {
    return candidates;
  }

  /** Shows others, without those that the screen cannot draw. */
  void show(List<Candidate> offered) {
    candidates =
        offered.stream()
            .filter(candidate -> candidate.text().codePoints().allMatch(Glyphs::isDrawn))
            .toList();
    firstPage();
  }

  /** Tells how wide the row of candidates is, pixels. */
  void room(double pixels) {
    room = Math.max(LEAST, pixels);
    firstPage();
  }

  /** How wide a candidate is, pixels. */
  static double width(Candidate candidate) {
    String text = candidate.text();
    return Math.max(LEAST, text.codePointCount(0, text.length()) * CHARACTER + AROUND);
  }

  void next() {
    Page shown = page.get();
    if (shown.after()) {
      pageStarts.add(pageStarts.getLast() + shown.candidates().size());
      turn();
    }
  }

  void previous() {
    if (pageStarts.size() > 1) {
      pageStarts.removeLast();
      turn();
    }
  }

  private void firstPage() {
    pageStarts.clear();
    pageStarts.add(0);
    turn();
  }

  private void turn() {
    int start = pageStarts.getLast();
    int end = start;
    double filled = 0;
    while (end < candidates.size()
        && (end == start || filled + width(candidates.get(end)) <= room)) {
      filled += width(candidates.get(end));
      end++;
    }
    page.set(new Page(candidates.subList(start, end), start > 0, end < candidates.size()));
  }
}
