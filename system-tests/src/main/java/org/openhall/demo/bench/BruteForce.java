package org.openhall.demo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.content.search.Folding;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.EntryFilter;
import org.openhall.content.store.EntryTitle;
import org.openhall.content.store.Hit;
import org.openhall.content.store.SearchResult;
import org.openhall.content.store.UnreadableSnapshotException;

/**
 * Whether the index finds all that it should: what has a stretch of characters in its title by
 * looking at every title, against what the search says.
 */
final class BruteForce {
  private static final int QUERIES = 200;
  private static final int ALL = 1 << 20;
  private static final long SEED = 7;

  private final ContentSnapshot snapshot;
  private final Random random = new Random(SEED);

  BruteForce(ContentSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Share of the right titles that were found, over queries that have no more than are counted. */
  List<Figure> measure() throws UnreadableSnapshotException {
    List<EntryTitle> titles = snapshot.entries(EntryFilter.none(), 0, ALL).rows();
    List<String> folded = titles.stream().map(t -> Folding.fold(t.title())).toList();
    long right = 0;
    long found = 0;
    int asked = 0;
    while (asked < QUERIES) {
      String query = stretch(folded.get(random.nextInt(folded.size())));
      Set<String> ids = search(query);
      if (!ids.isEmpty()) {
        List<String> expected = having(query, titles, folded);
        right += expected.size();
        found += expected.stream().filter(ids::contains).count();
        asked++;
      }
    }
    return List.of(
        Figure.of("titles that have the words, by looking at each", (double) right, "titles"),
        Figure.of("share of them that the search finds", (double) found / (double) right, ""));
  }

  /** Ids of all that is found; empty if there is more than is counted. */
  private Set<String> search(String query) throws UnreadableSnapshotException {
    SearchResult result = snapshot.searchExactly(query, ALL);
    return result.countIsLowerBound()
        ? Set.of()
        : result.hits().stream().map(Hit::id).collect(Collectors.toSet());
  }

  private static List<String> having(String query, List<EntryTitle> titles, List<String> folded) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      if (folded.get(i).contains(query)) {
        ids.add(titles.get(i).id());
      }
    }
    return ids;
  }

  private String stretch(String title) {
    int[] characters = title.codePoints().toArray();
    int length = Math.min(characters.length, 1 + random.nextInt(6));
    int from = random.nextInt(characters.length - length + 1);
    return new String(characters, from, length);
  }
}
