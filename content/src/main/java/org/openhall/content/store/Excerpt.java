package org.openhall.content.store;

import java.util.List;
import java.util.Optional;
import org.openhall.content.search.Folding;

/** The words around a hit, as they stand in the text. */
final class Excerpt {
  private static final int BEFORE = 16;
  private static final int AFTER = 48;

  private Excerpt() {}

  /**
   * Cut out of the line that a place in the folded text stands for; empty if it is not there.
   *
   * @param lines as they are written; the folded text lacks those of which folding leaves nothing
   */
  static Optional<String> of(List<String> lines, FoldedText.Place place) {
    return lines.stream()
        .filter(Folding::leavesAny)
        .skip(place.line())
        .findFirst()
        .flatMap(line -> around(line, place.word()));
  }

  private static Optional<String> around(String line, String word) {
    Folding folded = Folding.of(line);
    int at = folded.text().indexOf(word);
    if (at < 0) {
      return Optional.empty();
    }
    int last = at + word.length() - 1;
    return Optional.of(cut(line, folded.originOf(at), folded.originOf(last) + 1));
  }

  private static String cut(String line, int from, int until) {
    int begin = boundary(line, Math.max(0, from - BEFORE));
    int end = boundary(line, Math.min(line.length(), until + AFTER));
    String middle = line.substring(begin, end).strip();
    return (begin > 0 ? "…" : "") + middle + (end < line.length() ? "…" : "");
  }

  /** The index itself, or the next if it would part a surrogate pair. */
  private static int boundary(String line, int index) {
    boolean parts =
        index > 0
            && index < line.length()
            && Character.isSurrogatePair(line.charAt(index - 1), line.charAt(index));
    return parts ? index + 1 : index;
  }
}
