package org.openhall.kiosk.shell;

import java.time.Clock;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.CurrentContent;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.content.store.UnreadableSnapshotException;

/** A snapshot that was opened and has told which release it is. */
record Opened(FileStamp stamp, ContentSnapshot snapshot, ReleaseInfo release) {

  static Opened of(CurrentContent current, Clock clock) throws UnreadableSnapshotException {
    FileStamp stamp = FileStamp.of(current.file());
    ContentSnapshot snapshot = ContentSnapshot.open(current.file(), clock);
    try {
      return new Opened(stamp, snapshot, snapshot.release());
    } catch (UnreadableSnapshotException e) {
      snapshot.close();
      throw e;
    }
  }
}
