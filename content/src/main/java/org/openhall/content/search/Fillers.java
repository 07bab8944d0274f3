package org.openhall.content.search;

import java.util.Comparator;
import java.util.List;

/** Words that make a question but say nothing of what is asked: 怎么办, 我想, 去哪里. */
public final class Fillers {
  private final List<String> longestFirst;

  /** Loads the list that comes with the program. */
  public Fillers() {
    longestFirst =
        Resources.lines("question-words.txt").stream()
            .flatMap(line -> List.of(line.split(" ")).stream())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** Length of the longest of them that begins there; 0 if none does. */
  int lengthAt(String folded, int at) {
    for (String filler : longestFirst) {
      if (folded.startsWith(filler, at)) {
        return filler.length();
      }
    }
    return 0;
  }
}
