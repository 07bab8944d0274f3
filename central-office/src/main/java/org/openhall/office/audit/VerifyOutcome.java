package org.openhall.office.audit;

/** What came of going through the chain. */
public sealed interface VerifyOutcome {

  /**
   * Every entry follows from the one before.
   *
   * @param entries how many
   * @param last hash of the last: who wrote it down elsewhere sees later whether the end was cut
   *     off
   */
  record Whole(long entries, String last) implements VerifyOutcome {}

  /**
   * The first that does not.
   *
   * @param number its number, or the one that is missing
   */
  record Broken(long number, Why why) implements VerifyOutcome {}

  /** How it does not. */
  enum Why {
    /** There is another number in its place. */
    MISSING,
    /** It is not what was written, or the one before is not. */
    CHANGED
  }
}
