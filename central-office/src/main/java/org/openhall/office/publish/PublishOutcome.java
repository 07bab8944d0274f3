package org.openhall.office.publish;

import java.util.List;

/** What came of publishing. */
public sealed interface PublishOutcome {

  /** A new release is in the repository. */
  record Published(Release release) implements PublishOutcome {}

  /** The catalogue is as it was at the last release; nothing was written. */
  record NothingChanged(Release last) implements PublishOutcome {}

  /** The catalogue holds no record. */
  record EmptyCatalogue() implements PublishOutcome {}

  /** Files that records name cannot be published; nothing was. */
  record BadAttachments(List<AttachmentFault> faults) implements PublishOutcome {
    public BadAttachments {
      faults = List.copyOf(faults);
    }
  }
}
