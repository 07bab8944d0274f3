package org.openhall.kiosk.widget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.openhall.content.search.Folding;

/**
 * A text in which words are looked for as the search compares them: width, case, spaces, brackets
 * and punctuation do not count, so that 粤府函[2019]100号 is found in 粤府函〔2019〕100 号. It is folded once
 * for any number of queries, and never altered.
 */
public final class Highlight {

  /**
   * A stretch of the text in UTF-16 units; never cuts a surrogate pair.
   *
   * @param from first unit
   * @param to unit after the last
   */
  public record Span(int from, int to) {}

  private final String text;
  private final Folding folding;
  private final String folded;

  private Highlight(String text) {
    this.text = text;
    folding = Folding.of(text);
    folded = folding.text();
  }

  /** A text to look for words in. */
  public static Highlight of(String text) {
    return new Highlight(text);
  }

  /**
   * The places of the words as they stand.
   *
   * @return ascending, not overlapping; empty where they have no letter
   */
  public List<Span> whole(String words) {
    List<Span> places = new ArrayList<>();
    String wanted = Folding.fold(words);
    int at = wanted.isEmpty() ? -1 : folded.indexOf(wanted);
    while (at >= 0) {
      int end = at + wanted.length();
      places.add(span(at, end));
      at = folded.indexOf(wanted, end);
    }
    return apart(places);
  }

  /** The places of the whole query; where the whole is not found, the places of its words. */
  public List<Span> in(String query) {
    List<Span> whole = whole(query);
    if (!whole.isEmpty()) {
      return whole;
    }
    return apart(
        Arrays.stream(query.strip().split("[\\s\\u3000]+"))
            .flatMap(word -> whole(word).stream())
            .toList());
  }

  private Span span(int from, int to) {
    int last = folding.originOf(to - 1);
    return new Span(folding.originOf(from), last + Character.charCount(text.codePointAt(last)));
  }

  private static List<Span> apart(List<Span> spans) {
    List<Span> apart = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::from)).toList()) {
      if (apart.isEmpty() || span.from() >= apart.getLast().to()) {
        apart.add(span);
      } else if (span.to() > apart.getLast().to()) {
        apart.add(new Span(apart.removeLast().from(), span.to()));
      }
    }
    return apart;
  }
}
