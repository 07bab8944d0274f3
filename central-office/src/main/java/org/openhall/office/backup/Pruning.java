package org.openhall.office.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.openhall.repository.storage.Storage;

/**
 * Which backups of a folder stay. A backup goes by its manifest first; contents go when no manifest
 * that is left names them. So an interrupted pruning leaves contents too many, never one too few,
 * and the next one takes them away.
 *
 * @param count the newest so many stay
 * @param since what was made then or later stays
 */
public record Pruning(OptionalInt count, Optional<Instant> since) {
  /** Nothing goes. */
  public static final Pruning NONE = new Pruning(OptionalInt.empty(), Optional.empty());

  /**
   * What went.
   *
   * @param backups how many
   * @param bytes of contents
   */
  public record Gone(int backups, long bytes) {}

  /** A backup stays where either rule keeps it, and the newest always. */
  Gone in(BackupStore store) throws IOException {
    if (equals(NONE)) {
      return new Gone(0, 0);
    }
    List<Path> leaving = new ArrayList<>();
    Set<String> kept = new HashSet<>();
    List<Path> backups = store.backups();
    for (int i = 0; i < backups.size(); i++) {
      Manifest manifest = Manifest.read(backups.get(i));
      if (stays(manifest, backups.size() - i)) {
        manifest.files().forEach(file -> kept.add(file.sha256()));
      } else {
        leaving.add(backups.get(i));
      }
    }
    for (Path backup : leaving) {
      Storage.durable().delete(backup);
    }
    return new Gone(leaving.size(), store.keepOnly(kept));
  }

  private boolean stays(Manifest manifest, int place) {
    boolean isYoung = since.isPresent() && !Instant.parse(manifest.madeAt()).isBefore(since.get());
    return place == 1 || isYoung || place <= count.orElse(0);
  }
}
