package org.openhall.office.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.nodes.Element;

/** A table of a page; a cell that covers several rows or columns says the same in all of them. */
final class HtmlTable implements TableRows {
  private static final int MOST_SPAN = 1_000;

  private final List<List<String>> rows;
  private final Heading heading;
  private int next;

  HtmlTable(List<List<String>> rows) throws BadTableException {
    this.rows = rows;
    while (next < rows.size() && !Heading.isHeading(distinct(rows.get(next)))) {
      next++;
    }
    if (next == rows.size()) {
      throw new BadTableException("empty", "");
    }
    this.heading = Heading.of(rows.get(next++));
  }

  /** A title over all columns is one cell. */
  private static List<String> distinct(List<String> cells) {
    return cells.stream().distinct().toList();
  }

  /** The texts of a table, row by row. */
  static List<List<String>> rows(Element table) {
    List<List<String>> rows = new ArrayList<>();
    Map<Integer, Covered> covered = new TreeMap<>(); // column → what comes down into it
    for (Element tr : table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr")) {
      rows.add(row(tr, covered));
    }
    return rows;
  }

  /** A cell from above: its text, and how many rows more. */
  private record Covered(String text, int rows) {}

  private static List<String> row(Element tr, Map<Integer, Covered> covered) {
    List<String> row = new ArrayList<>();
    for (Element cell : tr.select("> th, > td")) {
      fill(row, covered);
      int rowSpan = span(cell, "rowspan");
      int colSpan = Math.min(span(cell, "colspan"), TableFile.MOST_COLUMNS + 1 - row.size());
      for (int i = 0; i < colSpan; i++) {
        if (rowSpan > 1) {
          covered.put(row.size(), new Covered(cell.text(), rowSpan - 1));
        }
        row.add(cell.text());
      }
    }
    fill(row, covered);
    return row;
  }

  private static void fill(List<String> row, Map<Integer, Covered> covered) {
    Covered above = covered.remove(row.size());
    while (above != null) {
      if (above.rows() > 1) {
        covered.put(row.size(), new Covered(above.text(), above.rows() - 1));
      }
      row.add(above.text());
      above = covered.get(row.size()) == null ? null : covered.remove(row.size());
    }
  }

  private static int span(Element cell, String attribute) {
    String value = cell.attr(attribute).strip();
    return value.matches("[1-9]\\d{0,3}") ? Math.min(Integer.parseInt(value), MOST_SPAN) : 1;
  }

  @Override
  public List<String> columns() {
    return heading.names();
  }

  @Override
  public Optional<TableRow> next() {
    while (next < rows.size()) {
      List<String> cells = rows.get(next++);
      if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
        return Optional.of(new TableRow(next, heading.under(cells)));
      }
    }
    return Optional.empty();
  }

  @Override
  public double fractionRead() {
    return (double) next / rows.size();
  }

  @Override
  public void close() {
    // the page was read at once
  }
}
