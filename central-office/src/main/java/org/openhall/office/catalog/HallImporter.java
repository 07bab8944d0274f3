package org.openhall.office.catalog;

import java.sql.SQLException;
import java.time.LocalDate;
import org.openhall.content.ContentRecord;
import org.openhall.content.Origin;
import org.openhall.content.RecordHeader;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.office.authored.AuthoredHall;
import org.openhall.office.authored.AuthoredRecord;
import org.openhall.office.authored.Problem;
import org.openhall.office.catalog.Finding.Kind;
import org.openhall.office.text.Trouble;

/**
 * A hall's own content: all of it, or nothing if its authors have something to put right. Of the
 * sample that ships with the program, the day is fixed, so that it is the same everywhere.
 */
final class HallImporter implements Importer, Source {
  private static final String SAMPLE = "示例市政务服务中心";
  private static final LocalDate SAMPLE_AS_OF = LocalDate.of(2026, 11, 20);

  private final AuthoredHall hall;
  private final String folder;
  private final String source;
  private final boolean sample;
  private int row;

  private HallImporter(AuthoredHall hall, String folder, String source, boolean sample) {
    this.hall = hall;
    this.folder = folder;
    this.source = source;
    this.sample = sample;
  }

  /** The sample that ships with the program. */
  static HallImporter ofSample(AuthoredHall hall) {
    return new HallImporter(hall, "sample", SAMPLE, true);
  }

  /**
   * An office's own content.
   *
   * @param office the office's name, which becomes the records' source
   */
  static HallImporter of(AuthoredHall hall, String folder, String office) {
    return new HallImporter(hall, folder, office, false);
  }

  @Override
  public void read(Intake intake) throws BadFileException, SQLException {
    if (!hall.problems().isEmpty()) {
      Problem first = hall.problems().getFirst();
      throw new BadFileException(
          Trouble.of(
              "trouble.hall-problems", folder, hall.problems().size(), first.file(), first.line()));
    }
    for (AuthoredRecord record : hall.records()) {
      row++;
      Draft.Identity identity =
          new Draft.Identity(
              record.id(),
              record.departmentId(),
              source,
              record.id(),
              Digest.of(record.json().toString()));
      intake.take(new Draft(row, identity, given -> record(record, given)));
    }
  }

  private ContentRecord record(AuthoredRecord record, RecordHeader given)
      throws RefusedRowException {
    Origin origin = given.origin();
    LocalDate asOf = sample ? SAMPLE_AS_OF : origin.asOf();
    try {
      return record.record(
          given.revision(), new Origin(source, given.id(), origin.sha256(), asOf, sample));
    } catch (MalformedRecordException e) {
      throw new RefusedRowException(
          Kind.MALFORMED_RECORD, e.field(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public String name() {
    return folder;
  }

  @Override
  public double fractionRead() {
    return hall.records().isEmpty() ? 1 : (double) row / hall.records().size();
  }

  @Override
  public String sha256() {
    return hall.sha256();
  }
}
