package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A technician copied folders from another terminal over this one's.
 *
 * @param parts which folders; the whole for an empty list
 * @param from whose
 */
record CopiedFolder(Scene.Before before, List<String> parts, Source from) implements Fault {

  /** The other terminal. */
  enum Source {
    /** One of this office at release 1. */
    RELEASE_1,
    /** One of this office at release 2. */
    RELEASE_2,
    /** One of another office, whose releases have higher numbers. */
    FOREIGN
  }

  @Override
  public String row() {
    return "folder copied from another terminal";
  }

  @Override
  public String name() {
    return "%s of %s over %s".formatted(parts.isEmpty() ? "all" : parts, from, before);
  }

  @Override
  public Optional<String> inject(Trial trial) throws IOException {
    Path other =
        switch (from) {
          case RELEASE_1 -> trial.scene().terminal(Scene.Before.RELEASE_1);
          case RELEASE_2 -> trial.scene().terminal(Scene.Before.RELEASE_2);
          case FOREIGN -> trial.scene().foreignTerminal();
        };
    for (String part : parts.isEmpty() ? List.of("") : parts) {
      if (Files.exists(other.resolve(part))) {
        Folders.delete(trial.terminal().resolve(part));
        Folders.copy(other.resolve(part), trial.terminal().resolve(part));
      }
    }
    return Optional.of(name());
  }

  @Override
  public boolean bringsForeignContent() {
    return from == Source.FOREIGN;
  }

  /** What follows from another state of the disk than this terminal's own. */
  @Override
  public long mayAlsoFetch(Scene scene) throws IOException {
    return Files.size(Folders.fullPack(scene.terminal(Scene.Before.RELEASE_1)));
  }
}
