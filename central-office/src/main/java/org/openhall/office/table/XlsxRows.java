package org.openhall.office.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A sheet of a workbook, row by row; of a formula counts what its program last worked out. */
final class XlsxRows implements TableRows {
  private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

  /** What is written as a date: a year, a month or a day outside brackets and quotation marks. */
  private static final Pattern DATE = Pattern.compile("[ymdYMD年月日]");

  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|General");

  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final Heading heading;
  private int read;
  private int last = 1;

  private XlsxRows(ReadableWorkbook workbook, Sheet sheet) throws BadTableException, IOException {
    this.workbook = workbook;
    this.stream = sheet.openStream();
    this.rows = stream.iterator();
    this.heading = heading();
  }

  /** The sheets that are shown. */
  static List<String> sheets(Path path) throws BadTableException, IOException {
    try (ReadableWorkbook workbook = open(path)) {
      return shown(workbook).stream().map(Sheet::getName).toList();
    }
  }

  private static List<Sheet> shown(ReadableWorkbook workbook) {
    return workbook
        .getSheets()
        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
        .toList();
  }

  private static ReadableWorkbook open(Path path) throws BadTableException, IOException {
    try {
      return new ReadableWorkbook(path.toFile(), OPTIONS);
    } catch (ExcelReaderException e) {
      throw new BadTableException("xlsx", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      if (e.getCause() instanceof ZipException torn) {
        throw new BadTableException("xlsx", String.valueOf(torn.getMessage()));
      }
      throw e;
    }
  }

  static XlsxRows open(Path path, int part) throws BadTableException, IOException {
    ReadableWorkbook workbook = open(path);
    try {
      List<Sheet> sheets = shown(workbook);
      if (part < 0 || part >= sheets.size()) {
        throw new BadTableException("part", part + 1, sheets.size());
      }
      return new XlsxRows(workbook, sheets.get(part));
    } catch (BadTableException | IOException e) {
      workbook.close();
      throw e;
    }
  }

  private Heading heading() throws BadTableException, IOException {
    while (hasNext()) {
      List<String> cells = texts(rows.next());
      if (Heading.isHeading(cells)) {
        return Heading.of(cells);
      }
    }
    throw new BadTableException("empty", "");
  }

  @Override
  public List<String> columns() {
    return heading.names();
  }

  @Override
  public Optional<TableRow> next() throws BadTableException, IOException {
    while (hasNext()) {
      Row row = rows.next();
      read = row.getRowNum();
      List<String> cells = texts(row);
      if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
        return Optional.of(new TableRow(read, heading.under(cells)));
      }
    }
    last = read;
    return Optional.empty();
  }

  private boolean hasNext() throws BadTableException {
    try {
      return rows.hasNext();
    } catch (ExcelReaderException e) {
      throw new BadTableException("xlsx", String.valueOf(e.getMessage()));
    }
  }

  private static List<String> texts(Row row) throws BadTableException {
    if (row.getCellCount() > 20 * TableFile.MOST_COLUMNS) {
      throw new BadTableException("columns", row.getCellCount(), TableFile.MOST_COLUMNS);
    }
    List<String> texts = new ArrayList<>();
    for (Cell cell : row) {
      texts.add(cell == null ? "" : text(cell));
    }
    return texts;
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER || isNumber(cell)) {
      return isDate(cell) ? date(cell.asDate()) : number(cell.asNumber());
    }
    Object value = cell.getValue();
    return value == null ? "" : cell.getText();
  }

  private static boolean isNumber(Cell cell) {
    return cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal;
  }

  /** By its format; those of 27–36 and 50–58 are the Chinese ones (ISO/IEC 29500-1, 18.8.30). */
  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id != null && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
      return true;
    }
    String format = cell.getDataFormatString();
    return format != null && DATE.matcher(LITERAL.matcher(format).replaceAll("")).find();
  }

  private static String date(LocalDateTime date) {
    boolean isDay = date.toLocalTime().equals(LocalTime.MIDNIGHT);
    return isDay ? date.toLocalDate().toString() : date.toString().replace('T', ' ');
  }

  /** Without an exponent: item codes are often typed as numbers. */
  private static String number(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** A workbook does not say how many rows it has. */
  @Override
  public double fractionRead() {
    return last > 1 ? 1 : 1 - 1 / (1 + read / 10_000.0);
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
