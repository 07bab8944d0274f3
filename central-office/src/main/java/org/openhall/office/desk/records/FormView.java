package org.openhall.office.desk.records;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  private final FieldChoices choices;
  private final int firstBlock;

  /**
   * @param firstBlock of a body that is shown, 0 and up
   */
  FormView(RecordForm form, FieldWords words, FieldChoices choices, int firstBlock) {
    this.form = form;
    this.words = words;
    this.choices = choices;
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
            .map(field -> field(field, field.name(), form.json(), at(field.name())))
            .toList());
  }

  private JsonNode at(String name) {
    return form.json().at("/" + name.replace('.', '/'));
  }

  private FieldView field(FormField field, String path, JsonNode around, JsonNode value) {
    return new FieldView(
        path,
        words.label(path),
        field,
        text(value),
        choices.of(field, around, value),
        value.isArray() && value.isEmpty(),
        rows(field, path, value),
        field.kind() == Kind.BLOCKS ? blocks(path, value) : List.of(),
        files(field, value));
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

  private static List<FileView> files(FormField field, JsonNode value) {
    return switch (field.kind()) {
      case FILES -> value.valueStream().map(FileView::of).toList();
      case FILE -> value.isObject() ? List.of(FileView.of(value)) : List.of();
      default -> List.of();
    };
  }

  private List<List<FieldView>> rows(FormField field, String path, JsonNode value) {
    if (field.kind() == Kind.GROUP || (field.kind() == Kind.FILE && value.isObject())) {
      return List.of(columns(field, path, value));
    } else if (field.kind() != Kind.ROWS && field.kind() != Kind.FILES) {
      return List.of();
    }
    return IntStream.range(0, value.size())
        .mapToObj(i -> columns(field, path + "[" + i + "]", value.get(i)))
        .toList();
  }

  private List<FieldView> columns(FormField field, String path, JsonNode row) {
    return field.columns().stream()
        .map(column -> field(column, path + "." + column.name(), row, row.path(column.name())))
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
