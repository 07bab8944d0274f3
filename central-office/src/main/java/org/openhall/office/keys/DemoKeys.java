package org.openhall.office.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openhall.office.text.TroubleException;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.publisher.KeyFile;
import org.openhall.repository.publisher.KeyFile.WrongPassphraseException;

/**
 * All keys of people in one folder of the office's data, without passphrases: for demonstrations
 * and tests. Whoever has the folder is the whole office.
 */
public record DemoKeys(Path folder) {
  private static final List<KeyRole> ROLES =
      List.of(KeyRole.ROOT, KeyRole.TARGETS, KeyRole.EDITORS, KeyRole.REVIEWERS, KeyRole.EMERGENCY);

  /** Whether this office works with demo keys. */
  public boolean isThere() {
    return Files.exists(file(KeyRole.ROOT));
  }

  /** Makes them. */
  public Map<KeyRole, SigningKey> create(LocalDate today) throws IOException {
    Map<KeyRole, SigningKey> keys = new EnumMap<>(KeyRole.class);
    for (KeyRole role : ROLES) {
      Files.deleteIfExists(file(role)); // of an init that was interrupted
      KeyFile.Label label = new KeyFile.Label(role.roleName(), "demo", today);
      keys.put(role, KeyFile.createOpen(file(role), label));
    }
    return keys;
  }

  /** The key of a role. */
  public SigningKey key(KeyRole role) throws IOException, TroubleException {
    try {
      return KeyRing.read(file(role)).unlock(new char[0]);
    } catch (WrongPassphraseException e) {
      throw new TroubleException("trouble.passphrase-wrong", file(role));
    }
  }

  /** Where the key lies by which sealed events are opened. */
  public Path intake() {
    return folder.resolve("intake.key");
  }

  /** Where the key of a role lies. */
  public Path file(KeyRole role) {
    return folder.resolve(role.roleName() + ".key");
  }
}
