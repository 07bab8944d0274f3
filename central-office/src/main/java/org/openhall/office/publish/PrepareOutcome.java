package org.openhall.office.publish;

import java.util.List;
import org.openhall.office.lint.LintReport;

/** What came of preparing a release. */
public sealed interface PrepareOutcome {

  /**
   * A release waits for its two signatures.
   *
   * @param number its number
   * @param changes what is new against the last release
   */
  record Prepared(long number, Changes changes) implements PrepareOutcome {}

  /** The catalogue is as it was at the last release; nothing was written. */
  record NothingChanged(Release last) implements PrepareOutcome {}

  /** Nothing is kept of the former release of that number; nothing was prepared. */
  record ForgottenRelease(long number) implements PrepareOutcome {}

  /** The catalogue holds no record. */
  record EmptyCatalogue() implements PrepareOutcome {}

  /** Records hold what may not be published; nothing was prepared. */
  record OpenErrors(LintReport report) implements PrepareOutcome {}

  /** Files that records name cannot be published; nothing was prepared. */
  record BadAttachments(List<AttachmentFault> faults) implements PrepareOutcome {
    public BadAttachments {
      faults = List.copyOf(faults);
    }
  }
}
