package org.openhall.repository.metadata;

/**
 * One file that the repository distributes.
 *
 * @param name path of the target, segments divided by {@code /}, never leading out of its folder
 * @param length bytes
 * @param sha256 64 lower-case hex digits
 */
public record TargetFile(String name, long length, String sha256) {

  /**
   * Where a repository with consistent snapshots keeps it: the hash stands before the file name.
   */
  public String consistentPath() {
    int slash = name.lastIndexOf('/') + 1;
    return name.substring(0, slash) + sha256 + "." + name.substring(slash);
  }
}
