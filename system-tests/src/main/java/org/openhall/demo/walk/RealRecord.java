package org.openhall.demo.walk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openhall.content.Block;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.search.Pinyin;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.EntryFilter;
import org.openhall.content.store.EntryTitle;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.demo.hall.HallException;

/**
 * An imported entry with a text, for the walk to look for by its name.
 *
 * @param title its title
 * @param keys the keys that spell the title in full pinyin
 * @param beginning words that the reader shows when it opens
 */
record RealRecord(String title, List<String> keys, String beginning) {

  private static final int ROWS = 500;
  private static final Pattern SHORT_TITLE = Pattern.compile("[\\u4e00-\\u9fff]{5,9}");

  /** One that the terminal holds now; empty where nothing was imported beside the sample. */
  static Optional<RealRecord> in(Path terminal) throws IOException, HallException {
    Path file =
        new SnapshotDirectory(terminal.resolve("content"))
            .current()
            .orElseThrow(() -> new HallException("the terminal has no content"))
            .file();
    try (ContentSnapshot snapshot =
        ContentSnapshot.open(file, Clock.system(ZoneId.of("Asia/Shanghai")))) {
      Optional<EntryTitle> chosen = choose(snapshot);
      return chosen.isEmpty() ? Optional.empty() : Optional.of(of(chosen.get(), snapshot));
    } catch (UnreadableSnapshotException e) {
      throw new HallException("the terminal's content cannot be read: " + e.getMessage());
    }
  }

  private static Optional<EntryTitle> choose(ContentSnapshot snapshot)
      throws UnreadableSnapshotException {
    long total = snapshot.entries(EntryFilter.none(), 0, 1).total();
    for (int offset = 0; offset < total; offset += ROWS) {
      Optional<EntryTitle> found =
          snapshot.entries(EntryFilter.none(), offset, ROWS).rows().stream()
              .filter(row -> row.hasBody() && !row.sample())
              .filter(row -> SHORT_TITLE.matcher(row.title()).matches())
              .min(Comparator.comparing(EntryTitle::title));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static RealRecord of(EntryTitle chosen, ContentSnapshot snapshot)
      throws UnreadableSnapshotException {
    String spelt = String.join("", new Pinyin().syllables(chosen.title()));
    List<String> keys =
        spelt.toUpperCase(Locale.ROOT).chars().mapToObj(Character::toString).toList();
    DisclosureEntry entry = (DisclosureEntry) snapshot.find(chosen.id()).orElseThrow();
    return new RealRecord(chosen.title(), keys, firstWords(entry));
  }

  private static String firstWords(DisclosureEntry entry) {
    return entry.body().stream()
        .filter(Block.Heading.class::isInstance)
        .map(block -> ((Block.Heading) block).text())
        .findFirst()
        .orElse("来源");
  }
}
