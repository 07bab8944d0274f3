package org.openhall.office.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.office.database.DatabaseCopy;
import org.openhall.office.database.DatabasePlace;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.settings.OfficeProperties;
import org.openhall.repository.storage.FileDigest;
import org.openhall.repository.storage.Storage;

/**
 * Makes an office of a backup, in a data folder that holds none. Until all is there a mark lies in
 * the folder, and no command works on it; whoever was interrupted runs it again.
 */
public final class Restore {
  /** In every backup, whichever database the office had. */
  static final String DATABASE = "office.db";

  private static final String MARK = "restore-unfinished";

  private final BackupStore store;
  private final Path data;

  /**
   * @param folder of backups
   * @param data the new data folder
   */
  public Restore(Path folder, Path data) {
    this.store = new BackupStore(folder);
    this.data = data;
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Restored(Manifest manifest, boolean hadSettings) implements Outcome {}

    /** The folder holds no finished backup. */
    record NoBackup() implements Outcome {}

    /** The data folder holds an office already. */
    record NotEmpty() implements Outcome {}

    /** A file of the backup is missing or is not what was written; nothing was made of it. */
    record Damaged(List<String> paths) implements Outcome {}

    /** The database that was named holds something already; the restore is unfinished. */
    record ServerNotEmpty(String name, String table) implements Outcome {}
  }

  /** Whether a restore was begun here and not finished. */
  public static boolean isUnfinished(Path data) {
    return Files.exists(data.resolve(MARK));
  }

  /**
   * Makes it of the newest backup, after that was checked as a whole.
   *
   * @param server the empty database that it is to work on from now on, instead of {@code
   *     office.db}
   */
  public Outcome run(Optional<DatabasePlace.OnServer> server) throws IOException, SQLException {
    if (!isFree()) {
      return new Outcome.NotEmpty();
    }
    Optional<Manifest> manifest = store.newest();
    if (manifest.isEmpty()) {
      return new Outcome.NoBackup();
    }
    List<String> damaged = damaged(manifest.get());
    if (!damaged.isEmpty()) {
      return new Outcome.Damaged(damaged);
    }
    Storage.durable().replace(data.resolve(MARK), new byte[0]);
    for (Manifest.Entry file : manifest.get().files()) {
      copy(file);
    }
    if (server.isPresent()) {
      Optional<Outcome> trouble = move(server.get());
      if (trouble.isPresent()) {
        return trouble.get();
      }
    }
    Files.delete(data.resolve(MARK));
    return new Outcome.Restored(manifest.get(), Files.exists(settings()));
  }

  /** From {@code office.db}, which goes, onto a server. */
  private Optional<Outcome> move(DatabasePlace.OnServer server) throws IOException, SQLException {
    try (OfficeDatabase here = OfficeDatabase.open(data, new DatabasePlace.InFolder(), turn -> {});
        OfficeDatabase there = OfficeDatabase.open(data, server, turn -> {})) {
      switch (new DatabaseCopy(here, there).run()) {
        case DatabaseCopy.Outcome.Copied _ -> DatabasePlace.note(data, server);
        case DatabaseCopy.Outcome.NotEmpty(String table) -> {
          return Optional.of(new Outcome.ServerNotEmpty(there.name(), table));
        }
        case DatabaseCopy.Outcome.Differs differs ->
            throw new IOException(there.name() + ": " + differs);
      }
    }
    for (String file : List.of(DATABASE, DATABASE + "-wal", DATABASE + "-shm")) {
      Files.deleteIfExists(data.resolve(file));
    }
    return Optional.empty();
  }

  private boolean isFree() throws IOException {
    if (!Files.isDirectory(data) || isUnfinished(data)) {
      return true;
    }
    try (Stream<Path> files = Files.list(data)) {
      return files.allMatch(file -> file.getFileName().toString().equals("tmp"));
    }
  }

  /** The paths whose content is missing or another than was written. */
  List<String> damaged(Manifest manifest) throws IOException {
    List<String> damaged = new java.util.ArrayList<>();
    for (Manifest.Entry file : manifest.files()) {
      Path object = store.object(file.sha256());
      if (!Files.exists(object) || !FileDigest.sha256(object).equals(file.sha256())) {
        damaged.add(file.path());
      }
    }
    return damaged;
  }

  /** Not where the former office's database and bucket would be written to. */
  private Path settings() {
    return data.resolve(OfficeProperties.FILE + ".former");
  }

  private void copy(Manifest.Entry file) throws IOException {
    Path target =
        file.path().equals(OfficeProperties.FILE)
            ? settings()
            : data.resolve(file.path()).normalize();
    if (!target.startsWith(data)) {
      throw new IOException("a path that leads elsewhere: " + file.path());
    }
    Path temporary = Storage.temporaryFor(target);
    Files.createDirectories(target.getParent());
    Files.copy(store.object(file.sha256()), temporary, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString(file.mode()));
    Storage.durable().append(temporary).close(); // which forces it to the disk
    Storage.durable().move(temporary, target);
  }
}
