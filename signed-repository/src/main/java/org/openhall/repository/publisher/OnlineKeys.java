package org.openhall.repository.publisher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.openhall.repository.metadata.Authority;
import org.openhall.repository.metadata.Key;
import org.openhall.repository.metadata.KeyId;
import org.openhall.repository.metadata.Root;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TopRole;
import org.openhall.repository.publisher.KeyFile.WrongPassphraseException;

/**
 * The keys with which the running office signs timestamp and snapshot: without a passphrase, in a
 * folder and files that only their owner may read. A file bears the key's id, and root says which
 * counts, so that a new key can lie there before it does.
 */
final class OnlineKeys {
  private static final int ID_DIGITS = 16;

  private final Path folder;

  OnlineKeys(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder, closed to everybody else. */
  void prepare() throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /** A new key; nothing counts it before root does. */
  SigningKey create(TopRole role, Clock clock) throws IOException {
    Path fresh = folder.resolve(role.roleName() + ".new");
    Files.deleteIfExists(fresh); // of a call that was interrupted
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    SigningKey key = KeyFile.createOpen(fresh, new KeyFile.Label(role.roleName(), "office", today));
    Files.move(fresh, file(role, key.id()));
    return key;
  }

  /** The key that this root names. */
  SigningKey read(TopRole role, Root root) throws IOException {
    for (KeyId id : root.authority(role).keys().keySet()) {
      if (Files.exists(file(role, id))) {
        return open(file(role, id));
      }
    }
    throw new IOException(
        "the office's %s key is missing in %s; restore it from a backup, or run: keys rotate %s"
            .formatted(role.roleName(), folder, role.roleName()));
  }

  /**
   * Whose signature is this office's own: every key that lies here, also one that root names no
   * more, until it is deleted.
   */
  Authority own(TopRole role) throws IOException {
    Map<KeyId, Key> keys = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> isOf(role, f)).toList()) {
        Key key = KeyFile.read(file).key();
        keys.put(key.id(), key);
      }
    }
    return new Authority(role.roleName(), keys, 1);
  }

  private static boolean isOf(TopRole role, Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(role.roleName() + "-") && name.endsWith(".key");
  }

  /** Removes a key that root does not name any more. */
  void delete(TopRole role, KeyId id) throws IOException {
    Files.deleteIfExists(file(role, id));
  }

  private static SigningKey open(Path file) throws IOException {
    try {
      return KeyFile.read(file).unlock(new char[0]);
    } catch (WrongPassphraseException e) {
      throw new IOException("%s has a passphrase; no running office can use it".formatted(file), e);
    }
  }

  private Path file(TopRole role, KeyId id) {
    return folder.resolve(role.roleName() + "-" + id.hex().substring(0, ID_DIGITS) + ".key");
  }
}
