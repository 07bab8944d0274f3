package org.openhall.kiosk.typing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openhall.content.search.Pinyin;

/** The words of public services, which go before all others that sound alike. */
final class ServiceWords {
  private static final String FILE = "service-words.txt";

  /** Cost of the first word of each class. */
  private static final float[] COSTS = {6f, 8.5f, 10.5f};

  /** What each later word of a class costs more. */
  private static final float STEP = 0.0005f;

  private final Pinyin pinyin;
  private final List<Entry> entries = new ArrayList<>();
  private float cost;

  private ServiceWords(Pinyin pinyin) {
    this.pinyin = pinyin;
  }

  /** Reads the list that comes with the program. */
  static List<Entry> read(Pinyin pinyin) {
    ServiceWords words = new ServiceWords(pinyin);
    try (InputStream in = Objects.requireNonNull(ServiceWords.class.getResourceAsStream(FILE));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(words::line);
    } catch (IOException e) {
      throw new UncheckedIOException("the program is incomplete: " + FILE, e);
    }
    return words.entries;
  }

  private void line(String line) {
    if (line.startsWith("=")) {
      cost = COSTS[line.charAt(1) - '1'];
      return;
    }
    for (String word : line.strip().split(" +", -1)) {
      List<String> syllables = pinyin.syllables(word);
      if (!syllables.contains("")) {
        entries.add(new Entry(word, syllables, cost, true));
        cost += STEP;
      }
    }
  }
}
