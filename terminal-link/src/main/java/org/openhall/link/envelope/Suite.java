package org.openhall.link.envelope;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.hpke.HPKE;

/** The one suite: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM (RFC 9180, 7). */
final class Suite {
  static final int KEY = 32;
  private static final byte[] INFO = "openhall envelope 1".getBytes(StandardCharsets.UTF_8);

  private Suite() {}

  /** One for each use: BouncyCastle does not say whether threads may share it. */
  static HPKE hpke() {
    return new HPKE(
        HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
  }

  static byte[] info() {
    return INFO.clone();
  }
}
