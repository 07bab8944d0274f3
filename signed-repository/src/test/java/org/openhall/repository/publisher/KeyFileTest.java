package org.openhall.repository.publisher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Base64;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.spec.PBEParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.publisher.KeyFile.Label;
import org.openhall.repository.publisher.KeyFile.WrongPassphraseException;

class KeyFileTest {
  private static final Label LABEL = new Label("editors", "张三", LocalDate.of(2026, 11, 24));

  @TempDir private Path dir;

  private static char[] passphrase() {
    return "明厅的口令 2026".toCharArray();
  }

  @Test
  void aKeyComesBackUnderItsPassphraseOnly() throws IOException, WrongPassphraseException {
    Path file = dir.resolve("stick/zhang.key");
    SigningKey made = KeyFile.create(file, LABEL, passphrase());
    KeyFile read = KeyFile.read(file);
    assertEquals(LABEL, read.label());
    assertEquals(made.key(), read.key());
    assertTrue(read.isProtected());
    SigningKey unlocked = read.unlock(passphrase());
    assertArrayEquals(
        made.pair().getPrivate().getEncoded(), unlocked.pair().getPrivate().getEncoded());
    assertThrows(WrongPassphraseException.class, () -> read.unlock("another".toCharArray()));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void thePassphraseIsStretchedSixHundredThousandTimesAndTheCipherIsAes256()
      throws IOException, GeneralSecurityException {
    Path file = dir.resolve("zhang.key");
    KeyFile.create(file, LABEL, passphrase());
    String block =
        Files.readString(file)
            .replaceAll("(?s).*BEGIN ENCRYPTED PRIVATE KEY-----(.*)-----END ENCRYPTED.*", "$1");
    var parameters =
        new EncryptedPrivateKeyInfo(Base64.getMimeDecoder().decode(block)).getAlgParameters();
    assertEquals("PBEWithHmacSHA256AndAES_256", parameters.toString());
    assertEquals(600_000, parameters.getParameterSpec(PBEParameterSpec.class).getIterationCount());
  }

  @Test
  void anOpenKeyNeedsNoPassphraseAndSaysSo() throws IOException, WrongPassphraseException {
    Path file = dir.resolve("demo.key");
    SigningKey made = KeyFile.createOpen(file, LABEL);
    assertFalse(KeyFile.read(file).isProtected());
    assertEquals(made.id(), KeyFile.read(file).unlock(new char[0]).id());
  }

  @Test
  void aKeyIsNeverOverwritten() throws IOException {
    Path file = dir.resolve("demo.key");
    KeyFile.createOpen(file, LABEL);
    assertThrows(IOException.class, () -> KeyFile.createOpen(file, LABEL));
  }

  @Test
  void aFileThatIsNoKeyIsNamed() throws IOException {
    Path file = Files.writeString(dir.resolve("x.key"), "nonsense");
    var e = assertThrows(IOException.class, () -> KeyFile.read(file));
    assertTrue(e.toString().contains("x.key"), e.toString());
  }
}
