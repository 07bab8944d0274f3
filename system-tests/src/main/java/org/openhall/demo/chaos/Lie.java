package org.openhall.demo.chaos;

/** What a server may do that is not the office's, or is in a stranger's hands. */
enum Lie {
  FLIPPED("sends a wrong bit"),
  TRUNCATED("breaks off in the middle"),
  SHORT("sends half for the whole"),
  ENDLESS("sends 10 GB"),
  STALLED("stops in the middle and keeps the line"),
  DRIPPING("sends a byte a second"),
  REDIRECTED("redirects for ever"),
  FAILING("answers 500"),
  OLD("serves the release before"),
  MIXED("serves the new timestamp over old metadata"),
  FOREIGN("serves another office's release");

  final String words;

  Lie(String words) {
    this.words = words;
  }

  /** Whether whoever meets it mostly waits. */
  boolean waits() {
    return this == STALLED || this == DRIPPING;
  }
}
