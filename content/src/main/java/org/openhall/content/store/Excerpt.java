package org.openhall.content.store;

import java.util.List;
import java.util.Optional;
import org.openhall.content.search.Folding;

/** The words around a hit, as they stand in the text. */
final class Excerpt {
  private static final int BEFORE = 16;
  private static final int AFTER = 48;

  private Excerpt() {}

  /** The line with the first of the folded words that there is. */
  static Optional<String> of(List<String> lines, List<String> words) {
    return words.stream().flatMap(word -> first(lines, word).stream()).findFirst();
  }

  private static Optional<String> first(List<String> lines, String sought) {
    for (String line : lines) {
      int at = line.indexOf(sought);
      if (at >= 0) { // as it stands, which is soon seen
        return Optional.of(cut(line, at, at + sought.length()));
      }
    }
    for (String line : lines) {
      Folding folded = Folding.of(line);
      int at = folded.text().indexOf(sought);
      if (at >= 0) {
        int last = at + sought.length() - 1;
        return Optional.of(cut(line, folded.originOf(at), folded.originOf(last) + 1));
      }
    }
    return Optional.empty();
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
