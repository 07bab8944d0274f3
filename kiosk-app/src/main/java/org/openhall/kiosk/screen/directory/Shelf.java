package org.openhall.kiosk.screen.directory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
 * @param facets what to filter by, each under the other filters
 * @param ways where nothing is listed: the filters that hide something, each by itself
 */
record Shelf(
    List<CatalogNode> path,
    List<Branch> branches,
    Map<Dimension, List<Facet>> facets,
    List<Way> ways) {

  /** A node with the number of entries at and below it, under the filters. */
  record Branch(CatalogNode node, long count) {}

  /** A filter without which there would be entries, and how many. */
  record Way(Dimension dimension, long count) {}

  /** Before the content has answered. */
  static final Shelf UNKNOWN = new Shelf(List.of(), List.of(), Map.of(), List.of());

  Shelf {
    path = List.copyOf(path);
    branches = List.copyOf(branches);
    facets = Map.copyOf(facets);
    ways = List.copyOf(ways);
  }

  static Shelf read(ContentSnapshot snapshot, EntryFilter filter)
      throws UnreadableSnapshotException {
    List<CatalogNode> path = path(snapshot, filter.categoryId());
    Map<Dimension, List<Facet>> facets = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      facets.put(dimension, dimension.facets(snapshot, filter));
    }
    return new Shelf(path, branches(snapshot, path, filter), facets, ways(snapshot, filter));
  }

  List<Facet> facets(Dimension dimension) {
    return facets.getOrDefault(dimension, List.of());
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

  private static List<Branch> branches(
      ContentSnapshot snapshot, List<CatalogNode> path, EntryFilter filter)
      throws UnreadableSnapshotException {
    @Nullable String open = path.isEmpty() ? null : path.getLast().header().id();
    List<CatalogNode> nodes = snapshot.children(CatalogNode.Tree.DISCLOSURE, open);
    if (nodes.isEmpty() && open != null) {
      nodes = snapshot.children(CatalogNode.Tree.DISCLOSURE, path.getLast().parentId());
    }
    List<Branch> branches = new ArrayList<>();
    for (CatalogNode node : nodes) {
      branches.add(
          new Branch(node, snapshot.entryCount(filter.withCategoryId(node.header().id()))));
    }
    return branches;
  }

  private static List<Way> ways(ContentSnapshot snapshot, EntryFilter filter)
      throws UnreadableSnapshotException {
    List<Way> ways = new ArrayList<>();
    if (snapshot.entryCount(filter) > 0) {
      return ways;
    }
    for (Dimension dimension : Dimension.values()) {
      long without = snapshot.entryCount(dimension.choose(filter, null));
      if (without > 0) {
        ways.add(new Way(dimension, without));
      }
    }
    return ways;
  }
}
