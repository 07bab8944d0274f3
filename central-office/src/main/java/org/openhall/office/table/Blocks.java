package org.openhall.office.table;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The text of a page as blocks of a record's body, in their JSON form. */
final class Blocks {
  private static final Set<String> CONTAINERS =
      Set.of("body", "div", "section", "blockquote", "p", "li");
  private static final int DEEPEST_HEADING = 4;

  private final ArrayNode blocks = JsonMapper.shared().createArrayNode();
  private final StringBuilder line = new StringBuilder();

  private Blocks() {}

  /** The blocks of an element of which only structure is left. */
  static ArrayNode of(Element element) {
    Blocks blocks = new Blocks();
    blocks.inside(element);
    blocks.endLine();
    return blocks.blocks;
  }

  private void inside(Element element) {
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text) {
        line.append(text.text());
      } else if (node instanceof Element child) {
        element(child);
      }
    }
  }

  private void element(Element element) {
    String name = element.normalName();
    if (CONTAINERS.contains(name) || name.equals("br")) {
      endLine();
      inside(element);
      endLine();
    } else if (name.matches("h[1-6]")) {
      endLine();
      heading(element, name.charAt(1) - '0');
    } else if (name.equals("ul") || name.equals("ol")) {
      endLine();
      list(element, name.equals("ol"));
    } else if (name.equals("table")) {
      endLine();
      table(element);
    } else {
      inside(element);
    }
  }

  private void heading(Element element, int level) {
    if (!element.text().isBlank()) {
      blocks
          .addObject()
          .put("kind", "heading")
          .put("level", Math.min(level, DEEPEST_HEADING))
          .put("text", element.text());
    }
  }

  private void list(Element list, boolean ordered) {
    List<String> items = list.select("li").eachText();
    if (!items.isEmpty()) {
      ArrayNode array =
          blocks.addObject().put("kind", "list").put("ordered", ordered).putArray("items");
      items.forEach(array::add);
    }
  }

  private void table(Element table) {
    ObjectNode block = blocks.addObject().put("kind", "table");
    String caption = table.select("caption").text();
    if (!caption.isBlank()) {
      block.put("caption", caption);
    }
    ArrayNode rows = block.putArray("rows");
    for (Element tr : table.select("tr")) {
      ArrayNode cells = rows.addObject().putArray("cells");
      for (Element cell : tr.select("> th, > td")) {
        ObjectNode node = cells.addObject().put("text", cell.text());
        span(node, "rowSpan", cell.attr("rowspan"));
        span(node, "colSpan", cell.attr("colspan"));
        if (cell.normalName().equals("th")) {
          node.put("header", true);
        }
      }
    }
  }

  private static void span(ObjectNode cell, String name, String value) {
    if (value.strip().matches("[1-9]\\d{0,2}")) {
      cell.put(name, Integer.parseInt(value.strip()));
    }
  }

  private void endLine() {
    String text = line.toString().replaceAll("[\\s\\u00A0\\u3000]+", " ").strip();
    line.setLength(0);
    if (!text.isEmpty()) {
      blocks.addObject().put("kind", "paragraph").put("text", text);
    }
  }
}
