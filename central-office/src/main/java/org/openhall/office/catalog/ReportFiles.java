package org.openhall.office.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The report of an import as two files, {@code reports/<time>-<file>.json} for programs and {@code
 * .txt} for people.
 */
public final class ReportFiles {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final Path folder;
  private final ZoneId zone;

  /** Reports below a data folder, named by the time in this zone. */
  public ReportFiles(Path dataDir, ZoneId zone) {
    this.folder = dataDir.resolve("reports");
    this.zone = zone;
  }

  /**
   * Writes both files.
   *
   * @param text the report as lines for people
   * @return the one for people
   */
  public Path write(ImportReport report, List<String> text) throws IOException {
    Files.createDirectories(folder);
    String time = TIME.format(report.finishedAt().atZone(zone));
    String name = time + "-" + report.file().replaceAll("[^\\p{L}\\p{N}._-]", "_");
    Files.write(folder.resolve(name + ".json"), json(report));
    return Files.write(folder.resolve(name + ".txt"), text);
  }

  private static byte[] json(ImportReport report) {
    ObjectNode whole = summary(report);
    ArrayNode findings = whole.putArray("findings");
    for (Finding finding : report.findings()) {
      findings
          .addObject()
          .put("severity", finding.kind().severity().code())
          .put("kind", finding.kind().code())
          .put("row", finding.row())
          .put("field", finding.field())
          .put("detail", finding.detail());
    }
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(whole);
  }

  /** The report as one JSON object, without the single findings. */
  public static ObjectNode summary(ImportReport report) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("file", report.file());
    json.put("kind", report.kind().code());
    json.put("fileSha256", report.fileSha256());
    json.put("finishedAt", report.finishedAt().toString());
    json.put("seconds", report.seconds());
    putTally(json, report.tally());
    ObjectNode counts = json.putObject("counts");
    report
        .counts()
        .forEach((kind, fields) -> fields.forEach(counts.withObject("/" + kind.code())::put));
    report.missing().forEach(json.putObject("missing")::put);
    return json;
  }

  /** Puts the tally's figures into an object under their own names. */
  public static void putTally(ObjectNode json, ImportReport.Tally tally) {
    json.put("added", tally.added());
    json.put("changed", tally.changed());
    json.put("unchanged", tally.unchanged());
    json.put("kept", tally.kept());
    json.put("repaired", tally.repaired());
    json.put("refused", tally.refused());
    json.put("warnings", tally.warnings());
    json.put("absent", tally.absent());
  }
}
