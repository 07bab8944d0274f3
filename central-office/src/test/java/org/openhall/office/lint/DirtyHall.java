package org.openhall.office.lint;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openhall.content.Origin;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.authored.AuthoredHall;
import org.openhall.office.authored.AuthoredRecord;
import org.openhall.office.authored.HallFolder;

/**
 * A hall in which everything is wrong once: the id of a record, {@code hit.RULE.x} or {@code
 * miss.RULE.x}, says what must be found in it or must not. Its citizen is the one of the example in
 * GB 11643.
 */
final class DirtyHall {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  static final String OFFICE = "示例大厅";
  private static final String MISSING = "missing.txt";

  private DirtyHall() {}

  /** Its records, by ascending id; the attachments but one are laid into the folder. */
  static List<EncodedRecord> records(Path filesDir, String source)
      throws IOException, MalformedRecordException {
    AuthoredHall hall = AuthoredHall.read(HallFolder.of(folder()));
    Files.createDirectories(filesDir);
    for (Map.Entry<String, Path> file : hall.files().entrySet()) {
      if (!file.getValue().endsWith(MISSING)) {
        Files.copy(file.getValue(), filesDir.resolve(file.getKey()));
      }
    }
    List<EncodedRecord> records = new ArrayList<>();
    for (AuthoredRecord record : hall.records()) {
      Origin origin = new Origin(source, record.id(), "0".repeat(64), TODAY, false);
      records.add(RecordCodec.encoded(record.record(1, origin)));
    }
    records.sort((a, b) -> a.id().compareTo(b.id()));
    return records;
  }

  static List<LintFinding> findings(List<EncodedRecord> records, Path filesDir) throws IOException {
    List<LintFinding> findings = new ArrayList<>();
    Linter linter = new Linter(new Linter.Desk(TODAY, OFFICE, filesDir), findings::add);
    for (EncodedRecord record : records) {
      linter.visit(record);
    }
    linter.end();
    return findings;
  }

  private static Path folder() {
    try {
      return Path.of(Objects.requireNonNull(DirtyHall.class.getResource("/dirty")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a resource is always at an address", e);
    }
  }
}
