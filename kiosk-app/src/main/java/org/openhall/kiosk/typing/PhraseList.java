package org.openhall.kiosk.typing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The turns of phrase that come with the program, see {@code phrases.txt}. */
final class PhraseList {
  /** Stands for any word of public services. */
  static final String ANY_MATTER = "~";

  private static final String FILE = "phrases.txt";
  private static final String BEGINNING = "^";

  private final Map<String, List<String>> names = new HashMap<>();
  private final Map<String, Map<String, Integer>> followers = new HashMap<>();

  private PhraseList() {}

  /** How often words follow a word. */
  static Map<String, Map<String, Integer>> read() {
    PhraseList list = new PhraseList();
    ProgramText.lines(FILE).forEach(list::line);
    return list.followers;
  }

  /** The same, as it serves to read sentences. */
  static Phrases.Counts counts(Map<String, Map<String, Integer>> followers) {
    Phrases.Counts counts = new Phrases.Counts();
    followers.forEach((before, words) ->
        words.forEach((word, times) -> counts.add(sign(before), sign(word), times)));
    return counts;
  }

  private void line(String line) {
    List<String> parts = List.of(line.split(" ", -1));
    if (parts.size() > 2 && parts.get(1).equals("=")) {
      names.put(parts.getFirst(), parts.subList(2, parts.size()));
    } else {
      for (int i = 1; i < parts.size(); i++) {
        addPairs(words(parts.get(i - 1)), words(parts.get(i)));
      }
    }
  }

  private List<String> words(String part) {
    return Arrays.stream(part.split("\\|", -1))
        .flatMap(word -> names.getOrDefault(word, List.of(word)).stream())
        .toList();
  }

  private void addPairs(List<String> before, List<String> words) {
    for (String one : before) {
      Map<String, Integer> after = followers.computeIfAbsent(one, _ -> new LinkedHashMap<>());
      words.forEach(word -> after.merge(word, 1, Integer::sum));
    }
  }

  private static int sign(String word) {
    return switch (word) {
      case BEGINNING -> Phrases.START;
      case ANY_MATTER -> Phrases.MATTER;
      default -> Phrases.sign(word);
    };
  }
}
