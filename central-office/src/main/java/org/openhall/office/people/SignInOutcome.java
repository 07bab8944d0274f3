package org.openhall.office.people;

import java.time.Instant;

/** What came of somebody's wish to sign in. */
public sealed interface SignInOutcome {

  /** They are; the token is for their browser alone. */
  record SignedIn(String token) implements SignInOutcome {}

  /** Name, password or code is wrong; which of them nobody says. */
  record Wrong() implements SignInOutcome {}

  /** There were too many wrong ones; nothing is looked at before this time. */
  record Wait(Instant until) implements SignInOutcome {}

  /** So many sign in at this moment that nothing was looked at; in a moment there is room. */
  record Busy() implements SignInOutcome {}

  /** A new password breaks a rule. */
  record BadPassword(PasswordRule rule) implements SignInOutcome {}
}
