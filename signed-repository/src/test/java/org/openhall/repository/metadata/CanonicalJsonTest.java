package org.openhall.repository.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.openhall.repository.metadata.RepositoryException.Malformed;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {

  private static String canonical(String json) throws Malformed {
    return new String(CanonicalJson.encode("test", new JsonMapper().readTree(json)), UTF_8);
  }

  @Test
  void sortsKeysAndDropsWhiteSpace() throws Malformed {
    assertEquals(
        "{\"a\":[1,true,null,-5],\"b\":{}}",
        canonical("{ \"b\" : { }, \"a\" : [ 1, true, null, -5 ] }"));
  }

  @Test
  void escapesOnlyQuoteAndBackslash() throws Malformed {
    assertEquals("\"\\\"\\\\\n\t\u007f中/\"", canonical("\"\\\"\\\\\\n\\t\\u007f\\u4e2d\\/\""));
  }

  @Test
  void sortsKeysByCodePointAlsoBeyondTheBasicPlane() throws Malformed {
    assertEquals("{\"\uFF5E\":1,\"\uD840\uDC00\":2}", canonical("{\"𠀀\":2,\"～\":1}"));
  }

  @Test
  void keepsWholeNumbersOfAnySize() throws Malformed {
    assertEquals("123456789012345678901234567890", canonical("123456789012345678901234567890"));
  }

  @Test
  void refusesFractions() {
    assertThrows(Malformed.class, () -> canonical("1.5"));
    assertThrows(Malformed.class, () -> canonical("1e3"));
  }

  @Test
  void refusesHalfASurrogatePair() {
    assertThrows(Malformed.class, () -> canonical("\"\\ud840\""));
  }
}
