package org.openhall.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a body. A closed, small model: no HTML, no styling. */
public sealed interface Block {

  /**
   * A heading.
   *
   * @param level 1 (chapter) to 4
   */
  record Heading(int level, String text) implements Block {}

  /** A paragraph; its text has no line breaks. */
  record Paragraph(String text) implements Block {}

  /** A list of items, numbered or not. */
  record ItemList(boolean ordered, List<String> items) implements Block {
    public ItemList {
      items = List.copyOf(items);
    }
  }

  /** A table; each row lists only the cells that begin in it, as in HTML. */
  record Table(@Nullable String caption, List<Row> rows) implements Block {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /** One row of a {@link Table}. */
  record Row(List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One cell.
   *
   * @param rowSpan rows covered, 1 and up
   * @param colSpan columns covered, 1 and up
   * @param header true for a heading cell
   */
  record Cell(String text, int rowSpan, int colSpan, boolean header) {}

  /** A picture in the text, with its caption. */
  record Image(Attachment file, @Nullable String caption) implements Block {}

  /** A file that is offered at this place of the text. */
  record AttachedFile(Attachment file) implements Block {}

  /** A block of a kind that this version does not know: canonical JSON, carried unchanged. */
  record UnknownBlock(String json) implements Block {}
}
