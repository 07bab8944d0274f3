package org.openhall.office.desk.records;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.lint.Accepted;
import org.openhall.office.lint.LintFinding;
import org.openhall.office.lint.Linter;

/**
 * Runs the linter over single records. What can only be seen among all of them, such as the same
 * record twice, is looked at before a release.
 */
public final class RecordCheck {
  private final OfficeDatabase database;
  private final Clock clock;

  public RecordCheck(OfficeDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What is to be said of a record, the most severe first, accepted findings left out. */
  public List<FoundText> of(EncodedRecord record, Locale locale) throws IOException {
    return of(List.of(record).iterator(), 100, locale);
  }

  /**
   * What is to be said of many records.
   *
   * @param records by ascending id
   * @param most findings that are told
   */
  public List<FoundText> of(Iterator<EncodedRecord> records, int most, Locale locale)
      throws IOException {
    Accepted accepted = Accepted.read(database.folder());
    List<LintFinding> found = new ArrayList<>();
    Linter linter =
        new Linter(
            new Linter.Desk(
                LocalDate.now(clock),
                new OfficeName(database).get(),
                database.folder().resolve("files")),
            finding -> {
              if (!accepted.covers(finding)) {
                found.add(finding);
              }
            });
    while (records.hasNext()) {
      linter.visit(records.next());
    }
    linter.end();
    return found.stream()
        .sorted(Comparator.comparing(LintFinding::severity))
        .limit(most)
        .map(finding -> FoundText.of(finding, locale))
        .toList();
  }
}
