package org.openhall.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhall.link.MalformedTokenException.Fault;

class EnrolmentTokenTest {
  private static final TrustAnchors ANCHORS = anchors("{\"signed\":{}}", "authority");

  private final EnrolmentToken token = EnrolmentToken.issue(new Random(1), ANCHORS);

  private static TrustAnchors anchors(String root, String authority) {
    return TrustAnchors.of(root.getBytes(UTF_8), authority.getBytes(UTF_8));
  }

  @Test
  void pinsBothAnchorsItWasIssuedForAndNoOthers() {
    assertTrue(token.pins(ANCHORS));
    assertFalse(token.pins(anchors("{\"signed\":[]}", "authority")));
    assertFalse(token.pins(anchors("{\"signed\":{}}", "authoritz")));
  }

  @Test
  void readsBackFromItsText() throws MalformedTokenException {
    assertTrue(token.text().matches("OH2(-[0-9A-Z]{4}){10}"), token.text());
    assertEquals(token, EnrolmentToken.parse(token.text()));
    assertTrue(token.text().contains(token.trust().grouped()), "the fingerprint is seen in it");
  }

  @Test
  void forgivesHowPeopleType() throws MalformedTokenException {
    EnrolmentToken zeros = new EnrolmentToken("01".repeat(8), token.trust());
    String typed = " " + zeros.text().toLowerCase(Locale.ROOT).replace('-', ' ') + "\n";
    assertEquals(zeros, EnrolmentToken.parse(typed));
    assertEquals(zeros, EnrolmentToken.parse(zeros.text().replace("0101", "oLOi")));
  }

  @Test
  void everySingleSlipIsNoticed() {
    String text = token.text();
    for (int i = 4; i < text.length(); i++) {
      if (text.charAt(i) != '-') {
        char other = text.charAt(i) == '7' ? '8' : '7';
        String slip = text.substring(0, i) + other + text.substring(i + 1);
        var e = assertThrows(MalformedTokenException.class, () -> EnrolmentToken.parse(slip));
        assertEquals(Fault.CHECK, e.fault());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', PREFIX",
    "OH1-0123456789ABCDEF-0123456789ABCDEFGHJKMNPQRS, PREFIX",
    "OH2, LENGTH",
    "OH2-0123456789ABCDEF, LENGTH",
    "OH2-0123456789ABCDEF0123456789ABCDEF012345678, LENGTH",
    "OH2-0123456789ABCDEU0123456789ABCDEF01234567, SIGN",
    "OH2-0123456789ABCDE证0123456789ABCDEF01234567, SIGN"
  })
  void refusesWhatIsNoTokenWithoutRepeatingIt(String typed, Fault fault) {
    var e = assertThrows(MalformedTokenException.class, () -> EnrolmentToken.parse(typed));
    assertEquals(fault, e.fault());
    assertFalse(e.toString().contains("0123456789"), e.toString());
  }

  @Test
  void neverShowsItsSecret() {
    String secret = Fingerprint.grouped(token.secret());
    assertFalse(token.toString().contains(token.secret()));
    assertFalse(token.toString().contains(secret));
    Base64Bytes none = Base64Bytes.of(new byte[0]);
    String request = new EnrolmentRequest(token.text(), none, "一楼大厅").toString();
    assertFalse(request.contains(secret), request);
  }

  @Test
  void twoTokensDiffer() {
    Random random = new Random(2);
    assertNotEquals(EnrolmentToken.issue(random, ANCHORS), EnrolmentToken.issue(random, ANCHORS));
  }
}
