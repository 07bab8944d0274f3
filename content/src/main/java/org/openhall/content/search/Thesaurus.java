package org.openhall.content.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words that mean the same: what people say, and what offices write. */
public final class Thesaurus {
  private final Map<String, Set<String>> others = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private int longest;

  /** Makes the words of each group stand for each other. */
  public Thesaurus(Collection<? extends Collection<String>> groups) {
    for (Collection<String> group : groups) {
      List<String> folded = group.stream().map(Folding::fold).filter(w -> !w.isEmpty()).toList();
      words.addAll(group);
      for (String word : folded) {
        others.computeIfAbsent(word, w -> new LinkedHashSet<>()).addAll(folded);
        longest = Math.max(longest, word.length());
      }
    }
    others.forEach((word, same) -> same.remove(word));
  }

  /** All its words as they are written, group after group. */
  public List<String> words() {
    return List.copyOf(words);
  }

  /** The longest of its words that begins there. */
  Optional<String> wordAt(String folded, int at) {
    for (int end = Math.min(folded.length(), at + longest); end > at; end--) {
      String word = folded.substring(at, end);
      if (others.containsKey(word)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  /** Other words for a folded word. */
  List<String> others(String word) {
    return List.copyOf(others.getOrDefault(word, Set.of()));
  }
}
