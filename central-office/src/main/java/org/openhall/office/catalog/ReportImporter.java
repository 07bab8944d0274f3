package org.openhall.office.catalog;

import java.io.IOException;
import java.io.Reader;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.openhall.content.AnnualReport;
import org.openhall.content.AnnualReportBalance;
import org.openhall.content.AnnualReportBalance.WrongCell;
import org.openhall.content.ContentRecord;
import org.openhall.content.Origin;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.office.authored.AuthoredRecord;
import org.openhall.office.catalog.Finding.Kind;
import org.openhall.office.text.Trouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The numbers of an annual report as one JSON object: {@code year}, {@code table2}, {@code table3}
 * (the rows of the form in its order, each its words and seven numbers) and {@code table4}, each
 * table as the form prints it; perhaps {@code publisher} and {@code title}. A report that does not
 * balance is refused, and the cell named.
 */
final class ReportImporter implements Importer {
  private static final String SOURCE = "政府信息公开工作年度报告";
  private static final List<String> DOCUMENTS = List.of("made", "abolished", "inForce");

  private final SourceFile file;

  ReportImporter(SourceFile file) {
    this.file = file;
  }

  @Override
  public void read(Intake intake) throws BadFileException, IOException, SQLException {
    JsonNode source = source();
    String key = source.path("publisher").asString("") + source.path("year").asString("");
    String sha256 = Digest.of(source.toString());
    AuthoredRecord form = new AuthoredRecord(file.name(), 1, form(source));
    form.json().putObject("header").put("id", Digest.id("report-", key));
    requireBalance(form, new Origin(SOURCE, key, sha256, LocalDate.EPOCH, false));
    Draft.Identity identity = new Draft.Identity(form.id(), null, SOURCE, key, sha256);
    intake.take(new Draft(1, identity, given -> record(form, given.revision(), given.origin())));
  }

  private JsonNode source() throws BadFileException, IOException {
    try (Reader reader = file.reader()) {
      return JsonMapper.shared().readTree(reader);
    } catch (JacksonException e) {
      throw new BadFileException(
          Trouble.of(
              "trouble.json-broken",
              file.name(),
              e.getLocation().getLineNr(),
              e.getLocation().getColumnNr(),
              e.getOriginalMessage()));
    }
  }

  private static ContentRecord record(AuthoredRecord form, int revision, Origin origin)
      throws RefusedRowException {
    try {
      return form.record(revision, origin);
    } catch (MalformedRecordException e) {
      throw new RefusedRowException(
          Kind.MALFORMED_RECORD, e.field(), String.valueOf(e.getMessage()));
    }
  }

  private void requireBalance(AuthoredRecord form, Origin origin) throws BadFileException {
    try {
      AnnualReport report = (AnnualReport) record(form, 1, origin);
      List<WrongCell> wrong = AnnualReportBalance.check(report);
      if (!wrong.isEmpty()) {
        WrongCell w = wrong.getFirst();
        throw bad("report-balance", w.row(), w.column(), w.found(), w.expected());
      }
    } catch (RefusedRowException e) {
      throw bad("report-field", e.field(), e.detail());
    }
  }

  private BadFileException bad(String key, Object first, Object... more) {
    Object[] arguments = new Object[more.length + 2];
    arguments[0] = file.name();
    arguments[1] = first;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return new BadFileException(Trouble.of("trouble." + key, arguments));
  }

  /** The source in the form of a record. */
  private ObjectNode form(JsonNode source) throws BadFileException {
    ObjectNode form = JsonMapper.shared().createObjectNode();
    form.put("type", "annual-report");
    String year = source.path("year").asString("");
    form.put("title", source.path("title").asString(year + "年政府信息公开工作年度报告"));
    form.set("year", source.path("year"));
    if (source.has("publisher")) {
      form.set("publisher", source.path("publisher"));
    }
    proactive(source.path("table2"), form.putObject("proactive"));
    requests(source.path("table3").path("rows"), form.putArray("requests"));
    disputes(source.path("table4"), form.putObject("disputes"));
    return form;
  }

  private static void proactive(JsonNode table, ObjectNode form) {
    documents(table.path("规章"), form.putObject("regulations"));
    documents(table.path("行政规范性文件"), form.putObject("normativeDocuments"));
    form.set("permits", table.path("行政许可"));
    form.set("penalties", table.path("行政处罚"));
    form.set("coercions", table.path("行政强制"));
    form.put("fees", table.path("行政事业性收费(万元)").asString(""));
  }

  private static void documents(JsonNode numbers, ObjectNode form) {
    for (int i = 0; i < DOCUMENTS.size(); i++) {
      form.set(DOCUMENTS.get(i), numbers.path(i));
    }
  }

  private void requests(JsonNode rows, ArrayNode form) throws BadFileException {
    AnnualReport.Row[] expected = AnnualReport.Row.values();
    for (int i = 0; i < Math.max(rows.size(), expected.length); i++) {
      String words = rows.path(i).path(0).asString("");
      if (i >= expected.length || !plain(words).endsWith(plain(expected[i].label()))) {
        String wanted = i < expected.length ? expected[i].label() : "";
        throw bad("report-row", i + 1, words, wanted);
      }
      String name = expected[i].name().toLowerCase(Locale.ROOT).replace('_', '-');
      form.addObject().put("row", name).set("counts", rows.path(i).path(1));
    }
  }

  private static void disputes(JsonNode table, ObjectNode form) {
    form.set("reconsideration", table.path("行政复议"));
    form.set("directLitigation", table.path("未经复议直接起诉"));
    form.set("litigationAfterReconsideration", table.path("复议后起诉"));
  }

  /** Words whose brackets may be wide or narrow. */
  private static String plain(String words) {
    return words.replace('（', '(').replace('）', ')').replaceAll("\\s", "");
  }
}
