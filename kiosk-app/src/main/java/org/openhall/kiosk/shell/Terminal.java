package org.openhall.kiosk.shell;

import java.util.Optional;
import org.openhall.content.store.ReleaseInfo;

/**
 * What this terminal is called.
 *
 * @param id the identity given at enrolment, or empty before it
 * @param place where it stands as citizens read it, e.g. 示例市政务服务中心 1楼, or empty
 * @param point id of the point of the hall's map where it stands, or empty
 */
public record Terminal(String id, String place, String point) {

  /** Whose hall this is: as the terminal was set up, else as the release says, if either does. */
  public Optional<String> hall(Optional<ReleaseInfo> release) {
    return place.isEmpty() ? release.map(ReleaseInfo::office) : Optional.of(place);
  }
}
