package org.openhall.office.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.RecordHeader;
import org.openhall.content.UnknownFields;
import org.openhall.office.catalog.Finding.Kind;
import org.openhall.office.catalog.Governments.Government;
import org.openhall.office.text.Trouble;

/**
 * Titles of disclosed documents, CSV with a heading: {@code source,title,doc_number,date_written,
 * date_published,url}. The key of a row is its url.
 */
final class TitlesImporter implements Importer {
  static final List<String> COLUMNS =
      List.of("source", "title", "doc_number", "date_written", "date_published", "url");
  private static final String ROOT = "c-titles";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
          .setAllowMissingColumnNames(true)
          .setIgnoreEmptyLines(true)
          .get();

  private final SourceFile file;
  private final Set<String> sourcesSeen = new HashSet<>();

  TitlesImporter(SourceFile file) {
    this.file = file;
  }

  @Override
  public void read(Intake intake) throws BadFileException, IOException, SQLException {
    try (CSVParser csv = CSVParser.builder().setReader(file.reader()).setFormat(FORMAT).get()) {
      requireColumns(csv);
      intake.take(Nodes.disclosure(ROOT, "政府文件", null, 2));
      readRows(csv, intake);
    }
  }

  private void requireColumns(CSVParser csv) throws BadFileException {
    List<String> absent =
        COLUMNS.stream().filter(column -> !csv.getHeaderMap().containsKey(column)).toList();
    if (!absent.isEmpty()) {
      throw new BadFileException(
          Trouble.of(
              "trouble.csv-column-missing",
              file.name(),
              String.join(", ", absent),
              String.join(",", COLUMNS)));
    }
  }

  private void readRows(CSVParser csv, Intake intake)
      throws BadFileException, SQLException, IOException {
    Iterator<CSVRecord> rows = csv.iterator();
    while (hasNext(rows, csv)) {
      CSVRecord row = rows.next();
      try {
        readRow(row, intake);
      } catch (RefusedRowException reason) {
        intake.refuse(number(row), reason);
      }
    }
  }

  /** The parser reads ahead here, so a broken quotation shows here. */
  private boolean hasNext(Iterator<CSVRecord> rows, CSVParser csv)
      throws BadFileException, IOException {
    try {
      return rows.hasNext();
    } catch (UncheckedIOException e) {
      throw file.broken(e.getCause(), csv.getCurrentLineNumber());
    }
  }

  private void readRow(CSVRecord csv, Intake intake) throws RefusedRowException, SQLException {
    if (!csv.isConsistent()) {
      throw new RefusedRowException(Kind.COLUMN_COUNT, "", Integer.toString(csv.size()));
    }
    Row row = intake.row(number(csv));
    String url = row.mandatoryLine("url", csv.get("url"));
    String title = row.mandatoryLine("title", csv.get("title"));
    Government government = government(row, row.mandatoryLine("source", csv.get("source")));
    Titles titles = new Titles(title, url, csv.get("doc_number"), government);
    Dates dates = dates(row, csv, intake.today());
    Draft.Identity identity =
        new Draft.Identity(Digest.id("t-", url), null, government.name(), url, sha256(csv));
    takeNode(government, intake);
    intake.take(new Draft(row.number(), identity, header -> entry(header, titles, dates)));
  }

  private record Titles(String title, String url, String documentNumber, Government government) {}

  private record Dates(Optional<LocalDate> written, Optional<LocalDate> published) {}

  private static Dates dates(Row row, CSVRecord csv, LocalDate today) throws RefusedRowException {
    Optional<LocalDate> written = row.date("date_written", csv.get("date_written"), today);
    Optional<LocalDate> published = row.date("date_published", csv.get("date_published"), today);
    if (written.isPresent() && published.isPresent() && published.get().isBefore(written.get())) {
      row.note(
          Kind.PUBLISHED_BEFORE_WRITTEN, "date_published", published.get() + " < " + written.get());
    }
    return new Dates(written, published);
  }

  private static Government government(Row row, String source) {
    Optional<Government> known = Governments.known(source);
    if (known.isEmpty() && !Governments.isChinese(source)) {
      row.note(Kind.UNKNOWN_SOURCE, "source", source);
    }
    return known.orElseGet(() -> Governments.unknown(source));
  }

  private void takeNode(Government government, Intake intake) throws SQLException {
    if (sourcesSeen.add(government.slug())) {
      intake.take(
          Nodes.disclosure(nodeId(government), government.name(), ROOT, government.order()));
    }
  }

  private static String nodeId(Government government) {
    return ROOT + "-" + government.slug();
  }

  /** 文号 stays exactly as the source writes it; the source's words have no other fields. */
  private static DisclosureEntry entry(RecordHeader header, Titles titles, Dates dates) {
    return new DisclosureEntry(
        header,
        titles.title(),
        null,
        titles.documentNumber().isEmpty() ? null : titles.documentNumber(),
        titles.government().name(),
        nodeId(titles.government()),
        null,
        null,
        dates.written().orElse(null),
        dates.published().orElse(null),
        DisclosureEntry.Validity.UNSTATED,
        null,
        List.of(),
        titles.url(),
        List.of(),
        DisclosureEntry.Particulars.UNSTATED,
        UnknownFields.NONE);
  }

  /** The row as a spreadsheet numbers it: the heading is row 1. */
  private static int number(CSVRecord csv) {
    return Math.toIntExact(csv.getRecordNumber() + 1);
  }

  private static String sha256(CSVRecord csv) {
    return Digest.of(String.join("\u001f", csv.values()));
  }
}
