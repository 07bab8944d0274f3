package org.openhall.repository.storage;

import java.io.IOException;

/** Others have written where a file was to be, since {@link Storage#catchUp}: theirs stays. */
public final class OvertakenException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param where what was not written
   */
  public OvertakenException(String where) {
    super(where + " was written by others meanwhile");
  }
}
