package org.openhall.office.publish;

import java.util.List;

/** What came of publishing. */
public sealed interface PublishOutcome {

  /** A new release is in the repository. */
  record Published(Release release) implements PublishOutcome {}

  /** The present release carries new signatures; its content is what it was. */
  record SignedAgain() implements PublishOutcome {}

  /** These roles have not signed with a key that counts; nothing was published. */
  record Unsigned(List<String> roles) implements PublishOutcome {
    public Unsigned {
      roles = List.copyOf(roles);
    }
  }

  /** Editors and reviewers signed different releases; nothing was published. */
  record Disagreed() implements PublishOutcome {}

  /** One key may sign in both roles; no terminal would take the release. */
  record SharedKey() implements PublishOutcome {}

  /** No release was prepared, and none signed again. */
  record NothingPrepared() implements PublishOutcome {}
}
