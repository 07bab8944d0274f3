package org.openhall.office.edit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.office.edit.FormField.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a button of a form does beside saving: {@code add materials}, {@code remove materials[2]},
 * {@code up} and {@code down}; of blocks {@code add-paragraph body[3]}, after that one; of tables
 * {@code row-add body[3]}, {@code col-add}, {@code col-remove body[3] 1}, {@code head}, {@code
 * paste}. What does not fit the record is left alone: it was another tab's.
 */
final class FormDeed {
  private static final Pattern DEED = Pattern.compile("[a-z-]+ [A-Za-z.\\[\\]0-9-]+( \\d{1,4})?");
  private static final Pattern ROW = Pattern.compile("(.+)\\[(-?\\d+)]");

  private final FormShape shape;
  private final ObjectNode record;
  private final Posted posted;

  FormDeed(FormShape shape, ObjectNode record, Posted posted) {
    this.shape = shape;
    this.record = record;
    this.posted = posted;
  }

  Optional<FieldProblem> run(String deed) {
    if (!DEED.matcher(deed).matches()) {
      return Optional.empty();
    }
    String[] words = deed.split(" ");
    String path = words.length > 1 ? words[1] : "";
    switch (words[0]) {
      case "add" -> {
        if (shape.fields().stream()
            .anyMatch(one -> one.kind() == Kind.ROWS && one.name().equals(path))) {
          add(path);
        }
      }
      case "remove", "up", "down" -> row(words[0], path);
      case "add-heading", "add-paragraph", "add-list", "add-table" ->
          block(words[0].substring("add-".length()), path);
      default -> {
        return table(words, path);
      }
    }
    return Optional.empty();
  }

  private JsonNode at(String path) {
    return record.at("/" + path.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/'));
  }

  private void add(String path) {
    ObjectNode row = record.withArray(path).addObject();
    switch (path) {
      case "materials" -> row.put("name", "").put("necessity", "required");
      case "fees" -> row.put("name", "").put("standard", "");
      case "questions" -> row.put("question", "").put("answer", "");
      case "relations" -> row.put("title", "").put("kind", "相关文件");
      case "situations" -> row.put("id", newId(record.withArray(path))).put("question", "");
      default -> row.put("name", "");
    }
  }

  private static String newId(ArrayNode situations) {
    int number = 1;
    while (isTaken(situations, "s" + number)) {
      number++;
    }
    return "s" + number;
  }

  private static boolean isTaken(ArrayNode situations, String id) {
    return situations.valueStream().anyMatch(one -> one.path("id").asString("").equals(id));
  }

  private void row(String what, String path) {
    Matcher row = ROW.matcher(path);
    if (what.equals("remove") && isFile(path)) {
      record.remove(path);
      return;
    }
    if (!row.matches() || !(at(row.group(1)) instanceof ArrayNode rows)) {
      return;
    }
    int from = Integer.parseInt(row.group(2));
    int to = what.equals("up") ? from - 1 : from + 1;
    if (from < 0 || from >= rows.size()) {
      return;
    } else if (what.equals("remove")) {
      rows.remove(from);
    } else if (to >= 0 && to < rows.size()) {
      rows.insert(to, rows.remove(from));
    }
  }

  private boolean isFile(String path) {
    return shape.fields().stream()
        .anyMatch(one -> one.kind() == Kind.FILE && one.name().equals(path));
  }

  private void block(String kind, String path) {
    Matcher row = ROW.matcher(path);
    if (!row.matches()) {
      return;
    }
    ArrayNode blocks = record.withArray(row.group(1));
    int after = Math.min(Integer.parseInt(row.group(2)), blocks.size() - 1);
    ObjectNode block = blocks.insertObject(after + 1).put("kind", kind);
    switch (kind) {
      case "heading" -> block.put("level", 1).put("text", "");
      case "list" -> block.putArray("items");
      case "table" -> {
        block.putArray("rows");
        TableGrid grid = new TableGrid(block);
        grid.addRow();
        grid.addRow();
        grid.addColumn();
        grid.toggleHead();
      }
      default -> block.put("text", "");
    }
  }

  private Optional<FieldProblem> table(String[] words, String path) {
    if (!(at(path) instanceof ObjectNode table)
        || !table.path("kind").asString("").equals("table")) {
      return Optional.empty();
    }
    TableGrid grid = new TableGrid(table);
    if (words[0].startsWith("col-") && grid.hasSpans()) {
      return Optional.of(new FieldProblem(path, "spans", ""));
    }
    switch (words[0]) {
      case "row-add" -> grid.addRow();
      case "col-add" -> grid.addColumn();
      case "col-remove" -> grid.removeColumn(Integer.parseInt(words[2]));
      case "head" -> grid.toggleHead();
      case "paste" ->
          posted.raw(path + ".paste").filter(text -> !text.isBlank()).ifPresent(grid::paste);
      default -> {
        // a button that we have not made
      }
    }
    return Optional.empty();
  }
}
