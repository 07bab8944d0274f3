package org.openhall.device.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTextTest {

  private static final String TEXT = "办理居住证（1/1）\u3000市公安局\n1. 身份证 \uD840\uDC00";

  private static String decoded(byte[] bytes) {
    return CodeText.of(bytes).map(String::new).orElse("?");
  }

  @Test
  void utf8AndElseGb18030() {
    assertEquals(TEXT, decoded(TEXT.getBytes(StandardCharsets.UTF_8)));
    assertEquals(TEXT, decoded(TEXT.getBytes(Charset.forName("GB18030"))));
    assertEquals("42", decoded("\uFEFF42".getBytes(StandardCharsets.UTF_8)));
    assertEquals("01\u001d10", decoded("01\u001d10".getBytes(StandardCharsets.US_ASCII)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "00", "313200", "80", "e5", "4203", "84", "7f", "efbbbf", "c285"})
  void whatIsNoTextIsSaidToBeNone(String hex) {
    assertTrue(CodeText.of(HexFormat.of().parseHex(hex)).isEmpty(), hex);
  }
}
