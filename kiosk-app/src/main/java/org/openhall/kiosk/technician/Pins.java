package org.openhall.kiosk.technician;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.openhall.link.Base64Bytes;
import org.openhall.link.JsonFile;
import org.openhall.link.settings.TerminalSettings;

/**
 * The PINs of a terminal as slow salted hashes (PBKDF2 with HMAC-SHA-512, RFC 8018), in {@code
 * pins.json} beside the settings: on a terminal a folder into which only root writes. The command
 * {@code pin} writes it, the kiosk only reads. There is none until one is set.
 *
 * @param hashes by role
 */
record Pins(Map<Role, Hash> hashes) {
  /** Digits of a PIN, at most. */
  static final int MOST_DIGITS = 12;

  /** As long as a person bears to wait, and a thief of the file does not. */
  static final int ROUNDS = 600_000;

  private static final int SALT = 16;
  private static final int BITS = 256;

  Pins {
    hashes = Map.copyOf(hashes);
  }

  /** One PIN. */
  record Hash(Base64Bytes salt, int rounds, Base64Bytes hash) {

    private boolean fits(char[] pin) {
      return MessageDigest.isEqual(derive(pin, salt.bytes(), rounds), hash.bytes());
    }
  }

  static Path path(Path data) {
    return TerminalSettings.file(data).resolveSibling("pins.json");
  }

  static JsonFile<Pins> file(Path data) {
    Path path = path(data);
    return new JsonFile<>(path.resolveSibling(""), path.getFileName().toString(), Pins.class);
  }

  /** Those that were set; none where there is no file. */
  static Pins read(Path data) throws IOException {
    return file(data).read().orElseGet(() -> new Pins(Map.of()));
  }

  /** The same with another PIN for a role. */
  Pins with(Role role, char[] pin, int rounds, SecureRandom random) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    Map<Role, Hash> all = new EnumMap<>(Role.class);
    all.putAll(hashes);
    Base64Bytes hash = Base64Bytes.of(derive(pin, salt, rounds));
    all.put(role, new Hash(Base64Bytes.of(salt), rounds, hash));
    return new Pins(all);
  }

  /** Whose PIN it is. Takes as long for a wrong one. */
  Optional<Role> whose(char[] pin) {
    Optional<Role> found = Optional.empty();
    for (Role role : Role.values()) {
      Hash hash = hashes.get(role);
      if (hash != null && hash.fits(pin)) {
        found = Optional.of(role);
      }
    }
    return found;
  }

  private static byte[] derive(char[] pin, byte[] salt, int rounds) {
    PBEKeySpec spec = new PBEKeySpec(pin, salt, rounds, BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PBKDF2", e);
    } finally {
      spec.clearPassword();
    }
  }
}
