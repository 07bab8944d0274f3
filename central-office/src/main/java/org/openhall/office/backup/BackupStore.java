package org.openhall.office.backup;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openhall.repository.metadata.Sha256;
import org.openhall.repository.storage.FileDigest;
import org.openhall.repository.storage.Storage;

/**
 * A folder of backups: {@code objects/ab/ab…} holds each content once, however many backups have
 * it; {@code backup-<time>.json} is written last and says what a backup is made of. It holds keys:
 * nobody but its owner may read it.
 */
final class BackupStore {
  private static final String OBJECTS = "objects";
  private static final String NEW = ".new";
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  private final Path folder;

  BackupStore(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder, and keeps others from writing into it until what is given back is closed. */
  FileChannel prepare() throws IOException {
    Files.createDirectories(folder.resolve(OBJECTS));
    Files.setPosixFilePermissions(folder, OWNER);
    FileChannel alone = FileChannel.open(folder.resolve(".lock"), CREATE, WRITE);
    try {
      alone.lock(); // gone with its channel, or its process
    } catch (IOException | OverlappingFileLockException e) {
      alone.close();
      throw new IOException(folder + ": " + e, e);
    }
    return alone;
  }

  /** Takes a file in, unless its content is there; what is written is what is hashed. */
  Manifest.Entry add(String path, Path file) throws IOException {
    String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    String known = FileDigest.sha256(file);
    Path object = object(known);
    if (Files.exists(object)) {
      return new Manifest.Entry(path, known, Files.size(object), mode);
    }
    Path temporary = Files.createTempFile(folder.resolve(OBJECTS), NEW, ".tmp");
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
        OutputStream out = Storage.durable().append(temporary)) {
      in.transferTo(out);
    }
    String written = Sha256.hex(digest, new byte[0]);
    long length = Files.size(temporary);
    Path target = object(written);
    Files.createDirectories(target.getParent());
    Storage.durable().move(temporary, target);
    return new Manifest.Entry(path, written, length, mode);
  }

  Path object(String sha256) {
    return folder.resolve(OBJECTS).resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  void add(Manifest manifest) throws IOException {
    manifest.write(folder.resolve("backup-" + manifest.madeAt().replace(":", "") + ".json"));
  }

  /** The newest backup that was finished. */
  Optional<Manifest> newest() throws IOException {
    List<Path> backups = backups();
    return backups.isEmpty() ? Optional.empty() : Optional.of(Manifest.read(backups.getLast()));
  }

  /** The manifests of all that were finished, by time. */
  List<Path> backups() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(each -> each.getFileName().toString().matches("backup-.*\\.json"))
          .sorted(Comparator.comparing(each -> each.getFileName().toString()))
          .toList();
    }
  }

  /** Deletes every content that is not among these, and what an interrupted backup left. */
  long keepOnly(Set<String> contents) throws IOException {
    List<Path> useless;
    try (Stream<Path> files = Files.walk(folder.resolve(OBJECTS))) {
      useless =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !contents.contains(file.getFileName().toString()))
              .toList();
    }
    long bytes = 0;
    for (Path file : useless) {
      bytes += Files.size(file);
      Files.delete(file);
    }
    return bytes;
  }
}
