package org.openhall.office.stick;

import java.util.List;

/** What came of a copy to a stick. */
public sealed interface ExportOutcome {

  /**
   * All of the release is there and was read again.
   *
   * @param files of the whole
   * @param written files that had to be written
   * @param bytes of these
   */
  record Exported(long release, int files, int written, long bytes) implements ExportOutcome {}

  /** There is no release yet. */
  record NothingPublished() implements ExportOutcome {}

  /** It does not fit; nothing was written. */
  record NoRoom(long needed, long room) implements ExportOutcome {}

  /** What was read again is not what was written. */
  record Different(List<String> files) implements ExportOutcome {
    public Different {
      files = List.copyOf(files);
    }
  }
}
