package org.openhall.office.lint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.openhall.content.codec.EncodedRecord;

/**
 * The look at a release's records on their way into it: those that are packed are those that were
 * looked at. Open errors hold a release up, unless somebody says why it must go out.
 */
public final class Review {
  private final LintReport report = new LintReport();
  private final Linter linter;
  private final Optional<String> despite;

  /**
   * @param dataDir where accepted findings are noted
   * @param despite why the release is to go out with errors
   */
  public Review(Linter.Desk desk, Path dataDir, Optional<String> despite) throws IOException {
    Accepted accepted = Accepted.read(dataDir);
    this.linter = new Linter(desk, finding -> report.take(finding, accepted));
    this.despite = despite;
  }

  /** Looks at the next record. */
  public void visit(EncodedRecord record) throws IOException {
    linter.visit(record);
  }

  /** After the last record. */
  public void end() {
    linter.end();
  }

  /** What was found. */
  public LintReport report() {
    return report;
  }

  /** Whether errors are open for which nobody has given a reason. */
  public boolean holdsUp() {
    return hasErrors() && despite.isEmpty();
  }

  /** Why the release goes out with errors; empty where it has none. */
  public Optional<String> reason() {
    return hasErrors() ? despite : Optional.empty();
  }

  private boolean hasErrors() {
    return report.of(Severity.ERROR) > 0;
  }
}
