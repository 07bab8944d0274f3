package org.openhall.kiosk.screen.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.content.CatalogNode;
import org.openhall.content.CatalogNode.Tree;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.EntryFilter;
import org.openhall.content.store.UnreadableSnapshotException;

/**
 * The fifteen items that 政府信息公开条例 第二十条 has disclosed, and what the directory holds of each.
 *
 * @param items always fifteen, in the law's order
 */
record StatutoryItems(List<Item> items) {
  /** How many the law lists. */
  static final int COUNT = 15;

  /** The root of the directory under which they stand, by the name that the law's readers know. */
  private static final String ROOT = "法定主动公开内容";

  /**
   * One item.
   *
   * @param number 1 to 15
   * @param node its node of the directory, or null where the directory has none
   * @param count entries at and below the node
   */
  record Item(int number, @Nullable CatalogNode node, long count) {}

  StatutoryItems {
    items = List.copyOf(items);
  }

  /** Entries of all items. */
  static long count(ContentSnapshot snapshot) throws UnreadableSnapshotException {
    Optional<CatalogNode> root = root(snapshot, ROOT);
    return root.isEmpty() ? 0 : snapshot.countUnder(root.get().header().id());
  }

  static StatutoryItems read(ContentSnapshot snapshot) throws UnreadableSnapshotException {
    List<CatalogNode> nodes = nodes(snapshot);
    List<Item> items = new ArrayList<>();
    for (int number = 1; number <= COUNT; number++) {
      items.add(item(snapshot, number, nodes));
    }
    return new StatutoryItems(items);
  }

  private static Item item(ContentSnapshot snapshot, int number, List<CatalogNode> nodes)
      throws UnreadableSnapshotException {
    for (CatalogNode node : nodes) {
      if (node.order() == number) {
        return new Item(number, node, snapshot.countUnder(node.header().id()));
      }
    }
    return new Item(number, null, 0);
  }

  private static List<CatalogNode> nodes(ContentSnapshot snapshot)
      throws UnreadableSnapshotException {
    Optional<CatalogNode> root = root(snapshot, ROOT);
    return root.isEmpty()
        ? List.of()
        : snapshot.children(Tree.DISCLOSURE, root.get().header().id());
  }

  /** The root of the directory with this name. */
  static Optional<CatalogNode> root(ContentSnapshot snapshot, String name)
      throws UnreadableSnapshotException {
    return snapshot.children(Tree.DISCLOSURE, null).stream()
        .filter(node -> node.name().equals(name))
        .findFirst();
  }

  /** The entries of an item, as the directory lists them. */
  static EntryFilter entries(CatalogNode node) {
    return EntryFilter.none().withCategoryId(node.header().id());
  }
}
