package org.openhall.repository.publisher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.repository.metadata.Key;
import org.openhall.repository.metadata.SigningKey;

/**
 * A key as a file: three lines that say whose it is, the private key as a PEM block of PKCS#8 (RFC
 * 5958; encrypted by {@link Pbes2} where it has a passphrase), and the public key as another. Only
 * its owner may read it, where the disk knows owners. The three lines are for people: nothing is
 * decided by them.
 */
public final class KeyFile {
  private static final Pattern FORM =
      Pattern.compile(
          "OpenHall key: (\\S+)\nHolder: ([^\n]*)\nMade: (\\S+)\n\\s*"
              + "-----BEGIN (ENCRYPTED )?PRIVATE KEY-----([^-]+)-----END (?:ENCRYPTED )?PRIVATE KEY-----\\s+"
              + "-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----\\s*");

  private final Path file;
  private final Label label;
  private final boolean isProtected;
  private final byte[] privateBlock;
  private final PublicKey publicKey;

  /**
   * What is written on a key.
   *
   * @param role what it was made for
   * @param holder who keeps it
   * @param made the day
   */
  public record Label(String role, String holder, LocalDate made) {}

  private KeyFile(Path file, Label label, byte[] privateBlock, Matcher form)
      throws GeneralSecurityException {
    this.file = file;
    this.label = label;
    this.privateBlock = privateBlock;
    this.isProtected = form.group(4) != null;
    this.publicKey =
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(decode(form.group(6))));
  }

  /** The passphrase is not the one of the key. */
  public static final class WrongPassphraseException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Makes a new key under a passphrase, which is not changed. */
  public static SigningKey create(Path file, Label label, char[] passphrase) throws IOException {
    SigningKey key = SigningKey.generate();
    byte[] plain = key.pair().getPrivate().getEncoded();
    try {
      write(file, label, key, pem("ENCRYPTED PRIVATE KEY", Pbes2.encrypt(plain, passphrase)));
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
    return key;
  }

  /** Makes a new key without a passphrase: for the running office, and for demonstrations. */
  public static SigningKey createOpen(Path file, Label label) throws IOException {
    SigningKey key = SigningKey.generate();
    write(file, label, key, pem("PRIVATE KEY", key.pair().getPrivate().getEncoded()));
    return key;
  }

  /** Reads what can be read without the passphrase. */
  public static KeyFile read(Path file) throws IOException {
    try {
      Matcher form = FORM.matcher(Files.readString(file, StandardCharsets.UTF_8));
      if (!form.matches()) {
        throw new IOException("%s is not a key file".formatted(file));
      }
      Label label = new Label(form.group(1), form.group(2), LocalDate.parse(form.group(3)));
      return new KeyFile(file, label, decode(form.group(5)), form);
    } catch (NoSuchFileException e) {
      throw new IOException("the key file %s is missing".formatted(file), e);
    } catch (GeneralSecurityException | IllegalArgumentException | DateTimeParseException e) {
      throw new IOException("%s is damaged; restore it from a backup".formatted(file), e);
    }
  }

  public Path file() {
    return file;
  }

  public Label label() {
    return label;
  }

  /** The public half. */
  public Key key() {
    return Key.ed25519(publicKey);
  }

  /** Whether a passphrase is needed. */
  public boolean isProtected() {
    return isProtected;
  }

  /**
   * The whole key.
   *
   * @param passphrase not changed; not looked at where the file needs none
   */
  public SigningKey unlock(char[] passphrase) throws IOException, WrongPassphraseException {
    byte[] plain = isProtected ? Pbes2.decrypt(privateBlock, passphrase) : privateBlock;
    try {
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      return new SigningKey(
          new KeyPair(publicKey, factory.generatePrivate(new PKCS8EncodedKeySpec(plain))));
    } catch (GeneralSecurityException e) {
      throw new IOException("%s is damaged; restore it from a backup".formatted(file), e);
    } finally {
      if (isProtected) {
        Arrays.fill(plain, (byte) 0);
      }
    }
  }

  private static void write(Path file, Label label, SigningKey key, String privatePem)
      throws IOException {
    String head =
        "OpenHall key: %s\nHolder: %s\nMade: %s\n"
            .formatted(label.role(), label.holder().replaceAll("\\R", " "), label.made());
    String all = head + privatePem + pem("PUBLIC KEY", key.pair().getPublic().getEncoded());
    PrivateFile.create(file, all.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] decode(String block) {
    return Base64.getMimeDecoder().decode(block);
  }

  private static String pem(String label, byte[] bytes) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, body);
  }
}
