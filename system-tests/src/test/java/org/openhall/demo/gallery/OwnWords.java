package org.openhall.demo.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.openhall.content.ContentRecord;
import org.openhall.content.codec.RecordCodec;
import org.openhall.kiosk.KioskScene;

/**
 * What may stand on a slip or in a code: words of the published records and of the bundles, which a
 * person wrote. Whatever else stands there has been invented.
 */
final class OwnWords {
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
  private static final Pattern GAP = Pattern.compile("\\{[^}]*}");
  private static final int MOST_PARTS = 4;

  private final String written;
  private final Set<String> between = new HashSet<>();
  private final Map<String, Boolean> known = new HashMap<>();

  private OwnWords(String written, Set<String> between) {
    this.written = written;
    this.between.addAll(between);
  }

  /** Of these records, and of the bundles. */
  static OwnWords of(List<ContentRecord> records, List<String> more) throws IOException {
    StringBuilder written = new StringBuilder();
    records.forEach(
        record -> written.append(new String(RecordCodec.encode(record), StandardCharsets.UTF_8)));
    more.forEach(text -> written.append('\n').append(text));
    Set<String> between = new HashSet<>();
    for (String bundle : List.of("messages", "reading", "service", "disclosure")) {
      for (Object words : bundle(bundle).values()) {
        written.append('\n').append(words);
        GAP.splitAsStream((String) words).forEach(part -> between.addAll(han(part)));
      }
    }
    return new OwnWords(written.toString().replaceAll("[\\s\u3000]", ""), between);
  }

  private static Properties bundle(String name) throws IOException {
    Properties bundle = new Properties();
    try (InputStream in = KioskScene.class.getResourceAsStream(name + "_zh_CN.properties")) {
      bundle.load(
          new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
    }
    return bundle;
  }

  /** The runs of Hanzi in a text that nobody wrote. */
  List<String> foreignIn(String text) {
    return han(text).stream()
        .filter(run -> !known.computeIfAbsent(run, it -> isOwn(it, MOST_PARTS)))
        .toList();
  }

  /** Written as it stands, or of a few parts that were, joined by the words of a bundle. */
  private boolean isOwn(String run, int parts) {
    if (run.isEmpty() || written.contains(run)) {
      return true;
    }
    for (int end = run.length() - 1; end > 0 && parts > 0; end--) {
      String first = run.substring(0, end);
      boolean taken = between.contains(first) || (end > 1 && written.contains(first));
      if (taken && isOwn(run.substring(end), parts - 1)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> han(String text) {
    return text.lines()
        .map(line -> line.replaceAll("[\\s\u3000]", ""))
        .flatMap(line -> HAN.matcher(line).results())
        .map(MatchResult::group)
        .toList();
  }
}
