package org.openhall.office.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.content.Block;
import org.openhall.office.catalog.Finding.Kind;

/**
 * The text of a law as blocks. The collection writes it in a small part of Markdown: a line is a
 * paragraph, {@code ##} begins a heading, {@code |} a table row, {@code 1.} and a space a list
 * item, and comments are the editors' marks.
 */
final class LawText {
  private static final String HEAD_END = "<!-- INFO END -->";
  private static final Pattern MARK = Pattern.compile("<!--.*?-->");
  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*)");
  private static final Pattern ITEM = Pattern.compile("(\\d{1,3})\\. (.*)");
  private static final Pattern TABLE_RULE =
      Pattern.compile("\\|?(\\s*:?-+:?\\s*\\|)+(\\s*:?-+:?\\s*)?");
  private static final int DEEPEST_HEADING = 4;

  private final Row row;
  private final List<Block> blocks = new ArrayList<>();
  private final List<String> items = new ArrayList<>();
  private final List<String> tableLines = new ArrayList<>();

  private LawText(Row row) {
    this.row = row;
  }

  /** History first, under a heading of its own, then the text. */
  static List<Block> blocks(Row row, List<String> history, String body) throws RefusedRowException {
    LawText text = new LawText(row);
    text.readBody(body);
    List<Block> blocks = historyBlocks(row, history);
    boolean textNeedsHeading =
        !blocks.isEmpty()
            && !text.blocks.isEmpty()
            && !(text.blocks.getFirst() instanceof Block.Heading);
    if (textNeedsHeading) {
      blocks.add(new Block.Heading(1, "正文"));
    }
    blocks.addAll(text.blocks);
    if (text.blocks.isEmpty()) {
      row.note(Kind.NO_TEXT, "body", "");
    }
    return blocks;
  }

  private static List<Block> historyBlocks(Row row, List<String> history)
      throws RefusedRowException {
    List<Block> blocks = new ArrayList<>();
    for (String line : history) {
      String text = row.line("history", line);
      if (!text.isEmpty()) {
        blocks.add(new Block.Paragraph(text));
      }
    }
    if (!blocks.isEmpty()) {
      blocks.addFirst(new Block.Heading(1, "历次修订"));
    }
    return blocks;
  }

  private void readBody(String body) throws RefusedRowException {
    String text = body;
    int headEnd = body.indexOf(HEAD_END);
    if (headEnd >= 0) {
      row.note(Kind.REPEATED_HEAD, "body", body);
      text = body.substring(headEnd + HEAD_END.length());
    }
    for (String line : text.split("\n", -1)) {
      readLine(withoutMarks(line));
    }
    endItems();
    endTable();
  }

  private String withoutMarks(String line) {
    if (!line.contains("<!--")) {
      return line;
    }
    row.note(Kind.EDITOR_MARK, "body", line);
    return MARK.matcher(line).replaceAll("");
  }

  private void readLine(String raw) throws RefusedRowException {
    String line = row.line("body", raw);
    if (line.isEmpty()) {
      return;
    }
    Matcher item = ITEM.matcher(line);
    if (line.startsWith("|")) {
      endItems();
      tableLines.add(line);
    } else if (item.matches() && Integer.parseInt(item.group(1)) == items.size() + 1) {
      endTable();
      items.add(item.group(2));
    } else {
      endItems();
      endTable();
      blocks.add(headingOrParagraph(line));
    }
  }

  private static Block headingOrParagraph(String line) {
    Matcher heading = HEADING.matcher(line);
    if (!heading.matches()) {
      return new Block.Paragraph(line);
    }
    int level = Math.clamp(heading.group(1).length() - 1L, 1, DEEPEST_HEADING);
    return new Block.Heading(level, heading.group(2));
  }

  /** Items count as a list only from 1 and in order; a single "1." is a paragraph. */
  private void endItems() {
    if (items.size() == 1) {
      blocks.add(new Block.Paragraph("1. " + items.getFirst()));
    } else if (!items.isEmpty()) {
      blocks.add(new Block.ItemList(true, items));
    }
    items.clear();
  }

  private void endTable() {
    if (tableLines.isEmpty()) {
      return;
    }
    boolean hasHeader = tableLines.size() > 1 && TABLE_RULE.matcher(tableLines.get(1)).matches();
    List<Block.Row> rows = new ArrayList<>();
    for (String line : tableLines) {
      if (!TABLE_RULE.matcher(line).matches()) {
        rows.add(tableRow(line, hasHeader && rows.isEmpty()));
      }
    }
    blocks.add(new Block.Table(null, rows));
    tableLines.clear();
  }

  private static Block.Row tableRow(String line, boolean header) {
    String inner = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
    List<Block.Cell> cells = new ArrayList<>();
    for (String cell : inner.split("\\|", -1)) {
      cells.add(new Block.Cell(cell.strip(), 1, 1, header));
    }
    return new Block.Row(cells);
  }
}
