package org.openhall.kiosk.widget;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Where a query stands in a text, as a reader would see it: width, case, spaces, brackets and
 * punctuation do not count, so that 粤府函[2019]100号 is found in 粤府函〔2019〕100 号. The text is never
 * altered.
 */
public final class Highlight {

  /** The block of the common characters, each of which is its own fold. */
  private static final int FIRST_HAN = 0x4E00;

  private static final int LAST_HAN = 0x9FFF;

  /**
   * A stretch of the text in UTF-16 units; never cuts a surrogate pair.
   *
   * @param from first unit
   * @param to unit after the last
   */
  public record Span(int from, int to) {}

  /** A text with only its letters and digits, folded, and where each unit of it comes from. */
  private record Folded(String letters, List<Span> sources) {}

  private Highlight() {}

  /**
   * The places of the whole query; where the whole is not found, the places of its words.
   *
   * @return ascending, not overlapping; empty where nothing is found or the query has no letter
   */
  public static List<Span> in(String text, String query) {
    String wanted = letters(query);
    if (wanted.isEmpty()) {
      return List.of();
    }
    Folded folded = fold(text);
    List<Span> whole = places(folded, wanted);
    if (!whole.isEmpty()) {
      return whole;
    }
    List<Span> words =
        Arrays.stream(query.strip().split("[\\s\\u3000]+"))
            .flatMap(word -> places(folded, fold(word).letters()).stream())
            .toList();
    return apart(words);
  }

  /** The letters and digits of a text alone, folded, as they are compared here. */
  public static String letters(String text) {
    return fold(text).letters();
  }

  private static List<Span> places(Folded text, String letters) {
    List<Span> places = new ArrayList<>();
    if (letters.isEmpty()) {
      return places;
    }
    int at = text.letters().indexOf(letters);
    while (at >= 0) {
      int end = at + letters.length();
      places.add(new Span(text.sources().get(at).from(), text.sources().get(end - 1).to()));
      at = text.letters().indexOf(letters, end);
    }
    return places;
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

  private static Folded fold(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    List<Span> sources = new ArrayList<>(text.length());
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      Span source = new Span(at, at + Character.charCount(codePoint));
      String folded = fold(codePoint);
      letters.append(folded);
      sources.addAll(Collections.nCopies(folded.length(), source));
      at = source.to();
    }
    return new Folded(letters.toString(), sources);
  }

  private static String fold(int codePoint) {
    if (codePoint >= FIRST_HAN && codePoint <= LAST_HAN) {
      return Character.toString(codePoint);
    }
    String folded =
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT);
    return folded
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
