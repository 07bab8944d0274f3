package org.openhall.office.enrol;

import java.security.cert.X509Certificate;
import org.openhall.link.EnrolmentRefusal;

/** What came of a terminal's wish to join. */
public sealed interface EnrolOutcome {

  /** It has joined under this id, with this certificate. */
  record Enrolled(String terminalId, X509Certificate certificate) implements EnrolOutcome {}

  /** It has not. */
  record Refused(EnrolmentRefusal.Reason reason) implements EnrolOutcome {}
}
