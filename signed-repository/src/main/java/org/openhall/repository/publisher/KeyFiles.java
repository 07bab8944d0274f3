package org.openhall.repository.publisher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TopRole;
import org.openhall.repository.storage.Storage;

/**
 * The private keys of the roles: {@code <role>.key} holds the PKCS#8 private key and the public key
 * as two PEM blocks, in a folder and files that only their owner may read.
 */
final class KeyFiles {
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN PRIVATE KEY-----(.+)-----END PRIVATE KEY-----\\s+"
              + "-----BEGIN PUBLIC KEY-----(.+)-----END PUBLIC KEY-----\\s*",
          Pattern.DOTALL);

  private final Path folder;
  private final Storage storage;

  KeyFiles(Path folder, Storage storage) {
    this.folder = folder;
    this.storage = storage;
  }

  /** Makes the folder, closed to everybody else. */
  void prepare() throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /** The key that an earlier, perhaps interrupted, call made; else a new one. */
  SigningKey readOrCreate(TopRole role) throws IOException {
    if (Files.exists(file(role))) {
      return read(role);
    }
    SigningKey key = SigningKey.generate();
    Path temporary = Storage.temporaryFor(file(role));
    Files.deleteIfExists(temporary);
    Files.createFile(
        temporary,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var out = storage.append(temporary)) {
      out.write(encode(key.pair()).getBytes(StandardCharsets.US_ASCII));
    }
    storage.move(temporary, file(role));
    return key;
  }

  SigningKey read(TopRole role) throws IOException {
    Path file = file(role);
    try {
      Matcher pem = PEM.matcher(Files.readString(file, StandardCharsets.US_ASCII));
      if (!pem.matches()) {
        throw new IOException("%s is not a key file; restore it from a backup".formatted(file));
      }
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      return new SigningKey(
          new KeyPair(
              factory.generatePublic(new X509EncodedKeySpec(block(pem, 2))),
              factory.generatePrivate(new PKCS8EncodedKeySpec(block(pem, 1)))));
    } catch (NoSuchFileException e) {
      throw new IOException(
          "the signing key %s is missing; restore it from a backup".formatted(file), e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("%s is damaged; restore it from a backup".formatted(file), e);
    }
  }

  private Path file(TopRole role) {
    return folder.resolve(role.roleName() + ".key");
  }

  private static byte[] block(Matcher pem, int group) {
    return Base64.getMimeDecoder().decode(pem.group(group));
  }

  private static String encode(KeyPair pair) {
    return encode("PRIVATE KEY", pair.getPrivate()) + encode("PUBLIC KEY", pair.getPublic());
  }

  private static String encode(String label, Key key) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(label, body);
  }
}
