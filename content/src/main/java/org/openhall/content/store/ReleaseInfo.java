package org.openhall.content.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openhall.content.codec.ReleaseManifest;

/**
 * The release that a snapshot holds.
 *
 * @param number release number, 1 and up
 * @param publishedAt when the office published it
 * @param office the office's name
 * @param sample true if it holds records of the authored sample
 * @param staleAfter how old it may become before it is said that it may be out of date
 * @param intakeKey the key to which what is personal is sealed, as the office's release names it,
 *     or null where the office takes nothing personal
 */
public record ReleaseInfo(
    long number,
    Instant publishedAt,
    String office,
    boolean sample,
    Duration staleAfter,
    @Nullable String intakeKey) {

  /** One of an office that takes nothing personal. */
  public ReleaseInfo(
      long number, Instant publishedAt, String office, boolean sample, Duration staleAfter) {
    this(number, publishedAt, office, sample, staleAfter, null);
  }

  /** One of an office that updates once a week. */
  public ReleaseInfo(long number, Instant publishedAt, String office, boolean sample) {
    this(number, publishedAt, office, sample, Duration.ofDays(ReleaseManifest.USUAL_STALE));
  }

  /** The release of a manifest. */
  static ReleaseInfo of(ReleaseManifest manifest, boolean sample) {
    return new ReleaseInfo(
        manifest.release(),
        manifest.publishedAt(),
        manifest.office(),
        sample,
        Duration.ofDays(manifest.staleAfterDays()),
        manifest.intakeKey());
  }
}
