package org.openhall.content.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A snapshot that cannot be read: quarantine it and show the previous one. */
public sealed class UnreadableSnapshotException extends IOException permits DamagedRecordException {
  UnreadableSnapshotException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
