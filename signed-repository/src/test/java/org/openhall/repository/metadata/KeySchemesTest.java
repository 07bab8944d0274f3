package org.openhall.repository.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The specification's §4.2: the keys of other repositories. */
class KeySchemesTest {
  private static final byte[] MESSAGE = "明厅".getBytes(UTF_8);
  private static final String P256 = "ecdsa-sha2-nistp256";
  private static final String PSS = "rsassa-pss-sha256";

  private static KeyPair pair(String algorithm, AlgorithmParameterSpec spec)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(spec);
    return generator.generateKeyPair();
  }

  private static KeyPair rsa(int bits) throws GeneralSecurityException {
    return pair("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
  }

  private static String pem(KeyPair pair, int width) {
    String body =
        Base64.getMimeEncoder(width, new byte[] {'\n'})
            .encodeToString(pair.getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
  }

  private static byte[] ecdsa(KeyPair pair) throws GeneralSecurityException {
    Signature signer = Signature.getInstance("SHA256withECDSA");
    signer.initSign(pair.getPrivate());
    signer.update(MESSAGE);
    return signer.sign();
  }

  private static byte[] pss(KeyPair pair, int salt) throws GeneralSecurityException {
    Signature signer = Signature.getInstance("RSASSA-PSS");
    signer.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, salt, 1));
    signer.initSign(pair.getPrivate());
    signer.update(MESSAGE);
    return signer.sign();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecdsa", P256})
  void ecdsaVerifiesUnderBothNames(String type) throws GeneralSecurityException {
    KeyPair pair = pair("EC", new ECGenParameterSpec("secp256r1"));
    Key key = new Key(type, P256, pem(pair, 64));
    byte[] signature = ecdsa(pair);
    assertTrue(key.verifies(MESSAGE, signature));
    assertFalse(key.verifies(new byte[] {1}, signature));
    assertFalse(key.verifies(MESSAGE, new byte[0]));
  }

  @Test
  void anotherCurveVerifiesNothing() throws GeneralSecurityException {
    KeyPair pair = pair("EC", new ECGenParameterSpec("secp384r1"));
    assertFalse(new Key("ecdsa", P256, pem(pair, 64)).verifies(MESSAGE, ecdsa(pair)));
  }

  /** As long as the hash, and as long as the key allows: 256 bytes less 32 and 2. */
  @ParameterizedTest
  @ValueSource(ints = {32, 222})
  void rsaVerifiesWithEitherSalt(int salt) throws GeneralSecurityException {
    KeyPair pair = rsa(2048);
    Key key = new Key("rsa", PSS, pem(pair, 64));
    byte[] signature = pss(pair, salt);
    assertTrue(key.verifies(MESSAGE, signature));
    signature[10] ^= 1;
    assertFalse(key.verifies(MESSAGE, signature));
  }

  @Test
  void aShortRsaKeyVerifiesNothing() throws GeneralSecurityException {
    KeyPair pair = rsa(1024);
    assertFalse(new Key("rsa", PSS, pem(pair, 64)).verifies(MESSAGE, pss(pair, 32)));
  }

  @Test
  void anUnknownSchemeVerifiesNothing() throws GeneralSecurityException {
    KeyPair pair = pair("EC", new ECGenParameterSpec("secp256r1"));
    Key key = new Key("ecdsa", "ecdsa-sha2-nistp384", pem(pair, 64));
    assertFalse(key.verifies(MESSAGE, ecdsa(pair)));
    assertFalse(new Key("ecdsa", P256, "no PEM").verifies(MESSAGE, ecdsa(pair)));
  }

  @Test
  void aKeyIsTheSameHoweverItIsWritten() throws GeneralSecurityException {
    KeyPair pair = pair("EC", new ECGenParameterSpec("secp256r1"));
    Key one = new Key("ecdsa", P256, pem(pair, 64));
    Key other = new Key(P256, P256, "\n" + pem(pair, 20));
    assertEquals(one.identity(), other.identity());
    assertTrue(one.identity().isPresent());
    assertTrue(new Key("sm2", "sm2", "").identity().isEmpty());
  }
}
