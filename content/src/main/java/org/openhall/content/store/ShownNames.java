package org.openhall.content.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openhall.content.CatalogNode;
import org.openhall.content.HallMap;

/**
 * What the content calls things, for whoever has to understand what people type.
 *
 * @param sought names that a person may look for, the most sought first, each once: everyday words
 *     and the official ones, matters and what else they are called, departments, windows and areas
 *     of the hall, nodes of the catalogue, forms; at most {@value #MOST_SOUGHT}
 * @param titles titles of the directory, the newest first, at most {@value #MOST_TITLES}
 */
public record ShownNames(List<String> sought, List<String> titles) {
  private static final int MOST_SOUGHT = 10_000;
  private static final int MOST_TITLES = 8_000;

  /** Content that calls nothing by any name. */
  public static final ShownNames NONE = new ShownNames(List.of(), List.of());

  private static final String OF_TYPE =
      "SELECT "
          + Rows.RECORD_COLUMNS
          + " FROM record WHERE type = ? AND"
          + Rows.EFFECTIVE
          + "ORDER BY id";

  private static final String TITLES =
      "SELECT "
          + TitleRow.COLUMNS
          + " FROM title WHERE kind = ? AND"
          + Rows.EFFECTIVE
          + "ORDER BY n LIMIT ?";

  public ShownNames {
    sought = List.copyOf(sought);
    titles = List.copyOf(titles);
  }

  static ShownNames of(Rows rows) throws UnreadableSnapshotException {
    Set<String> sought = new LinkedHashSet<>(Vocabulary.names(rows));
    for (HallMap map : rows.records(HallMap.class, OF_TYPE, "hall-map", rows.today())) {
      map.floors().forEach(floor -> addPlaces(floor, sought));
    }
    for (CatalogNode node :
        rows.records(CatalogNode.class, OF_TYPE, "catalog-node", rows.today())) {
      sought.add(node.name());
    }
    sought.addAll(titles(rows, Hit.Kind.FORM));
    return new ShownNames(
        sought.stream().limit(MOST_SOUGHT).toList(), titles(rows, Hit.Kind.ENTRY));
  }

  private static void addPlaces(HallMap.Floor floor, Set<String> names) {
    floor.areas().forEach(area -> names.add(area.name()));
    for (HallMap.Window window : floor.windows()) {
      names.add(window.name());
      names.addAll(window.services());
    }
  }

  private static List<String> titles(Rows rows, Hit.Kind kind) throws UnreadableSnapshotException {
    return rows.list(
        TITLES,
        row -> TitleRow.read(row).title(),
        TitleRow.number(kind),
        rows.today(),
        MOST_TITLES);
  }
}
