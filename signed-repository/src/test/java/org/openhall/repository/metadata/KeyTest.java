package org.openhall.repository.metadata;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyTest {
  private static final byte[] MESSAGE = {0x72};

  /** RFC 8032 §7.1, test 2. */
  private static final Key KEY =
      new Key(
          "ed25519", "ed25519", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");

  private static final byte[] SIGNATURE =
      HexFormat.of()
          .parseHex(
              "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                  + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");

  @Test
  void verifiesThePublishedTestVector() {
    assertTrue(KEY.verifies(MESSAGE, SIGNATURE));
  }

  @Test
  void everyFlippedBitOfTheSignatureIsRefused() {
    for (int bit = 0; bit < SIGNATURE.length * 8; bit++) {
      byte[] tampered = SIGNATURE.clone();
      tampered[bit / 8] ^= (byte) (1 << bit % 8);
      assertFalse(KEY.verifies(MESSAGE, tampered), "bit " + bit);
    }
  }

  @Test
  void nonsenseIsNoSignature() {
    assertFalse(KEY.verifies(MESSAGE, new byte[0]));
    assertFalse(KEY.verifies(MESSAGE, new byte[63]));
    assertFalse(new Key("ed25519", "ed25519", "zz").verifies(MESSAGE, SIGNATURE));
    assertFalse(new Key("ed25519", "ed25519", "ff".repeat(32)).verifies(MESSAGE, SIGNATURE));
  }
}
