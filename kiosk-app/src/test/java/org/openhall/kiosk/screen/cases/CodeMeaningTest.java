package org.openhall.kiosk.screen.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.CharBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.kiosk.screen.receipt.CodeHead;

class CodeMeaningTest {

  private static CodeMeaning of(String text) {
    return CodeMeaning.of(CharBuffer.wrap(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "042",
        "SQ-20261130-0001",
        " 440100202611300001 \r\n",
        "a1B2",
        "440524188001010015"
      })
  void lettersDigitsAndHyphensAreANumber(String text) {
    var number = assertInstanceOf(CodeMeaning.CaseNumber.class, of(text));
    assertEquals(text.strip(), new String(number.number()));
    number.close();
    assertEquals("\0".repeat(text.strip().length()), new String(number.number()));
    assertEquals("CaseNumber[redacted]", number.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"11010519491231002X", "440524188001010014", "11010519491231002x"})
  void anIdentityNumberIsNoNumberOfACase(String text) {
    assertEquals(new CodeMeaning.Identity(), of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "12",
        "-12",
        "https://example.org/health?id=1",
        "查询凭条 2026-11-30 12:00",
        "{\"name\":\"张三\"}",
        "（1/1）",
        "title(1/1)"
      })
  void whatIsNeitherIsSaidToBeSo(String text) {
    assertEquals(new CodeMeaning.Other(), of(text));
  }

  @Test
  void aNumberHasABound() {
    assertInstanceOf(CodeMeaning.CaseNumber.class, of("1".repeat(64)));
    assertEquals(new CodeMeaning.Other(), of("1".repeat(65)));
  }

  @Test
  void theCodeOfASlipNamesItsPage() {
    CodeMeaning slip = new CodeMeaning.Slip("居民身份证补领", true);
    assertEquals(slip, of(CodeHead.of("居民身份证补领", 1, 1, "")));
    assertEquals(slip, of(CodeHead.of("居民身份证补领", 2, 6, "市公安局") + "\n1. 户口簿（原件）"));
    String brackets = "关于试点（第一批）的通知（1/2）";
    assertEquals(
        new CodeMeaning.Slip(brackets, true), of(CodeHead.of(brackets, 1, 1, "市政府") + "\n1"));
  }

  @Test
  void theCodeOfAVisitsSlipNamesThePageThatWasReadFirst() {
    assertEquals(new CodeMeaning.Slip("身份证补领", true), of("查询凭条 2026-11-30 12:00\n1. 身份证补领\n2. 护照"));
  }

  @Test
  void ofATitleThatWasTooLongTheBeginningIsKnown() {
    String title = "办".repeat(60);
    assertEquals(new CodeMeaning.Slip("办".repeat(39), false), of(CodeHead.of(title, 1, 3, "市政府")));
  }
}
