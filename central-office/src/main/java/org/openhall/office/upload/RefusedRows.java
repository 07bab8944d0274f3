package org.openhall.office.upload;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openhall.office.catalog.RefusedRowException;
import org.openhall.office.table.SafeCells;
import org.openhall.office.table.TableRow;
import org.openhall.office.text.Messages;
import tools.jackson.databind.JsonNode;

/**
 * The rows that were not taken, as a table with the reason beside them: it is corrected and brought
 * again.
 */
final class RefusedRows implements AutoCloseable {
  private final Messages messages;
  private final Mapping mapping;
  private final OutputStream out;
  private final SafeCells.Rows rows;

  RefusedRows(Path file, List<String> columns, Mapping mapping, Messages messages)
      throws IOException {
    this.messages = messages;
    this.mapping = mapping;
    this.out = new BufferedOutputStream(Files.newOutputStream(file));
    this.rows = SafeCells.csv(out);
    List<String> heading = new ArrayList<>(columns);
    heading.add(messages.text("upload.refused-row"));
    heading.add(messages.text("upload.refused-why"));
    rows.add(heading);
  }

  void add(TableRow row, RefusedRowException reason) throws IOException {
    List<String> cells = new ArrayList<>();
    for (JsonNode cell : row.cells()) {
      cells.add(cell.isString() ? cell.stringValue() : cell.isNull() ? "" : cell.toString());
    }
    cells.add(Integer.toString(row.number()));
    String column = reason.field().isEmpty() ? "" : mapping.columnOf(reason.field()) + "：";
    String detail = reason.detail().isEmpty() ? "" : "（" + reason.detail() + "）";
    cells.add(column + messages.text("finding." + reason.kind().code()) + detail);
    rows.add(cells);
  }

  @Override
  public void close() throws IOException {
    rows.close();
    out.close();
  }
}
