package org.openhall.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextWrapTest {

  @Test
  void wideCharactersTakeTwoColumns() {
    assertEquals(List.of("居民身份", "证补领"), TextWrap.rows("居民身份证补领", 8));
    assertEquals(List.of("居民身份", "证补领"), TextWrap.rows("居民身份证补领", 9));
  }

  @Test
  void wordsAndNumbersStayWhole() {
    assertEquals(List.of("电话", "12345678"), TextWrap.rows("电话12345678", 9));
    assertEquals(List.of("one two", "three"), TextWrap.rows("one two three", 10));
  }

  @Test
  void aWordWiderThanARowIsCut() {
    assertEquals(List.of("abcdefgh", "ij"), TextWrap.rows("abcdefghij", 8));
  }

  @Test
  void noRowBeginsWithAClosingMark() {
    for (int columns = 8; columns <= 48; columns++) {
      for (String row : TextWrap.rows("本人携带身份证（原件）、户口簿、照片两张，到窗口办理。".repeat(3), columns)) {
        assertTrue("，。、）".indexOf(row.charAt(0)) < 0, row);
        assertTrue(PrinterCharset.columns(row) <= columns, row);
      }
    }
  }

  @Test
  void lineFeedsBeginARowAndBlankTextIsOneBlankRow() {
    assertEquals(List.of("甲", "", "乙"), TextWrap.rows("甲\n\n乙", 8));
    assertEquals(List.of(""), TextWrap.rows("", 8));
  }

  @Test
  void nothingThatAPrinterTakesForACommandIsLeft() {
    assertEquals(
        List.of("a @b pd"), TextWrap.rows("\u001Ba \u001B@b\u0010\u0004\u0001 p\u007Fd\u0000", 48));
    assertEquals(List.of("甲 乙丙"), TextWrap.rows("甲\u00A0乙\u200B丙\uFEFF", 48));
    assertEquals(List.of("甲 乙"), TextWrap.rows("甲\t乙", 48));
  }
}
