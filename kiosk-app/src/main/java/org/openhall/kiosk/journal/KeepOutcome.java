package org.openhall.kiosk.journal;

/** What became of something that was to be kept for the office. */
public sealed interface KeepOutcome {

  /**
   * It is on the disk, and goes to the office whatever happens to this program.
   *
   * @param id by which the office will know it
   */
  record Kept(String id) implements KeepOutcome {}

  /** It is not kept, and will not reach the office: a citizen must be told before anything else. */
  record NotKept(Reason reason) implements KeepOutcome {}

  /** Why something is not kept. */
  enum Reason {
    /** The spool is full of what must not be given up; the terminal has no line to the office. */
    FULL,
    /** The disk failed, or is full. */
    DISK,
    /** The release shown names no key of the office. */
    NO_KEY,
    /** The terminal is not enrolled. */
    NOT_ENROLLED,
    /** More than fits into an envelope. */
    TOO_LONG
  }
}
