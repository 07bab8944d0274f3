package org.openhall.office.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhall.content.codec.ReleaseManifest;

/** What a key may be for. */
public enum KeyRole {
  /** Says who the others are; kept outside of the office's data. */
  ROOT,
  /** Says who is on the staff. */
  TARGETS,
  /** On the server: which versions belong together. */
  SNAPSHOT,
  /** On the server: which snapshot is the newest. */
  TIMESTAMP,
  /** People who write releases. */
  EDITORS,
  /** People who look at releases before they go out. */
  REVIEWERS,
  /** People who may withdraw a record or put up a notice at once. */
  EMERGENCY;

  /** The name in metadata and on command lines. */
  public String roleName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a name on a command line. */
  public static Optional<KeyRole> named(String name) {
    return Arrays.stream(values()).filter(role -> role.roleName().equals(name)).findFirst();
  }

  /** Whether the targets key says who it is, and no key of root is needed. */
  public boolean isStaff() {
    return this == EDITORS || this == REVIEWERS || this == EMERGENCY;
  }

  /** Whether its key lies on the server. */
  public boolean isOnline() {
    return this == SNAPSHOT || this == TIMESTAMP;
  }

  /** The names in the repository that are left to a role of the staff. */
  public List<String> paths() {
    return switch (this) {
      case EDITORS, REVIEWERS -> List.of(ReleaseManifest.TARGET);
      case EMERGENCY -> List.of("emergency/*");
      case ROOT, TARGETS, SNAPSHOT, TIMESTAMP -> List.of();
    };
  }
}
