package org.openhall.office.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openhall.office.database.Alone;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.database.Turn;

/**
 * A copy of a whole office while it runs. Releases and signatures wait meanwhile, so that
 * repository and draft stand still; the database is copied in one transaction of its own;
 * attachments come last, since a record never names one that is not there yet.
 */
public final class Backup {
  private static final String ATTACHMENTS = "files";

  /**
   * Neither is of use elsewhere: files on their way, and the database, which is copied by itself.
   */
  private static final Set<String> LEFT_OUT = Set.of("tmp", "office.db-wal", "office.db-shm");

  private final OfficeDatabase database;
  private final Clock clock;

  public Backup(OfficeDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What was done.
   *
   * @param manifest of the new backup
   * @param gone of earlier ones
   */
  public record Done(Manifest manifest, Pruning.Gone gone) {}

  /** Writes it into a folder of backups, from which earlier ones go then. */
  public Done write(Path folder, Pruning pruning) throws IOException, SQLException {
    BackupStore store = new BackupStore(folder);
    try (FileChannel _ = store.prepare()) {
      Manifest manifest = write(store);
      return new Done(manifest, pruning.in(store));
    }
  }

  private Manifest write(BackupStore store) throws IOException, SQLException {
    Path data = database.folder();
    Path work = Files.createTempDirectory(Files.createDirectories(data.resolve("tmp")), "backup");
    try (Alone _ = database.alone(Turn.RELEASE);
        Alone _ = database.alone(Turn.REPOSITORY)) {
      List<Manifest.Entry> files = new ArrayList<>(files(store, data));
      database.snapshot(work);
      files.add(store.add(Restore.DATABASE, work.resolve(Restore.DATABASE)));
      Path attachments = data.resolve(ATTACHMENTS);
      if (Files.isDirectory(attachments)) {
        walk(store, data, attachments, files);
      }
      Manifest manifest =
          new Manifest(
              clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
              new OfficeName(database).get(),
              database.name(),
              files);
      store.add(manifest);
      return manifest;
    } finally {
      Leavings.delete(work);
    }
  }

  private static List<Manifest.Entry> files(BackupStore store, Path data) throws IOException {
    List<Manifest.Entry> files = new ArrayList<>();
    walk(store, data, data, files);
    return files;
  }

  private static void walk(BackupStore store, Path data, Path top, List<Manifest.Entry> files)
      throws IOException {
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String path = data.relativize(folder).toString();
            boolean isLater = path.equals(ATTACHMENTS) && !folder.equals(top);
            return isLater || LEFT_OUT.contains(path)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String path = data.relativize(file).toString();
            String name = file.getFileName().toString();
            if (attributes.isRegularFile()
                && !LEFT_OUT.contains(path)
                && !path.equals(Restore.DATABASE)
                && !name.endsWith(".lock")
                && !name.startsWith(".")) {
              files.add(store.add(path, file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
