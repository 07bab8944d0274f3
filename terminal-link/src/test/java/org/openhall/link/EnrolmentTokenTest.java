package org.openhall.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentTokenTest {
  private static final byte[] ROOT = "{\"signed\":{}}".getBytes(UTF_8);

  private final EnrolmentToken token = EnrolmentToken.issue(new Random(1), ROOT);

  @Test
  void pinsTheRootItWasIssuedForAndNoOther() {
    assertTrue(token.pins(ROOT));
    byte[] other = ROOT.clone();
    other[0] ^= 1;
    assertFalse(token.pins(other));
  }

  @Test
  void readsBackFromItsText() throws MalformedTokenException {
    assertTrue(token.text().matches("OH1-[0-9A-Z]{16}-[0-9A-Z]{26}"), token.text());
    assertEquals(token, EnrolmentToken.parse(token.text()));
  }

  @Test
  void forgivesHowPeopleType() throws MalformedTokenException {
    EnrolmentToken zeros = new EnrolmentToken("01".repeat(8), token.rootFingerprint());
    String typed = " " + zeros.text().toLowerCase(java.util.Locale.ROOT) + "\n";
    assertEquals(zeros, EnrolmentToken.parse(typed));
    assertEquals(zeros, EnrolmentToken.parse(zeros.text().replace("0101", "oLOi")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "OH1",
        "OH2-0123456789ABCDEF-0123456789ABCDEFGHJKMNPQRS",
        "OH1-0123456789ABCDEF",
        "OH1-0123456789ABCDE-0123456789ABCDEFGHJKMNPQRS",
        "OH1-0123456789ABCDEF-0123456789ABCDEFGHJKMNPQR",
        "OH1-0123456789ABCDEU-0123456789ABCDEFGHJKMNPQRS",
        "OH1-0123456789ABCDEF-0123456789ABCDEFGHJKMNPQRS-",
        "OH1-0123456789ABCDE证-0123456789ABCDEFGHJKMNPQRS"
      })
  void refusesWhatIsNoTokenWithoutRepeatingIt(String typed) {
    var e = assertThrows(MalformedTokenException.class, () -> EnrolmentToken.parse(typed));
    assertFalse(e.toString().contains("0123456789"), e.toString());
  }

  @Test
  void neverShowsItsSecret() {
    assertFalse(token.toString().contains(token.secret()));
    String request = new EnrolmentRequest(token.text(), "一楼大厅").toString();
    assertFalse(request.contains(token.secret()), request);
  }

  @Test
  void twoTokensDiffer() {
    Random random = new Random(2);
    assertFalse(EnrolmentToken.issue(random, ROOT).equals(EnrolmentToken.issue(random, ROOT)));
  }
}
