package org.openhall.office.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.office.database.OfficeDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people call the records that other records know by an id. */
public final class RecordNames {
  private final OfficeDatabase database;

  RecordNames(OfficeDatabase database) {
    this.database = database;
  }

  /**
   * An id and what it is called.
   *
   * @param name of a node: with those above it
   */
  public record Named(String id, String name) {}

  private record Node(String id, String name, String parent, int order) {}

  /**
   * The nodes of a tree, each below the one above it.
   *
   * @param tree its name in the codec, e.g. {@code disclosure}
   */
  public List<Named> nodes(String tree) {
    Map<String, List<Node>> below = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode json : json("catalog-node")) {
      if (json.path("tree").asString("").equals(tree)) {
        Node node =
            new Node(
                json.path("header").path("id").asString(""),
                json.path("name").asString(""),
                json.path("parentId").asString(""),
                json.path("order").asInt(0));
        ids.add(node.id());
        below.computeIfAbsent(node.parent(), _ -> new ArrayList<>()).add(node);
      }
    }
    List<Named> nodes = new ArrayList<>();
    below.keySet().stream()
        .filter(parent -> !ids.contains(parent)) // also of a parent that is not there
        .sorted()
        .forEach(parent -> walk(below, parent, "", nodes));
    return nodes;
  }

  /** What is seen is taken away: a ring of nodes has an end. */
  private static void walk(
      Map<String, List<Node>> below, String parent, String above, List<Named> nodes) {
    List<Node> here = Optional.ofNullable(below.remove(parent)).orElse(List.of());
    here.stream()
        .sorted(Comparator.comparingInt(Node::order).thenComparing(Node::id))
        .forEach(node -> {
          nodes.add(new Named(node.id(), above + node.name()));
          walk(below, node.id(), above + node.name() + " › ", nodes);
        });
  }

  /** The windows of all maps, floor by floor. */
  public List<Named> windows() {
    List<Named> windows = new ArrayList<>();
    for (JsonNode map : json("hall-map")) {
      for (JsonNode floor : map.path("floors")) {
        for (JsonNode window : floor.path("windows")) {
          String name = floor.path("name").asString("") + " " + window.path("name").asString("");
          windows.add(new Named(window.path("id").asString(""), name.strip()));
        }
      }
    }
    return windows;
  }

  /** What a record is called; empty where the catalogue does not have it any more. */
  public Optional<String> of(String id) {
    return database
        .client()
        .sql("SELECT title FROM record_line WHERE id = ?")
        .param(id)
        .query(String.class)
        .optional();
  }

  private List<JsonNode> json(String type) {
    return database
        .client()
        .sql("SELECT json FROM record WHERE type = ? ORDER BY id")
        .param(type)
        .query((row, _) -> JsonMapper.shared().readTree(row.getBytes(1)))
        .list();
  }

  /** All records of a type, by name; for types of which there are few. */
  public List<Named> ofType(String type) {
    return database
        .client()
        .sql(
            "SELECT l.id, l.title FROM record r JOIN record_line l ON l.id = r.id"
                + " WHERE r.type = ? ORDER BY l.title, l.id")
        .param(type)
        .query((row, _) -> new Named(row.getString(1), row.getString(2)))
        .list();
  }
}
