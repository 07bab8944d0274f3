package org.openhall.office.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.link.Base64Bytes;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.link.envelope.SealKey;
import org.openhall.repository.publisher.KeyFile.WrongPassphraseException;
import org.openhall.repository.publisher.Pbes2;
import org.openhall.repository.publisher.PrivateFile;

/**
 * An intake key as a file: four lines that say whose it is, and the private key as a PEM block of
 * PKCS#8 (RFC 5958, X25519 as in RFC 8410), encrypted where it has a passphrase.
 *
 * @param key the public half
 * @param holder who opens with it
 * @param block the private half, PKCS#8 as it stands in the file
 */
public record IntakeKeyFile(
    Path file, SealKey key, String holder, boolean isProtected, Base64Bytes block) {
  private static final Pattern FORM =
      Pattern.compile(
          "OpenHall key: intake\nHolder: ([^\n]*)\nMade: [^\n]*\nKey: (\\S+)\n"
              + "-----BEGIN (ENCRYPTED )?PRIVATE KEY-----([^-]+)-----END [A-Z ]+-----\\s*");

  /** What stands before the 32 bytes in PKCS#8. */
  private static final byte[] PREFIX = {
    0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20
  };

  private static final int LINE = 64;

  /**
   * Makes a new key.
   *
   * @param passphrase not changed; empty for none, as in demonstrations
   */
  public static IntakeKeyFile create(Path file, String holder, LocalDate today, char[] passphrase)
      throws IOException {
    String name = holder.replaceAll("\\R", " ");
    try (OpeningKey key = OpeningKey.generate(new SecureRandom())) {
      boolean isProtected = passphrase.length > 0;
      byte[] block = block(key, passphrase);
      String label = isProtected ? "ENCRYPTED PRIVATE KEY" : "PRIVATE KEY";
      String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(block);
      String text =
          "OpenHall key: intake\nHolder: %s\nMade: %s\nKey: %s\n-----BEGIN %5$s-----\n%4$s\n-----END %5$s-----\n"
              .formatted(name, today, key.sealKey().text(), body, label);
      PrivateFile.create(file, text.getBytes(StandardCharsets.UTF_8));
      return new IntakeKeyFile(file, key.sealKey(), name, isProtected, Base64Bytes.of(block));
    }
  }

  private static byte[] block(OpeningKey key, char[] passphrase) throws IOException {
    byte[] secret = key.secret();
    byte[] plain = Arrays.copyOf(PREFIX, PREFIX.length + secret.length);
    System.arraycopy(secret, 0, plain, PREFIX.length, secret.length);
    Arrays.fill(secret, (byte) 0);
    if (passphrase.length == 0) {
      return plain;
    }
    try {
      return Pbes2.encrypt(plain, passphrase);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /** Reads what can be read without the passphrase. */
  public static IntakeKeyFile read(Path file) throws IOException {
    try {
      Matcher form = FORM.matcher(Files.readString(file, StandardCharsets.UTF_8));
      if (!form.matches()) {
        throw new IOException("%s is not an intake key".formatted(file));
      }
      SealKey key = SealKey.parse(form.group(2)).orElseThrow(() -> damaged(file));
      Base64Bytes block = Base64Bytes.of(Base64.getMimeDecoder().decode(form.group(4)));
      return new IntakeKeyFile(file, key, form.group(1), form.group(3) != null, block);
    } catch (NoSuchFileException e) {
      throw new IOException("the key file %s is missing".formatted(file), e);
    } catch (IllegalArgumentException e) {
      throw new IOException("%s is damaged; restore it from a backup".formatted(file), e);
    }
  }

  private static IOException damaged(Path file) {
    return new IOException("%s is damaged; restore it from a backup".formatted(file));
  }

  /**
   * The key itself; the caller closes it.
   *
   * @param passphrase not changed; not looked at where the file needs none
   */
  public OpeningKey unlock(char[] passphrase) throws IOException, WrongPassphraseException {
    byte[] plain = isProtected ? Pbes2.decrypt(block.bytes(), passphrase) : block.bytes();
    try {
      int size = plain.length - PREFIX.length;
      if (size < 0 || !Arrays.equals(plain, 0, PREFIX.length, PREFIX, 0, PREFIX.length)) {
        throw damaged(file);
      }
      OpeningKey opened =
          OpeningKey.takeOver(Arrays.copyOfRange(plain, PREFIX.length, plain.length));
      if (!opened.sealKey().equals(key)) {
        opened.close();
        throw damaged(file);
      }
      return opened;
    } catch (IllegalArgumentException e) {
      throw new IOException("%s is damaged; restore it from a backup".formatted(file), e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /** Never shows the private half. */
  @Override
  public String toString() {
    return "IntakeKeyFile[" + file + ", " + key.id() + "]";
  }
}
