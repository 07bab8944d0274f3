package org.openhall.kiosk.shell;

import java.util.Optional;
import org.openhall.content.store.ReleaseInfo;

/** What the terminal has to show. */
public sealed interface ContentState {

  /** It has not looked yet. */
  record Opening() implements ContentState {}

  /** Nothing has arrived on this terminal. */
  record Missing() implements ContentState {}

  /**
   * Something has arrived, but nothing of it can be shown.
   *
   * @param sentence what is wrong, for a technician
   */
  record Damaged(String sentence) implements ContentState {}

  /** This release is on the screen. */
  record Shown(ReleaseInfo release) implements ContentState {}

  /** The release on the screen, if there is one. */
  default Optional<ReleaseInfo> shownRelease() {
    return this instanceof Shown(ReleaseInfo release) ? Optional.of(release) : Optional.empty();
  }
}
