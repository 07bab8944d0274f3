package org.openhall.office.people;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final int EIGHT = 100_000_000;

  @ParameterizedTest(name = "RFC 6238, appendix B: at {0}")
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void givesTheCodesOfTheStandard(long at, String code) {
    int value = Totp.hotp(KEY, Totp.step(Instant.ofEpochSecond(at)));
    assertEquals(code, Totp.digits(value % EIGHT, 8));
  }

  @ParameterizedTest(name = "RFC 4648, section 10: {0}")
  @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
  void writesBase32AsTheStandardDoes(String plain, String encoded) {
    byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
    assertEquals(encoded, Base32.encode(bytes));
    assertArrayEquals(bytes, Base32.decode(encoded));
  }

  @Test
  void takesTheCodeOfTheStepBeforeAndAfterAndNoOther() {
    String secret = Base32.encode(KEY);
    Instant now = Instant.ofEpochSecond(1_111_111_111);
    for (int steps = -2; steps <= 2; steps++) {
      Instant then = now.plusSeconds(30L * steps);
      OptionalLong expected =
          Math.abs(steps) <= 1 ? OptionalLong.of(Totp.step(then)) : OptionalLong.empty();
      assertEquals(expected, Totp.match(secret, Totp.code(secret, then), now), steps + " steps");
    }
    assertEquals(OptionalLong.empty(), Totp.match(secret, "", now));
  }
}
