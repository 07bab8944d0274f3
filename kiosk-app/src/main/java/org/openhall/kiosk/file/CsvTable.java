package org.openhall.kiosk.file;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table in a text file: UTF-8, or GB 18030 as Chinese office programs write it. */
final class CsvTable {
  private static final int MOST_ROWS = 1_000;
  private static final int MOST_COLUMNS = 40;
  private static final int LONGEST_CELL = 500;
  private static final long LONGEST_FILE = 4L << 20;
  private static final String MARK = "\uFEFF";

  private CsvTable() {}

  static Opened read(Path file) throws IOException {
    if (Files.size(file) > LONGEST_FILE) {
      return new Opened.TooLarge();
    }
    List<List<String>> rows = new ArrayList<>();
    boolean cut = false;
    try (CSVParser parser = CSVFormat.DEFAULT.parse(new StringReader(text(file)))) {
      for (CSVRecord record : parser) {
        if (rows.size() == MOST_ROWS) {
          return new Opened.Table(rows, true);
        }
        cut |= record.size() > MOST_COLUMNS;
        rows.add(cells(record));
      }
    }
    return rows.isEmpty() ? new Opened.Broken() : new Opened.Table(rows, cut);
  }

  private static List<String> cells(CSVRecord record) {
    return record.stream().limit(MOST_COLUMNS).map(CsvTable::shown).toList();
  }

  private static String shown(String cell) {
    String line = cell.strip().replaceAll("\\s*\\R\\s*", " ");
    return line.length() <= LONGEST_CELL
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_CELL / 2)) + "…";
  }

  private static String text(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
      return text.startsWith(MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return Charset.forName("GB18030").newDecoder().decode(bytes).toString();
    }
  }
}
