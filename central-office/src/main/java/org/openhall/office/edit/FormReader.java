package org.openhall.office.edit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lays what a form has sent over a record's JSON. */
final class FormReader {
  private final Posted posted;
  private final List<FieldProblem> problems = new ArrayList<>();

  FormReader(Posted posted) {
    this.posted = posted;
  }

  List<FieldProblem> problems() {
    return problems;
  }

  void read(FormShape shape, ObjectNode record) {
    shape.fields().forEach(field -> read(field, "", record));
  }

  private void read(FormField field, String prefix, ObjectNode object) {
    if (field.name().startsWith("header.")) {
      String name = field.name().substring("header.".length());
      value(field, "header." + name, name, (ObjectNode) object.path("header"));
    } else {
      value(field, prefix + field.name(), field.name(), object);
    }
  }

  private void value(FormField field, String path, String name, ObjectNode object) {
    switch (field.kind()) {
      case LINE, TEXT, DEPARTMENT, CHOICE, NODE, NODE_NAME, FORM, RECORD ->
          posted.line(path).ifPresent(text -> text(field, name, text, object));
      case DAY -> posted.line(path).ifPresent(text -> day(path, name, text, object));
      case NUMBER -> posted.line(path).ifPresent(text -> number(path, name, text, object));
      case FLAG -> posted.line(path).ifPresent(text -> flag(name, text, object));
      case BOX -> box(path, name, object);
      case PICKS, NODES, WINDOWS -> picks(path, name, object);
      case LINES -> posted.lines(path).ifPresent(lines -> lines(path, name, lines, object));
      case ANSWERS ->
          posted.lines(path).ifPresent(lines -> Answers.put(object.withArray(name), lines));
      case WHEN -> Clauses.read(posted, path, name, object);
      case ROWS, FILES -> rows(field, path, name, object);
      case GROUP -> group(field, path, name, object);
      case FILE -> {
        if (object.path(name) instanceof ObjectNode file) {
          field.columns().forEach(column -> read(column, path + ".", file));
        }
      }
      case BLOCKS -> new BlockReader(posted).read(path, object.withArray(name));
    }
  }

  private static void text(FormField field, String name, String text, ObjectNode object) {
    if (!text.isEmpty() || field.weight() == FormField.Weight.REQUIRED) {
      object.put(name, text);
    } else {
      object.remove(name);
    }
  }

  private void day(String path, String name, String text, ObjectNode object) {
    try {
      if (text.isEmpty()) {
        object.remove(name);
      } else {
        object.put(name, LocalDate.parse(text).toString());
      }
    } catch (DateTimeParseException e) {
      problems.add(new FieldProblem(path, "no-day", text));
    }
  }

  private void number(String path, String name, String text, ObjectNode object) {
    if (text.isEmpty()) {
      object.remove(name);
    } else if (text.matches("[0-9]{1,9}")) {
      object.put(name, Long.parseLong(text));
    } else {
      problems.add(new FieldProblem(path, "no-number", text));
    }
  }

  private static void flag(String name, String text, ObjectNode object) {
    if (text.isEmpty()) {
      object.remove(name);
    } else {
      object.put(name, text.equals("true"));
    }
  }

  /** A box that is not ticked sends nothing; that it was in the form is told beside it. */
  private void box(String path, String name, ObjectNode object) {
    if (posted.has(path + ".here")) {
      object.put(name, posted.has(path));
    }
  }

  /** What is picked already stays in the order in which it stands. */
  private void picks(String path, String name, ObjectNode object) {
    Set<String> there =
        object.path(name).valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    if (posted.has(path + ".here") && !there.equals(Set.copyOf(posted.all(path)))) {
      ArrayNode picked = object.putArray(name);
      posted.all(path).forEach(picked::add);
    }
  }

  /** No lines are not stated, unless it is said that there are none. */
  private void lines(String path, String name, List<String> lines, ObjectNode object) {
    if (lines.isEmpty() && !posted.has(path + ".none")) {
      object.remove(name);
    } else {
      ArrayNode list = object.putArray(name);
      lines.forEach(list::add);
    }
  }

  private void rows(FormField field, String path, String name, ObjectNode object) {
    Optional<String> here = posted.line(path + ".here");
    if (here.isEmpty()) {
      return;
    }
    JsonNode rows = object.path(name);
    for (int i = 0; i < rows.size(); i++) {
      String prefix = path + "[" + i + "].";
      ObjectNode row = (ObjectNode) rows.get(i);
      field.columns().forEach(column -> read(column, prefix, row));
    }
    if (rows.isEmpty() && posted.has(path + ".none")) {
      object.putArray(name);
    } else if (rows.isEmpty()) {
      object.remove(name);
    }
  }

  private void group(FormField field, String path, String name, ObjectNode object) {
    if (!posted.has(path + ".here")) {
      return;
    }
    ObjectNode group = object.path(name) instanceof ObjectNode there ? there : object.objectNode();
    field.columns().forEach(column -> read(column, path + ".", group));
    boolean isEmpty =
        field.columns().stream()
            .map(column -> group.path(column.name()))
            .allMatch(value -> value.isMissingNode() || value.equals(group.booleanNode(false)));
    if (isEmpty) {
      object.remove(name);
    } else {
      if (field.columns().getFirst().name().equals("agency") && !group.has("agency")) {
        group.put("agency", "");
      }
      object.set(name, group);
    }
  }
}
