package org.openhall.kiosk.typing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.kiosk.typing.InputMethod.Candidate;

/**
 * What one person has chosen for which letters, so that a name is looked for only once. It is never
 * written anywhere, and forgotten when the visit ends.
 */
final class ChosenWords {
  private static final int MOST = 100;

  private final Map<String, List<String>> texts = new LinkedHashMap<>();

  /** The latest choice for letters comes first; those chosen for the longest time are dropped. */
  synchronized void add(String letters, String text) {
    List<String> chosen = texts.containsKey(letters) ? texts.remove(letters) : new ArrayList<>();
    chosen.remove(text);
    chosen.addFirst(text);
    texts.put(letters, chosen);
    if (texts.size() > MOST) {
      texts.remove(texts.keySet().iterator().next());
    }
  }

  /** The candidates for letters, what was chosen for them before all others. */
  synchronized List<Candidate> first(String letters, List<Candidate> candidates) {
    List<String> chosen = texts.getOrDefault(letters, List.of());
    if (chosen.isEmpty()) {
      return candidates;
    }
    List<Candidate> all = new ArrayList<>();
    chosen.forEach(text -> all.add(new Candidate(text, letters.length())));
    candidates.stream().filter(it -> !chosen.contains(it.text())).forEach(all::add);
    return all;
  }

  synchronized void forget() {
    texts.clear();
  }
}
