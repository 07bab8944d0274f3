package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.EntryFilter;
import org.openhall.content.store.EntryTitle;
import org.openhall.content.store.Facet;
import org.openhall.content.store.GuideFilter;
import org.openhall.content.store.GuideTitle;
import org.openhall.content.store.UnreadableSnapshotException;

/**
 * A place in the file of a snapshot where something stands that the screen shows.
 *
 * @param kind what it is, in words
 * @param file below the terminal's folder
 * @param place of the last byte of the word, 0 to 1 of the file
 */
record ShownWord(String kind, String file, double place) {

  /** Every place at which words of release 2 stand as plain text. */
  static List<ShownWord> all(Scene scene) throws IOException {
    String file = "content/content-2.db";
    Path content = scene.terminal(Scene.Before.RELEASE_2).resolve(file);
    byte[] bytes = Files.readAllBytes(content);
    List<ShownWord> all = new ArrayList<>();
    for (Map.Entry<String, String> word : words(content).entrySet()) {
      byte[] text = word.getKey().getBytes(StandardCharsets.UTF_8);
      for (int at = find(bytes, text, 0); at >= 0; at = find(bytes, text, at + 1)) {
        all.add(new ShownWord(word.getValue(), file, (at + text.length - 0.5) / bytes.length));
      }
    }
    return all;
  }

  private static Map<String, String> words(Path content) throws IOException {
    Map<String, String> words = new LinkedHashMap<>();
    try (ContentSnapshot snapshot = ContentSnapshot.open(content, java.time.Clock.systemUTC())) {
      words.put(snapshot.release().office(), "the office's name");
      words.put(snapshot.release().publishedAt().toString(), "the time of the release");
      for (EntryTitle entry : snapshot.entries(EntryFilter.none(), 0, 1000).rows()) {
        words.put(entry.title(), "titles");
      }
      for (GuideTitle guide : snapshot.guides(GuideFilter.none(), 0, 1000).rows()) {
        words.put(guide.title(), "titles");
      }
      for (String name : snapshot.names().sought()) {
        words.putIfAbsent(name, "names");
      }
      List<Facet> facets = new ArrayList<>(snapshot.publishers(EntryFilter.none()));
      facets.addAll(snapshot.themes(EntryFilter.none()));
      facets.addAll(snapshot.genres(EntryFilter.none()));
      facets.addAll(snapshot.guideDepartments(GuideFilter.none()));
      facets.addAll(snapshot.guideTypes(GuideFilter.none()));
      facets.forEach(facet -> words.put(facet.label(), "choices of filters"));
    } catch (UnreadableSnapshotException e) {
      throw new IOException("a terminal that nothing disturbed cannot be read", e);
    }
    return words;
  }

  private static int find(byte[] all, byte[] text, int from) {
    for (int at = from; at + text.length <= all.length; at++) {
      if (all[at] == text[0] && Arrays.equals(all, at, at + text.length, text, 0, text.length)) {
        return at;
      }
    }
    return -1;
  }
}
