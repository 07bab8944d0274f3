package org.openhall.kiosk.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.openhall.content.codec.EmergencyList;
import org.openhall.content.codec.MalformedManifestException;

/**
 * What is withdrawn and what is announced over everything: the file that the agent has verified and
 * put beside the content. A file that cannot be read leaves what was known.
 */
final class EmergencyFile {
  private final Path file;
  private EmergencyList list = EmergencyList.NONE;
  private Optional<FileStamp> seen = Optional.empty();

  EmergencyFile(Path dataDir) {
    this.file = dataDir.resolve("content").resolve(EmergencyList.FILE);
  }

  /** Looks at the file; says whether the list is another one now. */
  boolean look() {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    FileStamp stamp = FileStamp.of(file);
    if (seen.equals(Optional.of(stamp))) {
      return false;
    }
    seen = Optional.of(stamp);
    try {
      EmergencyList now = EmergencyList.fromSealed(Files.readAllBytes(file));
      boolean changed = !now.equals(list);
      list = now;
      return changed;
    } catch (IOException | MalformedManifestException e) {
      System.err.println("The emergency list cannot be read, the one before stays: " + e);
      return false;
    }
  }

  EmergencyList list() {
    return list;
  }
}
