package org.openhall.agent.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.Optional;
import org.openhall.link.JsonFile;
import org.openhall.link.UnreadableFileException;
import org.openhall.link.credential.Credential;
import org.openhall.link.credential.KeyPairs;
import org.openhall.link.credential.UnreadableCredentialException;
import org.openhall.repository.storage.Storage;

/**
 * {@code identity/} of a terminal, which only the agent may read. {@code current.pem} holds the
 * key, its certificate and the office's authority, and is replaced as a whole; {@code next.pem} is
 * a key that has no certificate yet; {@code reports.json} counts what the key signed. Whenever the
 * power goes, one usable pair is there, and a request whose answer was lost can be repeated with
 * the same key.
 */
public final class IdentityFolder {
  private final Path folder;
  private final Storage storage;

  public IdentityFolder(Path data, Storage storage) {
    this.folder = data.resolve("identity");
    this.storage = storage;
  }

  /**
   * The key and certificate in use; empty before enrolment.
   *
   * @throws UnreadableCredentialException when the file is damaged
   */
  public Optional<Credential> current() throws IOException {
    try {
      return Optional.of(Credential.fromPem(Files.readAllBytes(currentFile())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The key for the next request: the one of a request that came to nothing, or a new one. */
  public KeyPair nextKey() throws IOException {
    Optional<KeyPair> pending = pendingKey();
    return pending.isPresent() ? pending.get() : newKey();
  }

  /** As {@link #nextKey}, but never that of the certificate in use. */
  public KeyPair otherKeyThan(Credential current) throws IOException {
    Optional<KeyPair> pending =
        pendingKey().filter(pair -> !pair.getPublic().equals(current.certificate().getPublicKey()));
    return pending.isPresent() ? pending.get() : newKey();
  }

  private Optional<KeyPair> pendingKey() throws IOException {
    try {
      return Optional.of(KeyPairs.fromPem(Files.readAllBytes(nextFile())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (UnreadableCredentialException e) {
      return Optional.empty(); // nobody has certified it
    }
  }

  /** On the disk before anybody hears of it. */
  private KeyPair newKey() throws IOException {
    prepare();
    KeyPair pair = KeyPairs.generate();
    storage.replacePrivate(nextFile(), KeyPairs.toPem(pair));
    return pair;
  }

  /** Puts a key and certificate into use. */
  public void adopt(Credential credential) throws IOException {
    prepare();
    storage.replacePrivate(currentFile(), credential.toPem());
  }

  /** Ends a request: its key is in use. */
  public void forgetNext() throws IOException {
    Files.deleteIfExists(nextFile());
  }

  /**
   * The number of the next report that is signed: one more than the last, on the disk before
   * anybody hears of it.
   *
   * @throws UnreadableFileException when nobody knows any more which was the last
   */
  public long nextReport() throws IOException {
    JsonFile<Reports> file = new JsonFile<>(folder, "reports.json", Reports.class);
    Reports next = new Reports(file.read().map(Reports::signed).orElse(0L) + 1);
    prepare();
    file.write(next);
    return next.signed();
  }

  /** How many reports were signed. */
  record Reports(long signed) {}

  private void prepare() throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  private Path currentFile() {
    return folder.resolve("current.pem");
  }

  private Path nextFile() {
    return folder.resolve("next.pem");
  }
}
