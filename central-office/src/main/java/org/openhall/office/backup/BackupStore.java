package org.openhall.office.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Comparator;
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
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  private final Path folder;

  BackupStore(Path folder) {
    this.folder = folder;
  }

  void prepare() throws IOException {
    Files.createDirectories(folder.resolve("objects"));
    Files.setPosixFilePermissions(folder, OWNER);
  }

  /** Takes a file in, unless its content is there; what is written is what is hashed. */
  Manifest.Entry add(String path, Path file) throws IOException {
    String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    String known = FileDigest.sha256(file);
    Path object = object(known);
    if (Files.exists(object)) {
      return new Manifest.Entry(path, known, Files.size(object), mode);
    }
    Path temporary = Files.createTempFile(folder.resolve("objects"), ".new", ".tmp");
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
    return folder.resolve("objects").resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  void add(Manifest manifest) throws IOException {
    manifest.write(folder.resolve("backup-" + manifest.madeAt().replace(":", "") + ".json"));
  }

  /** The newest backup that was finished. */
  Optional<Manifest> newest() throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Optional<Path> file;
    try (Stream<Path> files = Files.list(folder)) {
      file =
          files
              .filter(each -> each.getFileName().toString().matches("backup-.*\\.json"))
              .max(Comparator.comparing(each -> each.getFileName().toString()));
    }
    return file.isPresent() ? Optional.of(Manifest.read(file.get())) : Optional.empty();
  }
}
