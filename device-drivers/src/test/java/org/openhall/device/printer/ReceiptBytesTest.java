package org.openhall.device.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.device.Receipt;
import org.openhall.device.Receipt.Line;

class ReceiptBytesTest {

  private static final String BEGIN = "<ESC>@<GS>a<00><FS>.";
  private static final String END = "<GS>VB<00><GS>r<01>";

  @Test
  void asciiIsPlainAndWideRunsStandInKanjiMode() {
    assertBytes("<FS>&张三<FS>. A1<LF>", new Line.Text("张三 A1"));
    assertBytes("No.<FS>&〔２〕<FS>.3<LF>", new Line.Text("No.〔２〕3"));
  }

  @Test
  void aHeadingIsCentredAndTwiceAsLarge() {
    assertBytes(
        style('1', "<11>") + "<FS>&回执<FS>.<LF>" + style('0', "<00>") + "<ESC>J<0c>",
        new Line.Heading("回执"));
  }

  @Test
  void aPairFillsTheRowFromBothSides() {
    assertBytes(
        "<FS>&办理事项<FS>." + " ".repeat(30) + "<FS>&身份证补领<FS>.<LF>", new Line.Pair("办理事项", "身份证补领"));
  }

  @Test
  void aValueTooWideStandsIndentedUnderItsLabel() {
    String value = "甲".repeat(25);
    assertBytes(
        "<FS>&地点<FS>.<LF>  <FS>&" + "甲".repeat(23) + "<FS>.<LF>  <FS>&甲甲<FS>.<LF>",
        new Line.Pair("地点", value));
  }

  @Test
  void aRuleGoesAcrossThePaperAndAFeedIsCounted() {
    assertBytes(
        "<FS>&" + "─".repeat(24) + "<FS>.<LF><ESC>d<03>", new Line.Rule(), new Line.Feed(3));
  }

  @Test
  void narrowPaperHasItsOwnColumns() {
    Receipt receipt = new Receipt(List.of(new Line.Pair("A", "B"), new Line.Rule()));
    assertEquals(
        BEGIN + "A" + " ".repeat(30) + "B<LF><FS>&" + "─".repeat(16) + "<FS>.<LF>" + END,
        shown(
            ReceiptBytes.of(receipt, Profile.builtIn("58mm-gb18030"), new RasterFonts(List.of()))));
  }

  @Test
  void aRowWithACharacterThatThePrinterLacksIsDrawnAndTheOthersAreNot() {
    for (String rare : new String[] {"㛃", "𠮷", "䶮", "e\u0301"}) {
      byte[] bytes = bytes(new Line.Text("王" + rare), new Line.Text("普通"));
      assertEquals(BEGIN, shown(bytes).substring(0, BEGIN.length()));
      int start = 10;
      assertArrayEquals(
          new byte[] {0x1D, 'v', '0', 0, 72, 0, 30, 0},
          Arrays.copyOfRange(bytes, start, start + 8),
          rare);
      int after = start + 8 + 72 * 30;
      assertEquals("<FS>&普通<FS>.<LF>" + END, shown(bytes, after));
    }
  }

  @Test
  void aDrawnRowSendsNoTextAtAllAndSoNoQuestionMark() {
    byte[] bytes = bytes(new Line.Text("甲㛃𠮷䶮乙丙"));
    assertEquals(7 + 11 + 72 * 30 + 7, bytes.length);
  }

  @Test
  void whatNoFontHasIsPrintedAsABoxWithItsCodePoint() {
    assertBytes("<FS>&海南省□<FS>.U+E003<LF>", new Line.Text("海南省\uE003"));
    assertBytes("<FS>&张□<FS>.U+2EBF0<LF>", new Line.Text("张" + Character.toString(0x2EBF0)));
    assertBytes("<FS>&□<FS>.U+D842<FS>&号<FS>.<LF>", new Line.Text("\uD842号"));
  }

  @Test
  void textCannotSendCommands() {
    assertBytes("a@V<LF>", new Line.Text("\u001Ba\u001B@\u001DV\u0010\u0004"));
  }

  @Test
  void everyReceiptEndsWithTheCutAndTheQuestion() {
    byte[] bytes = bytes(new Line.Qr("https://example.invalid/办事指南/12345"));
    assertTrue(shown(bytes).endsWith(END));
  }

  @Test
  void dotsComeInPiecesOfAtMost64Rows() {
    byte[] bytes = bytes(new Line.Picture(8, 100, new java.util.BitSet()));
    int second = 7 + 11 + 72 * 64;
    assertArrayEquals(
        new byte[] {0x1B, 'a', '0', 0x1D, 'v', '0', 0, 72, 0, 36, 0},
        Arrays.copyOfRange(bytes, second, second + 11));
    assertEquals(7 + 2 * 11 + 72 * 100 + 3 + 7, bytes.length);
  }

  @Test
  void noDotsMakeARealTimeCommand() {
    byte[] dots = new byte[72];
    System.arraycopy(ReceiptBytes.FORGET, 0, dots, 0, ReceiptBytes.FORGET.length);
    java.util.BitSet picture = new java.util.BitSet();
    for (int x = 0; x < 576; x++) {
      picture.set(x, (dots[x / 8] & 0x80 >> x % 8) != 0);
    }
    byte[] bytes = bytes(new Line.Picture(576, 1, picture));
    dots[0] = 0x18;
    assertArrayEquals(dots, Arrays.copyOfRange(bytes, 7 + 11, 7 + 11 + 72));
  }

  @Test
  void aPartingForgetsEndsTheLongestCommandResetsAndCuts() {
    byte[] bytes =
        ReceiptBytes.parting(Profile.builtIn("80mm-gb18030"), new RasterFonts(List.of()), false);
    int nulls = 64 * 72 + 11;
    assertEquals("<10><14><08><01><03><14><01><06><02><08>", shown(Arrays.copyOf(bytes, 10)));
    assertArrayEquals(new byte[nulls], Arrays.copyOfRange(bytes, 10, 10 + nulls));
    assertEquals("<ESC>@<GS>a<00>" + END + "<GS>r<01>", shown(bytes, 10 + nulls));
  }

  private static String style(char side, String times) {
    return "<ESC>M0<ESC>E<00><GS>!" + times + "<ESC>-0<ESC>a" + side + "<ESC>2<GS>B<00>";
  }

  private static void assertBytes(String expected, Line... lines) {
    assertEquals(BEGIN + expected + END, shown(bytes(lines)));
  }

  private static byte[] bytes(Line... lines) {
    return ReceiptBytes.of(
        new Receipt(List.of(lines)), Profile.builtIn("80mm-gb18030"), new RasterFonts(List.of()));
  }

  private static String shown(byte[] bytes) {
    return shown(bytes, 0);
  }

  /** GB18030 text with control characters by their names or in hexadecimal. */
  private static String shown(byte[] bytes, int from) {
    String text = new String(bytes, from, bytes.length - from, Charset.forName("GB18030"));
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      shown.append(
          switch (c) {
            case 0x1B -> "<ESC>";
            case 0x1C -> "<FS>";
            case 0x1D -> "<GS>";
            case '\n' -> "<LF>";
            default -> c < ' ' ? String.format("<%02x>", (int) c) : String.valueOf(c);
          });
    }
    return shown.toString();
  }
}
