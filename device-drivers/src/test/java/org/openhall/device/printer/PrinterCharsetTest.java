package org.openhall.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PrinterCharsetTest {

  @Test
  void hasAsciiAndTheTwoByteCharacters() {
    assertTrue(Profile.builtIn("80mm-gb18030").charset().hasAll("A~ 居民身份证镕·—“”①，。￥─"));
  }

  @Test
  void lacksWhateverTakesFourBytesOrIsPrivateOrBroken() {
    for (String lacking : new String[] {"㐂", "㛃", "𠮷", "䶮", "\uE863", "\uD842", "\u1E3F", "龴"}) {
      assertFalse(Profile.builtIn("80mm-gb18030").charset().hasAll(lacking), lacking);
    }
  }

  @Test
  void countsColumnsAsThePrinterDoes() {
    assertEquals(5, PrinterCharset.columns("A甲乙"));
    assertEquals(2, PrinterCharset.columns("𠮷"));
    assertEquals(1, PrinterCharset.columns("e\u0301"));
  }

  @Test
  void aFontOfAnOlderStandardHasFewerCharacters() {
    assertFalse(charset("80mm-gb18030", PrinterCharset.Font.GB2312).hasAll("镕"));
    assertTrue(charset("80mm-gb18030", PrinterCharset.Font.GB2312).hasAll("办事指南——“”，、·①"));
    assertTrue(Profile.builtIn("80mm-gbk").charset().hasAll("镕"));
    assertFalse(Profile.builtIn("80mm-gbk").charset().hasAll("€"));
    assertTrue(Profile.builtIn("80mm-gb18030").charset().hasAll("€"));
  }

  @Test
  void aCharacterHasTheBytesOfTheEncoding() {
    assertEquals("efbfa5", hex("80mm-utf8", '￥'));
    assertEquals("a3a4", hex("80mm-gbk", '￥'));
    assertEquals("a3a4", hex("80mm-gb18030", '￥'));
  }

  private static String hex(String profile, int codePoint) {
    return HexFormat.of().formatHex(Profile.builtIn(profile).charset().bytes(codePoint));
  }

  private static PrinterCharset charset(String profile, PrinterCharset.Font font) {
    PrinterCharset charset = Profile.builtIn(profile).charset();
    return new PrinterCharset(charset.encoding(), font, charset.kanjiMode());
  }
}
