package org.openhall.content.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words that mean the same: what people say, and what offices write. */
public final class Thesaurus {
  /** Everyday words that are looked for where an official one was typed. */
  private static final int EVERYDAY = 3;

  private final Map<String, Set<String>> others = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private int longest;

  /**
   * Words that stand for each other.
   *
   * @param everyday what people say, the commonest first
   * @param official what offices write
   */
  public record Group(List<String> everyday, List<String> official) {
    public Group {
      everyday = List.copyOf(everyday);
      official = List.copyOf(official);
    }
  }

  /** Knows these groups. */
  public Thesaurus(List<Group> groups) {
    for (Group group : groups) {
      words.addAll(group.everyday());
      words.addAll(group.official());
      List<String> everyday = folded(group.everyday());
      List<String> official = folded(group.official());
      everyday.forEach(word -> learn(word, official));
      official.forEach(word -> learn(word, everyday.stream().limit(EVERYDAY).toList()));
    }
  }

  private static List<String> folded(List<String> words) {
    return words.stream().map(Folding::fold).filter(word -> !word.isEmpty()).toList();
  }

  private void learn(String word, List<String> same) {
    Set<String> known = others.computeIfAbsent(word, w -> new LinkedHashSet<>());
    known.addAll(same);
    known.remove(word);
    longest = Math.max(longest, word.length());
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
