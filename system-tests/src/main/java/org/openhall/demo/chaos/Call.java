package org.openhall.demo.chaos;

import java.util.Set;

/**
 * A call of the kernel by which a program changes files, or waits for the disk.
 *
 * @param name of the call
 * @param ordinal the how manieth of this name upon this file on its thread, from 1
 * @param kind what it does
 * @param path the file, below the terminal's folder
 * @param to the new name, for a rename, else empty
 * @param offset where it writes, or the new length; {@link #AT_END} for the end of the file
 * @param data what it writes
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
record Call(String name, int ordinal, Kind kind, String path, String to, long offset, byte[] data) {
  static final long AT_END = -1;
  private static final String BY_CHANCE = "…";

  /** What is done to files. */
  enum Kind {
    CREATE,
    WRITE,
    TRUNCATE,
    SYNC,
    RENAME,
    DELETE,
    MAKE_FOLDER
  }

  /** Which step of an update a call belongs to. */
  enum Step {
    METADATA("persistence of metadata"),
    SWAP("the swap"),
    PACKS("packs"),
    BUILD("building the snapshot"),
    FILES("attachments"),
    STATUS("status"),
    OTHER("lock and libraries");

    final String words;

    Step(String words) {
      this.words = words;
    }
  }

  private static final Set<String> SWAPPED = Set.of("active.json", "active.sha256");

  /** The step, by the file that is touched. */
  Step step() {
    String plain = path.replaceFirst("/\\.([^/]+)\\.tmp$", "/$1");
    String file = plain.substring(plain.lastIndexOf('/') + 1);
    boolean made = file.endsWith(".building") && kind != Kind.RENAME;
    if (made || file.endsWith(".draft")) {
      return Step.BUILD;
    } else if (plain.startsWith("repository/packs")) {
      return Step.PACKS;
    } else if (SWAPPED.contains(file) || isInContent(file)) {
      return Step.SWAP;
    } else if (plain.startsWith("repository") || plain.startsWith("content/emergency")) {
      return Step.METADATA;
    } else if (plain.startsWith("files")) {
      return Step.FILES;
    }
    return plain.startsWith("status") ? Step.STATUS : Step.OTHER;
  }

  private boolean isInContent(String file) {
    return path.startsWith("content") && !file.startsWith("emergency");
  }

  /** The same call of another run has the same place; unpacked libraries have names by chance. */
  String place() {
    String plain = path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|(?<=jni-)[0-9.-]+", BY_CHANCE);
    return kind + " " + plain + (to.isEmpty() ? "" : " → " + to);
  }

  /** Whether it is this very call of another run; one call may both make and empty a file. */
  boolean isSameAs(Call other) {
    return name.equals(other.name) && path.equals(other.path) && ordinal == other.ordinal;
  }

  /** Whether every run has a file of this name. */
  boolean isSteady() {
    return !place().contains(BY_CHANCE);
  }
}
