package org.openhall.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PrinterCharsetTest {

  @Test
  void hasAsciiAndTheTwoByteCharacters() {
    assertTrue(PrinterCharset.hasAll("A~ 居民身份证镕·—“”①，。￥─"));
  }

  @Test
  void lacksWhateverTakesFourBytesOrIsPrivateOrBroken() {
    for (String lacking : new String[] {"㐂", "㛃", "𠮷", "䶮", "\uE863", "\uD842", "\u1E3F", "龴"}) {
      assertFalse(PrinterCharset.hasAll(lacking), lacking);
    }
  }

  @Test
  void countsColumnsAsThePrinterDoes() {
    assertEquals(5, PrinterCharset.columns("A甲乙"));
    assertEquals(2, PrinterCharset.columns("𠮷"));
    assertEquals(1, PrinterCharset.columns("e\u0301"));
  }
}
