package org.openhall.office.desk.records;

import java.util.List;

/**
 * A block of a body as it is shown in a form.
 *
 * @param kind heading, paragraph, list, table, image, attachment; others are only told
 * @param text its text, the lines of a list, or the name of a file
 * @param level of a heading, 1 to 4
 * @param isOrdered of a list
 * @param caption of a table or picture
 * @param rows of a table
 * @param hasSpans whether cells of it go over several rows or columns
 */
public record BlockView(
    int index,
    String path,
    String kind,
    String text,
    int level,
    boolean isOrdered,
    String caption,
    List<List<Cell>> rows,
    boolean hasSpans) {

  /** A cell: by which path it is sent, what stands in it, how far it goes. */
  public record Cell(String path, String text, boolean isHead, int rowSpan, int colSpan) {}

  /** The id of its first control. */
  public String id() {
    return FieldView.idOf(path);
  }

  /** Lines of a box that shows all of the text, within reason. */
  public int height() {
    long lines = text.lines().mapToLong(line -> 1 + line.length() / 55).sum();
    return Math.clamp(lines, 2, 14);
  }

  /** Columns of a table. */
  public int width() {
    return rows.stream().mapToInt(List::size).max().orElse(0);
  }
}
