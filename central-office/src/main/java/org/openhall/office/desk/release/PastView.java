package org.openhall.office.desk.release;

import java.io.IOException;
import java.util.List;
import org.openhall.office.publish.Release;
import org.openhall.office.text.OfficeTime;

/**
 * A release that is out or was, as a page lists it.
 *
 * @param isReachable whether the office can go back to it
 */
record PastView(long number, String at, long records, String digest, boolean isReachable) {
  private static final int DIGITS = 12;
  private static final int MOST = 50;

  /** The newest first. */
  static List<PastView> of(ReleaseRoom room) throws IOException {
    List<Release> all = room.history();
    List<Long> kept = room.desk().former();
    return all.stream()
        .limit(MOST)
        .map(r -> of(r, !r.equals(all.getFirst()) && kept.contains(r.number())))
        .toList();
  }

  private static PastView of(Release release, boolean isReachable) {
    return new PastView(
        release.number(),
        OfficeTime.minute(release.publishedAt()),
        release.records(),
        release.stateDigest().substring(0, DIGITS),
        isReachable);
  }
}
