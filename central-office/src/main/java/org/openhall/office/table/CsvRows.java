package org.openhall.office.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BoundedInputStream;

/** A text file with separators: comma, semicolon, tab or bar, whichever the heading has most of. */
final class CsvRows implements TableRows {
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|', '，', '；');
  private static final int HEAD = 1 << 16;

  private final BoundedInputStream bytes;
  private final long length;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Heading heading;

  private CsvRows(Path path, Charset charset, char separator)
      throws BadTableException, IOException {
    this.length = Files.size(path);
    this.bytes = BoundedInputStream.builder().setPath(path).get();
    this.parser =
        CSVParser.builder()
            .setReader(Characters.reader(bytes, charset))
            .setFormat(
                CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get())
            .get();
    this.records = parser.iterator();
    this.heading = heading();
  }

  static CsvRows open(Path path) throws BadTableException, IOException {
    Charset charset = Characters.of(path);
    return new CsvRows(path, charset, separator(path, charset));
  }

  private static char separator(Path path, Charset charset) throws IOException {
    try (InputStream in = Files.newInputStream(path);
        BufferedReader reader = new BufferedReader(Characters.reader(in, charset))) {
      char[] head = new char[HEAD];
      int read = Math.max(0, reader.read(head));
      return mostFrequent(new String(head, 0, read));
    }
  }

  /** Within the first lines, outside quotation marks. */
  private static char mostFrequent(String head) {
    String plain = head.replaceAll("\"[^\"]*\"", "");
    int most = 0;
    char separator = ',';
    for (char candidate : SEPARATORS) {
      int inLine =
          plain
              .lines()
              .limit(5)
              .mapToInt(line -> (int) line.chars().filter(c -> c == candidate).count())
              .max()
              .orElse(0);
      if (inLine > most) {
        most = inLine;
        separator = candidate;
      }
    }
    return separator;
  }

  private Heading heading() throws BadTableException, IOException {
    List<String> only = List.of();
    while (hasNext()) {
      List<String> cells = records.next().toList();
      if (Heading.isHeading(cells)) {
        return Heading.of(cells);
      }
      only = only.isEmpty() ? cells : only;
    }
    throw new BadTableException(only.isEmpty() ? "empty" : "one-column", String.join(" ", only));
  }

  @Override
  public List<String> columns() {
    return heading.names();
  }

  @Override
  public Optional<TableRow> next() throws BadTableException, IOException {
    while (hasNext()) {
      CSVRecord row = records.next();
      List<String> cells = row.toList();
      if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
        int number = Math.toIntExact(row.getRecordNumber());
        return Optional.of(new TableRow(number, heading.under(cells)));
      }
    }
    return Optional.empty();
  }

  /** The parser reads ahead here, so a broken quotation shows here. */
  private boolean hasNext() throws BadTableException, IOException {
    try {
      return records.hasNext();
    } catch (UncheckedIOException e) {
      throw new BadTableException(
          "csv", parser.getCurrentLineNumber(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public double fractionRead() {
    return length == 0 ? 1 : Math.min(1, (double) bytes.getCount() / length);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
