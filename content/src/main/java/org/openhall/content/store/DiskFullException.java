package org.openhall.content.store;

import java.io.IOException;
import java.nio.file.Path;

/** There is no room for a file; what was there before is still there. */
public final class DiskFullException extends IOException {
  DiskFullException(Path file, Throwable cause) {
    super("The disk is full: " + file + " could not be written", cause);
  }
}
