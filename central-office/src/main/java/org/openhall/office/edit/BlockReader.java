package org.openhall.office.edit;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lays what a form has sent over the blocks of a body; those that it did not show stay. */
final class BlockReader {
  private final Posted posted;

  BlockReader(Posted posted) {
    this.posted = posted;
  }

  void read(String path, ArrayNode blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof ObjectNode block) {
        block(path + "[" + i + "]", block);
      }
    }
  }

  private void block(String path, ObjectNode block) {
    switch (block.path("kind").asString("")) {
      case "heading" -> {
        posted.line(path + ".text").ifPresent(text -> block.put("text", text));
        posted
            .line(path + ".level")
            .filter(level -> level.matches("[1-4]"))
            .ifPresent(level -> block.put("level", Integer.parseInt(level)));
      }
      case "paragraph" -> posted.line(path + ".text").ifPresent(text -> block.put("text", text));
      case "list" -> list(path, block);
      case "table" -> table(path, block);
      case "image" -> caption(path, block);
      default -> {
        // a file is renamed where it is attached; what we do not know stays
      }
    }
  }

  private void list(String path, ObjectNode block) {
    posted.lines(path + ".items").ifPresent(lines -> put(block.putArray("items"), lines));
    if (posted.has(path + ".ordered.here")) {
      block.put("ordered", posted.has(path + ".ordered"));
    }
  }

  private static void put(ArrayNode list, List<String> lines) {
    lines.forEach(list::add);
  }

  private void caption(String path, ObjectNode block) {
    posted
        .line(path + ".caption")
        .ifPresent(caption -> {
          if (caption.isEmpty()) {
            block.remove("caption");
          } else {
            block.put("caption", caption);
          }
        });
  }

  private void table(String path, ObjectNode block) {
    caption(path, block);
    JsonNode rows = block.path("rows");
    for (int r = 0; r < rows.size(); r++) {
      JsonNode cells = rows.get(r).path("cells");
      for (int c = 0; c < cells.size(); c++) {
        ObjectNode cell = (ObjectNode) cells.get(c);
        posted
            .line(path + ".rows[" + r + "].cells[" + c + "].text")
            .ifPresent(text -> cell.put("text", text));
      }
    }
  }
}
