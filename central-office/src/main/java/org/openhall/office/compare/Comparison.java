package org.openhall.office.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openhall.content.codec.EncodedRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Compares two versions of a record, or one with nothing. */
public final class Comparison {
  /** Fields that differ between any two versions. */
  private static final Set<String> OF_EVERY_VERSION =
      Set.of("header.revision", "header.origin.asOf", "type");

  private final List<Difference> differences = new ArrayList<>();

  private Comparison() {}

  /**
   * In what two versions differ, in the order of the fields.
   *
   * @param before the earlier version; empty of a new record
   * @param after the later version; empty of a removed record
   */
  public static List<Difference> of(Optional<EncodedRecord> before, Optional<EncodedRecord> after) {
    Comparison comparison = new Comparison();
    comparison.compare("", tree(before), tree(after));
    return List.copyOf(comparison.differences);
  }

  private static JsonNode tree(Optional<EncodedRecord> record) {
    return record
        .map(one -> JsonMapper.shared().readTree(one.json()))
        .orElseGet(JsonMapper.shared()::createObjectNode);
  }

  private void compare(String path, JsonNode before, JsonNode after) {
    if (before.equals(after) || OF_EVERY_VERSION.contains(path)) {
      return;
    } else if (isOneSided(path, before, after)) {
      add(path, before, after);
    } else if (isFields(before) && isFields(after)) {
      fields(path, before, after);
    } else if (isRows(before) && isRows(after) && before.size() + after.size() > 0) {
      rows(path, before, after);
    } else {
      add(path, before, after);
    }
  }

  /** A row or block that only one version has is told as one; a record as its fields. */
  private static boolean isOneSided(String path, JsonNode before, JsonNode after) {
    return (before.isMissingNode() || after.isMissingNode()) && path.endsWith("]");
  }

  private static boolean isFields(JsonNode node) {
    return node.isObject() || node.isMissingNode();
  }

  private static boolean isRows(JsonNode node) {
    return node.isArray() || node.isMissingNode();
  }

  private void fields(String path, JsonNode before, JsonNode after) {
    Set<String> names = new LinkedHashSet<>(after.propertyNames());
    names.addAll(before.propertyNames());
    for (String name : names) {
      String at = path.isEmpty() ? name : path + "." + name;
      compare(at, before.path(name), after.path(name));
    }
  }

  /** Rows that are the same fall away; of the others those of one name belong together. */
  private void rows(String path, JsonNode before, JsonNode after) {
    List<Row> old = Row.of(path, before);
    List<Row> now = Row.of(path, after);
    for (AbstractDelta<Row> delta : DiffUtils.diff(old, now, Row::isSame).getDeltas()) {
      List<Row> left = delta.getSource().getLines();
      List<Row> right = delta.getTarget().getLines();
      int i = 0;
      int j = 0;
      for (AbstractDelta<Row> other : DiffUtils.diff(left, right, Row::hasSameName).getDeltas()) {
        while (i < other.getSource().getPosition()) {
          pair(left.get(i++), right.get(j++));
        }
        exchange(other.getSource().getLines(), other.getTarget().getLines());
        i += other.getSource().size();
        j += other.getTarget().size();
      }
      while (i < left.size()) {
        pair(left.get(i++), right.get(j++));
      }
    }
  }

  private void exchange(List<Row> left, List<Row> right) {
    int pairs = Math.min(left.size(), right.size());
    for (int i = 0; i < pairs; i++) {
      pair(left.get(i), right.get(i));
    }
    left.subList(pairs, left.size()).forEach(this::removed);
    right.subList(pairs, right.size()).forEach(this::added);
  }

  /** Two rows at one place: the same one changed, or one in the place of another kind. */
  private void pair(Row left, Row right) {
    if (left.value().path("kind").equals(right.value().path("kind"))) {
      compare(right.path(), left.value(), right.value());
    } else {
      removed(left);
      added(right);
    }
  }

  private void removed(Row row) {
    add(row.path(), row.value(), MissingNode.getInstance());
  }

  private void added(Row row) {
    add(row.path(), MissingNode.getInstance(), row.value());
  }

  private void add(String path, JsonNode before, JsonNode after) {
    Difference.Kind kind =
        before.isMissingNode()
            ? Difference.Kind.ADDED
            : after.isMissingNode() ? Difference.Kind.REMOVED : Difference.Kind.CHANGED;
    if (kind == Difference.Kind.CHANGED) {
      Words.Pair pair = Words.compare(Rendering.of(before), Rendering.of(after));
      differences.add(new Difference(path, kind, pair.before(), pair.after()));
    } else {
      differences.add(new Difference(path, kind, whole(before), whole(after)));
    }
  }

  private static List<Piece> whole(JsonNode value) {
    return value.isMissingNode() ? List.of() : List.of(new Piece(Rendering.of(value), true));
  }
}
