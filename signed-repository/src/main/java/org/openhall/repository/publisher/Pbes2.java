package org.openhall.repository.publisher;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openhall.repository.publisher.KeyFile.WrongPassphraseException;

/**
 * Encrypts a private key under a passphrase: PBES2 (RFC 8018 §6.2) with PBKDF2, HMAC-SHA-256 and
 * AES-256-CBC. The key is derived apart from the cipher because the JDK's own PBES2 takes ASCII
 * passphrases only, and people here write Chinese.
 */
public final class Pbes2 {
  private static final String NAME = "PBEWithHmacSHA256AndAES_256";

  /** OWASP's advice for PBKDF2 with HMAC-SHA-256. */
  private static final int ROUNDS = 600_000;

  private static final int KEY_BITS = 256;
  private static final int SALT_AND_IV = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Pbes2() {}

  /** An EncryptedPrivateKeyInfo (RFC 5958) of PKCS#8 bytes. */
  public static byte[] encrypt(byte[] plain, char[] passphrase) throws IOException {
    PBEParameterSpec spec = new PBEParameterSpec(random(), ROUNDS, new IvParameterSpec(random()));
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance(NAME);
      parameters.init(spec);
      byte[] encrypted = run(Cipher.ENCRYPT_MODE, spec, passphrase, plain);
      // The name of the whole, under which alone the JDK knows an object identifier.
      AlgorithmParameters general = AlgorithmParameters.getInstance("PBES2");
      general.init(parameters.getEncoded());
      return new EncryptedPrivateKeyInfo(general, encrypted).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PBES2", e);
    }
  }

  /**
   * The PKCS#8 bytes of an EncryptedPrivateKeyInfo, which the caller overwrites.
   *
   * @param passphrase not changed
   */
  public static byte[] decrypt(byte[] encrypted, char[] passphrase)
      throws IOException, WrongPassphraseException {
    EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
    try {
      AlgorithmParameters parameters = info.getAlgParameters();
      if (parameters == null || !parameters.toString().equals(NAME)) {
        throw new IOException("a key file that is not encrypted by " + NAME);
      }
      PBEParameterSpec spec = parameters.getParameterSpec(PBEParameterSpec.class);
      return run(Cipher.DECRYPT_MODE, spec, passphrase, info.getEncryptedData());
    } catch (BadPaddingException e) {
      throw new WrongPassphraseException();
    } catch (GeneralSecurityException e) {
      throw new IOException("a key file whose encryption is damaged", e);
    }
  }

  private static byte[] run(int mode, PBEParameterSpec spec, char[] passphrase, byte[] text)
      throws GeneralSecurityException {
    PBEKeySpec secret =
        new PBEKeySpec(passphrase, spec.getSalt(), spec.getIterationCount(), KEY_BITS);
    byte[] key = {};
    try {
      key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(secret).getEncoded();
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      AlgorithmParameterSpec iv = spec.getParameterSpec();
      cipher.init(mode, new SecretKeySpec(key, "AES"), iv);
      return cipher.doFinal(text);
    } finally {
      secret.clearPassword();
      Arrays.fill(key, (byte) 0);
    }
  }

  private static byte[] random() {
    byte[] bytes = new byte[SALT_AND_IV];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
