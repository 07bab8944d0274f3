package org.openhall.office.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.office.keys.KeyDesk.Opened;
import org.openhall.office.text.TroubleException;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.publisher.KeyFile;
import org.openhall.repository.publisher.KeyFile.Label;
import org.openhall.repository.publisher.KeyFile.WrongPassphraseException;

/** Key files of people, opened with their passphrases. */
public record KeyRing(Passphrases passphrases) {
  private static final String ENDING = ".key";

  /** Makes a key file under a new passphrase; it is not asked for again to use the key. */
  public Opened create(Path file, Label label) throws IOException, TroubleException {
    if (Files.exists(file)) {
      throw new TroubleException("trouble.key-exists", file);
    }
    char[] passphrase = passphrases.forNew(file);
    try {
      SigningKey key = KeyFile.create(file, label, passphrase);
      return new Opened(KeyFile.read(file), key);
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  /** Opens a key file. */
  public SigningKey unlock(Path file) throws IOException, TroubleException {
    KeyFile key = read(file);
    char[] passphrase = key.isProtected() ? passphrases.of(file) : new char[0];
    try {
      return key.unlock(passphrase);
    } catch (WrongPassphraseException e) {
      throw new TroubleException("trouble.passphrase-wrong", file);
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  /** Reads what can be read without the passphrase. */
  public static KeyFile read(Path file) throws IOException, TroubleException {
    if (!Files.isRegularFile(file)) {
      throw new TroubleException("trouble.key-missing", file);
    }
    return KeyFile.read(file);
  }

  /** The key files in some folders that were made for a role. */
  public static List<KeyFile> of(KeyRole role, List<Path> folders) throws IOException {
    List<KeyFile> found = new ArrayList<>();
    for (Path folder : folders) {
      for (Path file : keyFiles(folder)) {
        Optional<KeyFile> key =
            Optional.of(KeyFile.read(file)).filter(k -> k.label().role().equals(role.roleName()));
        key.ifPresent(found::add);
      }
    }
    return found;
  }

  private static List<Path> keyFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList();
    }
  }

  /** Where a new key goes: a file as named, or one in a folder, named after role and holder. */
  public static Path place(Path out, KeyRole role, String holder) {
    return out.getFileName().toString().endsWith(ENDING)
        ? out
        : out.resolve(role.roleName() + "-" + holder.replaceAll("[^\\p{L}\\p{N}]+", "-") + ENDING);
  }
}
