package org.openhall.office.enrol;

import org.openhall.link.EnrolmentRefusal;

/** What came of a terminal's wish to join. */
public sealed interface EnrolOutcome {

  /** It has joined under this id. */
  record Enrolled(String terminalId) implements EnrolOutcome {}

  /** It has not. */
  record Refused(EnrolmentRefusal.Reason reason) implements EnrolOutcome {}
}
