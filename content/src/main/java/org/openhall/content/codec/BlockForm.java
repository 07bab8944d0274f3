package org.openhall.content.codec;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.openhall.content.Block;

/** The JSON form of body blocks, told apart by {@code kind}. */
final class BlockForm {
  private static final Map<String, Class<? extends Block>> KINDS =
      Map.of(
          "heading", Block.Heading.class,
          "paragraph", Block.Paragraph.class,
          "list", Block.ItemList.class,
          "table", Block.Table.class,
          "image", Block.Image.class,
          "attachment", Block.AttachedFile.class);

  private BlockForm() {}

  static Block read(Fields f) throws MalformedRecordException {
    String kind = f.text("kind");
    Class<? extends Block> type = KINDS.get(kind);
    return type == null ? unknown(kind, f) : Shape.read(type, f);
  }

  private static Block unknown(String kind, Fields f) {
    Map<String, Object> all = f.takeRest();
    all.put("kind", kind);
    return new Block.UnknownBlock(new String(Json.write(all), StandardCharsets.UTF_8));
  }

  static Block.Cell readCell(Fields f) throws MalformedRecordException {
    boolean header = f.optionalValue("header", Values.of(boolean.class)).equals(Optional.of(true));
    return new Block.Cell(f.text("text"), span(f, "rowSpan"), span(f, "colSpan"), header);
  }

  private static int span(Fields f, String name) throws MalformedRecordException {
    int covered = (Integer) f.optionalValue(name, Values.of(int.class)).orElse(1);
    if (covered < 1) {
      throw f.fault(name, "must be 1 or more");
    }
    return covered;
  }

  static Map<String, Object> write(Block block) {
    if (block instanceof Block.UnknownBlock unknown) {
      return Json.parse(unknown.json());
    }
    return Shape.write((Record) block).with("kind", kindOf(block)).json();
  }

  private static String kindOf(Block block) {
    return KINDS.entrySet().stream()
        .filter(e -> e.getValue().isInstance(block))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  static Map<String, Object> writeCell(Block.Cell cell) {
    Members members = new Members().with("text", cell.text());
    if (cell.rowSpan() != 1) {
      members.with("rowSpan", cell.rowSpan());
    }
    if (cell.colSpan() != 1) {
      members.with("colSpan", cell.colSpan());
    }
    return (cell.header() ? members.with("header", true) : members).json();
  }
}
