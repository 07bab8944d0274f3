package org.openhall.office.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openhall.office.file.FileKind;

/**
 * A file with tables in it, that passed the gate.
 *
 * @param kind CSV, XLSX, JSON or HTML
 * @param path where it lies
 */
public record TableFile(FileKind kind, Path path) {
  /** Columns of a table. */
  static final int MOST_COLUMNS = 300;

  /** Characters of a cell. */
  static final int LONGEST_CELL = 2_000_000;

  /** What in the file can be read, by name: sheets, tables of a page, or the one table there is. */
  public List<String> parts() throws BadTableException, IOException {
    return switch (kind) {
      case XLSX -> XlsxRows.sheets(path);
      case HTML -> HtmlPage.read(path).parts();
      default -> List.of("");
    };
  }

  /**
   * Opens one of these.
   *
   * @param part its place in {@link #parts}
   */
  public TableRows open(int part) throws BadTableException, IOException {
    return switch (kind) {
      case CSV, TEXT -> CsvRows.open(path);
      case XLSX -> XlsxRows.open(path, part);
      case JSON -> JsonRows.open(path);
      case HTML -> HtmlPage.read(path).open(part);
      default -> throw new BadTableException("kind", kind);
    };
  }
}
