package org.openhall.office.publish;

/** What came of signing. */
public sealed interface SignOutcome {

  /** The signature lies with the release, and is published with it. */
  record Signed(long release) implements SignOutcome {}

  /** The key is not one of the role's: the signature would not count. */
  record NotOfTheRole() implements SignOutcome {}

  /** There is no release to sign. */
  record NothingToSign() implements SignOutcome {}
}
