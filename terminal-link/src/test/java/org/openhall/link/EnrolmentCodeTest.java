package org.openhall.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentCodeTest {
  private final EnrolmentToken token =
      EnrolmentToken.issue(
          new Random(3), TrustAnchors.of("root".getBytes(StandardCharsets.UTF_8), new byte[] {1}));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://office.example:8443",
        "https://10.0.0.7:8443",
        "https://[fd00:0:0:0:0:0:0:7]:8443",
        "https://office.example/Hall/api"
      })
  void readsWhatItWrote(String office) throws MalformedTokenException {
    EnrolmentCode code = new EnrolmentCode(URI.create(office), token);
    assertEquals(Optional.of(code), EnrolmentCode.parse(code.text()));
    assertEquals(Optional.of(code), EnrolmentCode.parse(" " + code.text() + "\r\n"));
  }

  /** ISO/IEC 18004, 7.3.4: digits, capitals, space $ % * + - . / : */
  @Test
  void keepsToTheSmallAlphabetOfSymbols() {
    String text = new EnrolmentCode(URI.create("https://office.example:8443"), token).text();
    assertTrue(text.matches("[0-9A-Z $%*+\\-./:]+"), text);
    assertFalse(
        new EnrolmentCode(URI.create("https://o.example"), token)
            .toString()
            .contains(token.secret()));
  }

  @Test
  void saysWhatIsWrongWithTheTokenAlone() {
    String text = new EnrolmentCode(URI.create("https://office.example"), token).text();
    String end = text.endsWith("0") ? "1" : "0";
    MalformedTokenException e =
        assertThrows(
            MalformedTokenException.class,
            () -> EnrolmentCode.parse(text.substring(0, text.length() - 1) + end));
    assertEquals(MalformedTokenException.Fault.CHECK, e.fault());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "OPENHALL",
        "OPENHALL https://office.example",
        "OPENHALL http://office.example OH2-0000",
        "OPENHALL https:// OH2-0000",
        "OPENHALL https://me@office.example OH2-0000",
        "OPENHALL https://office.example?x OH2-0000",
        "https://office.example OH2-0000",
        "6901234567892"
      })
  void takesNothingElse(String text) throws MalformedTokenException {
    assertEquals(Optional.empty(), EnrolmentCode.parse(text));
  }

  @Test
  void takesAnAddressAsPeopleTypeIt() {
    Optional<URI> office = Optional.of(URI.create("https://office.example:8443"));
    assertEquals(office, EnrolmentCode.office("office.example:8443"));
    assertEquals(office, EnrolmentCode.office(" HTTPS://OFFICE.EXAMPLE:8443/ "));
    assertEquals(Optional.empty(), EnrolmentCode.office("http://office.example:8443"));
    assertEquals(Optional.empty(), EnrolmentCode.office("office.example:99999"));
    assertEquals(Optional.empty(), EnrolmentCode.office("中心"));
    assertTrue(EnrolmentCode.isMeant("openhall https://x y".toLowerCase(Locale.ROOT)));
  }
}
