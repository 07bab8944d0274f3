package org.openhall.repository.metadata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four roles that every repository has (specification §2.1). */
public enum TopRole {
  ROOT,
  TIMESTAMP,
  SNAPSHOT,
  TARGETS;

  /** The name in metadata and file names: {@code root}, {@code timestamp} … */
  public String roleName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The file name without a version: {@code root.json} … */
  public String fileName() {
    return roleName() + ".json";
  }

  /** The file name with a version in front: {@code 3.root.json} … */
  public String fileName(long version) {
    return version + "." + fileName();
  }

  static Optional<TopRole> named(String name) {
    return Arrays.stream(values()).filter(role -> role.roleName().equals(name)).findFirst();
  }
}
