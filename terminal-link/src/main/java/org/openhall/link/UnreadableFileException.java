package org.openhall.link;

import java.io.IOException;
import java.nio.file.Path;

/** A file of the terminal exists, but does not hold what its name promises. */
public final class UnreadableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableFileException(Path file) {
    super("%s is damaged: it is not the JSON that belongs there".formatted(file));
  }
}
