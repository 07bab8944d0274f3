package org.openhall.office.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Tables that the office hands out. What stands in a record was written by others: a cell that
 * begins like a formula would be run by the reader's spreadsheet.
 */
public final class SafeCells {
  /** With it, spreadsheets know that this is UTF-8. */
  public static final String MARK = "\uFEFF";

  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private SafeCells() {}

  /** A line of CSV without its end, in which no cell is taken for a formula. */
  public static String csv(List<String> cells) {
    Object[] safe = cells.stream().map(SafeCells::safe).toArray();
    return CSVFormat.DEFAULT.format(safe);
  }

  private static String safe(String cell) {
    boolean isFormula = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    String line = cell.replaceAll("[\\r\\n]+", " ");
    return isFormula ? "'" + line : line;
  }

  /** Takes row after row. */
  public interface Rows extends AutoCloseable {
    void add(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;
  }

  /** CSV for spreadsheets, with a mark; closing it does not close the stream. */
  public static Rows csv(OutputStream out) throws IOException {
    out.write(MARK.getBytes(StandardCharsets.UTF_8));
    return new Rows() {
      @Override
      public void add(List<String> cells) throws IOException {
        out.write((csv(cells) + "\r\n").getBytes(StandardCharsets.UTF_8));
      }

      @Override
      public void close() throws IOException {
        out.flush();
      }
    };
  }

  /**
   * A workbook of one sheet. Every cell is a text by its type and by its format, so that it stays
   * one when somebody edits it.
   */
  public static Rows xlsx(OutputStream out, String name) {
    Workbook workbook = new Workbook(out, "OpenHall", "1.0");
    Worksheet sheet = workbook.newWorksheet(name);
    return new Rows() {
      private int row;

      @Override
      public void add(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
          sheet.value(row, column, cells.get(column));
          sheet.style(row, column).format("@").set();
        }
        row++;
        if (row % 1_000 == 0) {
          sheet.flush();
        }
      }

      @Override
      public void close() throws IOException {
        workbook.finish();
      }
    };
  }
}
