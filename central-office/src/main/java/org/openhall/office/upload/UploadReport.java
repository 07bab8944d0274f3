package org.openhall.office.upload;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.office.catalog.ImportReport;
import org.openhall.office.text.Trouble;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the reading of a file found.
 *
 * @param broken why it cannot be read at all, or null
 * @param tally what each row would become
 * @param noted single findings, the first {@value #NOTED}, refusals first
 * @param missing field of a record → taken records without it (shown as 未提供)
 * @param shown the first {@value #SHOWN} rows as records
 */
public record UploadReport(
    @Nullable Broken broken,
    ImportReport.Tally tally,
    List<Noted> noted,
    Map<String, Long> missing,
    List<Shown> shown) {
  static final int NOTED = 200;
  static final int SHOWN = 20;

  /** A report of before a figure was counted has none of it. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private static final ImportReport.Tally NOTHING = new ImportReport.Tally(0, 0, 0, 0, 0, 0, 0, 0);

  public UploadReport {
    noted = List.copyOf(noted);
    missing = Map.copyOf(missing);
    shown = List.copyOf(shown);
  }

  /** Why a file cannot be read: the key of a sentence and what is put into it. */
  public record Broken(String key, List<String> arguments) {
    /** The trouble as sentences take it. */
    public Trouble trouble() {
      return new Trouble(key, List.copyOf(arguments));
    }
  }

  /**
   * Something found in a row.
   *
   * @param row as the file's own program numbers it
   * @param column its heading, or a field's name where no column fills it
   * @param severity refused, warning, repaired
   * @param kind in message keys
   * @param detail the text as it came, legible
   */
  public record Noted(int row, String column, String severity, String kind, String detail) {}

  /**
   * A row as the record that it would be.
   *
   * @param became added, changed, unchanged or refused
   * @param id of the record, empty where it is refused
   * @param fields name of a field → what is in it, shortened
   */
  public record Shown(int row, String became, String id, Map<String, String> fields) {}

  static UploadReport of(Trouble trouble) {
    List<String> arguments = trouble.arguments().stream().map(Object::toString).toList();
    return new UploadReport(
        new Broken(trouble.key(), arguments), NOTHING, List.of(), Map.of(), List.of());
  }

  /** Why it cannot be read, if it cannot. */
  public Optional<Broken> trouble() {
    return Optional.ofNullable(broken);
  }

  /** Rows that would change something. */
  public long changes() {
    return tally.added() + tally.changed();
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  static UploadReport ofJson(String json) {
    return JSON.readValue(json, UploadReport.class);
  }
}
