package org.openhall.office.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.content.ContentRecord;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.catalog.BadFileException;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.catalog.Finding;
import org.openhall.office.catalog.ImportProgress;
import org.openhall.office.catalog.ImportReport;
import org.openhall.office.catalog.Importer;
import org.openhall.office.catalog.Source;
import org.openhall.office.catalog.SourceKind;
import org.openhall.office.catalog.Taken;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.table.BadTableException;
import org.openhall.office.table.TableFile;
import org.openhall.office.table.TableRow;
import org.openhall.office.table.TableRows;
import org.openhall.office.text.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One reading of a file from its first row to its last. */
final class Reading implements Source, AutoCloseable {
  private static final int SHORTENED = 120;

  /** Codes of the records' form as their field words them. */
  private static final Map<String, String> CODES =
      Map.of(
          "natural-person", "自然人",
          "legal-person", "法人",
          "in-force", "有效",
          "expired", "失效",
          "abolished", "废止",
          "unstated", "未注明");

  private final Upload upload;
  private final Mapping mapping;
  private final TableRows rows;
  private final List<UploadReport.Shown> shown = new ArrayList<>();

  Reading(Upload upload, Path file) throws BadTableException, IOException {
    this.upload = upload;
    this.rows = new TableFile(upload.kind(), file).open(upload.part());
    this.mapping = upload.mapping() == null ? Mapping.proposed(rows.columns()) : upload.mapping();
  }

  UploadReport check(
      OfficeDatabase database,
      Catalog catalog,
      Path refusedFile,
      Messages messages,
      ImportProgress progress)
      throws BadFileException, IOException, SQLException {
    try (RefusedRows refused = new RefusedRows(refusedFile, rows.columns(), mapping, messages)) {
      ImportReport report =
          catalog.reckon(
              what(importer(database, (row, taken) -> heard(row, taken, refused))),
              progress,
              (_, _) -> {});
      return new UploadReport(null, report.tally(), noted(report), report.missing(), shown);
    }
  }

  void reckon(
      OfficeDatabase database, Catalog catalog, Catalog.Changes changes, ImportProgress progress)
      throws BadFileException, IOException, SQLException {
    catalog.reckon(what(importer(database, (_, _) -> {})), progress, changes);
  }

  private Importer importer(OfficeDatabase database, TableImporter.Heard heard)
      throws IOException, SQLException {
    KnownRecords known = KnownRecords.of(database);
    return new TableImporter(rows, mapping, upload.source(), known, heard);
  }

  private Catalog.Import what(Importer importer) {
    return new Catalog.Import(SourceKind.UPLOAD, this, importer);
  }

  private void heard(TableRow row, Taken taken, RefusedRows refused) throws IOException {
    if (taken instanceof Taken.Refused reason) {
      refused.add(row, reason.reason());
    }
    if (shown.size() < UploadReport.SHOWN) {
      shown.add(
          switch (taken) {
            case Taken.Added(ContentRecord record) -> shown(row, "added", record);
            case Taken.Changed(ContentRecord record) -> shown(row, "changed", record);
            case Taken.Unchanged(ContentRecord record) -> shown(row, "unchanged", record);
            case Taken.Refused _ -> shown(row);
          });
    }
  }

  private UploadReport.Shown shown(TableRow row, String became, ContentRecord record) {
    JsonNode json = JsonMapper.shared().readTree(RecordCodec.encode(record));
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : mapping.columns().values()) {
      JsonNode value = json.path(field.replaceFirst("[.].*", ""));
      if (!value.isMissingNode()) {
        fields.putIfAbsent(field, shortened(words(value)));
      }
    }
    return new UploadReport.Shown(row.number(), became, record.header().id(), fields);
  }

  /** A refused row as it came. */
  private UploadReport.Shown shown(TableRow row) {
    Map<String, String> fields = new LinkedHashMap<>();
    mapping
        .columns()
        .forEach((column, field) -> {
          int place = rows.columns().indexOf(column);
          JsonNode cell = place < 0 ? JsonMapper.shared().nullNode() : row.cells().get(place);
          fields.put(field, shortened(words(cell)));
        });
    return new UploadReport.Shown(row.number(), "refused", "", fields);
  }

  /** What is in a field, without its JSON. */
  private static String words(JsonNode value) {
    if (!value.isContainer()) {
      String text = value.asString("");
      return CODES.getOrDefault(text, text);
    }
    List<String> words = new ArrayList<>();
    for (JsonNode element : value.isArray() ? value : JsonMapper.shared().createArrayNode()) {
      words.add(
          element.isObject()
              ? element.path(element.has("name") ? "name" : "text").asString("…")
              : words(element));
    }
    return String.join("；", words);
  }

  private static String shortened(String text) {
    return text.length() > SHORTENED ? text.substring(0, SHORTENED) + "…" : text;
  }

  private List<UploadReport.Noted> noted(ImportReport report) {
    return report.findings().stream()
        .sorted(
            Comparator.comparing((Finding f) -> f.kind().severity())
                .reversed()
                .thenComparingInt(Finding::row))
        .limit(UploadReport.NOTED)
        .map(f ->
            new UploadReport.Noted(
                f.row(),
                mapping.columnOf(f.field()),
                f.kind().severity().code(),
                f.kind().code(),
                f.detail()))
        .toList();
  }

  @Override
  public String name() {
    return upload.file();
  }

  @Override
  public double fractionRead() {
    return rows.fractionRead();
  }

  @Override
  public String sha256() {
    return upload.sha256();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
