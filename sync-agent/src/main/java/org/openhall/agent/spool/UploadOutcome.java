package org.openhall.agent.spool;

import org.openhall.agent.text.Sentence;

/** What came of handing events in. */
public sealed interface UploadOutcome {

  /** Nothing waited. */
  record Nothing() implements UploadOutcome {}

  /**
   * The office has answered.
   *
   * @param kept events that it has, now or from before
   * @param setAside events that nobody will take, which were laid aside
   */
  record HandedIn(int kept, int setAside) implements UploadOutcome {}

  /** It could not be done now, and is tried after the next run; nothing is lost. */
  record Later(Sentence why) implements UploadOutcome {}
}
