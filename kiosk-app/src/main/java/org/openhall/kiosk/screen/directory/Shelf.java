package org.openhall.kiosk.screen.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.content.CatalogNode;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.EntryFilter;
import org.openhall.content.store.Facet;
import org.openhall.content.store.UnreadableSnapshotException;

/**
 * Where in the directory a citizen stands, and where they can turn.
 *
 * @param path from the root to the open node; empty for the whole directory
 * @param branches the nodes below the open one; for a node without any, its siblings and itself
 * @param publishers publishers to filter by, under the other filters
 * @param years years to filter by, under the other filters
 */
record Shelf(
    List<CatalogNode> path, List<Branch> branches, List<Facet> publishers, List<Facet> years) {

  /** A node with the number of entries at and below it. */
  record Branch(CatalogNode node, long count) {}

  /** Before the content has answered. */
  static final Shelf UNKNOWN = new Shelf(List.of(), List.of(), List.of(), List.of());

  Shelf {
    path = List.copyOf(path);
    branches = List.copyOf(branches);
    publishers = List.copyOf(publishers);
    years = List.copyOf(years);
  }

  static Shelf read(ContentSnapshot snapshot, EntryFilter filter)
      throws UnreadableSnapshotException {
    List<CatalogNode> path = path(snapshot, filter.categoryId());
    return new Shelf(
        path, branches(snapshot, path), snapshot.publishers(filter), snapshot.years(filter));
  }

  /** From the root down; a parent that is missing or leads in a circle ends the path. */
  private static List<CatalogNode> path(ContentSnapshot snapshot, @Nullable String id)
      throws UnreadableSnapshotException {
    List<CatalogNode> path = new ArrayList<>();
    Optional<CatalogNode> node = node(snapshot, id);
    while (node.isPresent() && !path.contains(node.get())) {
      path.addFirst(node.get());
      node = node(snapshot, node.get().parentId());
    }
    return path;
  }

  private static Optional<CatalogNode> node(ContentSnapshot snapshot, @Nullable String id)
      throws UnreadableSnapshotException {
    if (id == null) {
      return Optional.empty();
    }
    return snapshot.find(id).filter(CatalogNode.class::isInstance).map(CatalogNode.class::cast);
  }

  private static List<Branch> branches(ContentSnapshot snapshot, List<CatalogNode> path)
      throws UnreadableSnapshotException {
    @Nullable String open = path.isEmpty() ? null : path.getLast().header().id();
    List<CatalogNode> nodes = snapshot.children(CatalogNode.Tree.DISCLOSURE, open);
    if (nodes.isEmpty() && open != null) {
      nodes = snapshot.children(CatalogNode.Tree.DISCLOSURE, path.getLast().parentId());
    }
    List<Branch> branches = new ArrayList<>();
    for (CatalogNode node : nodes) {
      branches.add(new Branch(node, snapshot.countUnder(node.header().id())));
    }
    return branches;
  }
}
