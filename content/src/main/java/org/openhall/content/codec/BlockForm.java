package org.openhall.content.codec;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.openhall.content.Block;

/** The JSON form of body blocks, told apart by {@code kind}. */
final class BlockForm {
  private BlockForm() {}

  static Block read(Fields f) throws MalformedRecordException {
    String kind = f.text("kind");
    return switch (kind) {
      case "heading" -> new Block.Heading(f.number("level"), f.text("text"));
      case "paragraph" -> new Block.Paragraph(f.text("text"));
      case "list" -> new Block.ItemList(f.flag("ordered"), f.texts("items"));
      case "table" -> new Block.Table(f.textOrNull("caption"), f.list("rows", BlockForm::readRow));
      default -> unknown(kind, f);
    };
  }

  private static Block unknown(String kind, Fields f) {
    Map<String, Object> all = f.takeRest();
    all.put("kind", kind);
    return new Block.UnknownBlock(new String(Json.write(all), StandardCharsets.UTF_8));
  }

  private static Block.Row readRow(Fields f) throws MalformedRecordException {
    return new Block.Row(f.list("cells", BlockForm::readCell));
  }

  private static Block.Cell readCell(Fields f) throws MalformedRecordException {
    return new Block.Cell(f.text("text"), span(f, "rowSpan"), span(f, "colSpan"), f.flag("header"));
  }

  private static int span(Fields f, String name) throws MalformedRecordException {
    Integer span = f.numberOrNull(name);
    if (span != null && span < 1) {
      throw f.fault(name, "must be 1 or more");
    }
    return span == null ? 1 : span;
  }

  static Map<String, Object> write(Block block) {
    return switch (block) {
      case Block.Heading heading ->
          kind("heading").with("level", heading.level()).with("text", heading.text()).json();
      case Block.Paragraph paragraph -> kind("paragraph").with("text", paragraph.text()).json();
      case Block.ItemList list ->
          kind("list").with("ordered", list.ordered()).with("items", list.items()).json();
      case Block.Table table ->
          kind("table")
              .with("caption", table.caption())
              .with("rows", table.rows(), BlockForm::writeRow)
              .json();
      case Block.UnknownBlock unknown -> Json.parse(unknown.json());
    };
  }

  private static Members kind(String kind) {
    return new Members().with("kind", kind);
  }

  private static Map<String, Object> writeRow(Block.Row row) {
    return new Members().with("cells", row.cells(), BlockForm::writeCell).json();
  }

  private static Map<String, Object> writeCell(Block.Cell cell) {
    return new Members()
        .with("text", cell.text())
        .withUnless(1, "rowSpan", cell.rowSpan())
        .withUnless(1, "colSpan", cell.colSpan())
        .withUnless(false, "header", cell.header())
        .json();
  }
}
