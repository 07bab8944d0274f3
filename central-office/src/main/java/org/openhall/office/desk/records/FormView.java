package org.openhall.office.desk.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openhall.office.desk.records.FieldView.Choice;
import org.openhall.office.edit.FormField;
import org.openhall.office.edit.FormField.Kind;
import org.openhall.office.edit.FormShape;
import org.openhall.office.edit.RecordForm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A form with what stands in it, ready to be drawn. */
final class FormView {
  /** Blocks of a body that one page shows. */
  static final int BLOCKS = 60;

  private final RecordForm form;
  private final FieldWords words;
  private final Map<String, String> departments;
  private final int firstBlock;

  /**
   * @param departments id → name
   * @param firstBlock of a body that is shown, 0 and up
   */
  FormView(RecordForm form, FieldWords words, Map<String, String> departments, int firstBlock) {
    this.form = form;
    this.words = words;
    this.departments = departments;
    this.firstBlock = firstBlock;
  }

  /** Fields under one heading. */
  public record Section(String key, List<FieldView> fields) {}

  List<Section> sections() {
    return form.shape().sections().stream().map(this::section).toList();
  }

  private Section section(FormShape.Section section) {
    return new Section(
        section.key(),
        section.fields().stream()
            .map(field -> field(field, field.name(), at(field.name())))
            .toList());
  }

  private JsonNode at(String name) {
    return form.json().at("/" + name.replace('.', '/'));
  }

  private FieldView field(FormField field, String path, JsonNode value) {
    return new FieldView(
        path,
        words.label(path),
        field,
        text(value),
        choices(field, value),
        value.isArray() && value.isEmpty(),
        rows(field, path, value),
        field.kind() == Kind.BLOCKS ? blocks(path, value) : List.of());
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.isContainer() ? "" : value.asString("");
    }
    return value
        .valueStream()
        .map(one -> one.isObject() ? one.path("label").asString("") : one.asString(""))
        .collect(Collectors.joining("\n"));
  }

  private List<Choice> choices(FormField field, JsonNode value) {
    return switch (field.kind()) {
      case CHOICE ->
          field.choices().stream()
              .map(one -> new Choice(one, words.value(one), one.equals(value.asString(""))))
              .toList();
      case PICKS ->
          field.choices().stream()
              .map(one -> new Choice(one, words.value(one), holds(value, one)))
              .toList();
      case FLAG ->
          Stream.of("true", "false")
              .map(one -> new Choice(one, words.value(one), one.equals(value.asString(""))))
              .toList();
      case DEPARTMENT -> departments(value.asString(""));
      case WHEN -> situations(value);
      default -> field.choices().stream().map(one -> new Choice(one, one, false)).toList();
    };
  }

  private static boolean holds(JsonNode list, String text) {
    return list.valueStream().anyMatch(one -> one.asString("").equals(text));
  }

  /** One that the catalogue does not have stays, by its id. */
  private List<Choice> departments(String chosen) {
    List<Choice> choices = new ArrayList<>();
    if (!chosen.isEmpty() && !departments.containsKey(chosen)) {
      choices.add(new Choice(chosen, chosen, true));
    }
    departments.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(one -> new Choice(one.getKey(), one.getValue(), one.getKey().equals(chosen)))
        .forEach(choices::add);
    return choices;
  }

  private List<Choice> situations(JsonNode clauses) {
    List<Choice> choices = new ArrayList<>();
    for (JsonNode situation : form.json().path("situations")) {
      String question = situation.path("id").asString("");
      for (JsonNode answer : situation.path("choices")) {
        String id = answer.path("id").asString("");
        choices.add(
            new Choice(
                question + "/" + id,
                situation.path("question").asString("") + " " + answer.path("label").asString(""),
                isTicked(clauses, question, id)));
      }
    }
    return choices;
  }

  private static boolean isTicked(JsonNode clauses, String question, String answer) {
    return clauses
        .valueStream()
        .filter(clause -> clause.path("question").asString("").equals(question))
        .anyMatch(clause -> holds(clause.path("choices"), answer));
  }

  private List<List<FieldView>> rows(FormField field, String path, JsonNode value) {
    if (field.kind() == Kind.GROUP) {
      return List.of(columns(field, path, value));
    } else if (field.kind() != Kind.ROWS) {
      return List.of();
    }
    return IntStream.range(0, value.size())
        .mapToObj(i -> columns(field, path + "[" + i + "]", value.get(i)))
        .toList();
  }

  private List<FieldView> columns(FormField field, String path, JsonNode row) {
    return field.columns().stream()
        .map(column -> field(column, path + "." + column.name(), row.path(column.name())))
        .toList();
  }

  private List<BlockView> blocks(String path, JsonNode blocks) {
    return IntStream.range(firstBlock, Math.min(firstBlock + BLOCKS, blocks.size()))
        .mapToObj(i -> block(i, path + "[" + i + "]", blocks.get(i)))
        .toList();
  }

  private static BlockView block(int index, String path, JsonNode block) {
    List<List<BlockView.Cell>> rows = table(path, block.path("rows"));
    return new BlockView(
        index,
        path,
        block.path("kind").asString(""),
        block.has("items") ? text(block.path("items")) : text(said(block)),
        block.path("level").asInt(1),
        block.path("ordered").asBoolean(false),
        block.path("caption").asString(""),
        rows,
        rows.stream()
            .flatMap(List::stream)
            .anyMatch(cell -> cell.rowSpan() > 1 || cell.colSpan() > 1));
  }

  private static JsonNode said(JsonNode block) {
    JsonNode text = block.path("text");
    return text instanceof MissingNode ? block.path("file").path("name") : text;
  }

  private static List<List<BlockView.Cell>> table(String path, JsonNode rows) {
    List<List<BlockView.Cell>> table = new ArrayList<>();
    for (JsonNode row : rows) {
      String at = path + ".rows[" + table.size() + "].cells[";
      JsonNode cells = row.path("cells");
      table.add(
          IntStream.range(0, cells.size())
              .mapToObj(i -> cell(at + i + "].text", cells.get(i)))
              .toList());
    }
    return table;
  }

  private static BlockView.Cell cell(String path, JsonNode cell) {
    return new BlockView.Cell(
        path,
        cell.path("text").asString(""),
        cell.path("header").asBoolean(false),
        cell.path("rowSpan").asInt(1),
        cell.path("colSpan").asInt(1));
  }
}
