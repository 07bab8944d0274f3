package org.openhall.simulator.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

  @ParameterizedTest
  @CsvSource({
    "1B40,                             INITIALISE",
    "1B6101,                           ALIGN",
    "1C26,                             KANJI_ON",
    "1C530004,                         KANJI_SPACING",
    "1D5601,                           CUT",
    "1D564203,                         CUT",
    "1D763000 0200 0200 0A0A0A0A,      RASTER",
    "1D286B 0300 314306,               EXTENDED",
    "1D6B04 414200,                    BARCODE",
    "1D6B49 03 7B4241,                 BARCODE",
    "1B44 08 10 00,                    TAB_STOPS",
    "1B2A21 0200 0A0A0A 0A0A0A,        BIT_IMAGE",
    "1D384C 0200 0000 3003,            LARGE_GRAPHICS",
    "100404,                           REALTIME_STATUS",
    "10040701,                         REALTIME_STATUS",
    "100502,                           REALTIME_ENQUIRY",
    "1014010001,                       REALTIME_REQUEST",
    "101408 01031401060208,            REALTIME_REQUEST",
    "1B01,                             UNKNOWN",
    "07,                               UNKNOWN_CONTROL",
  })
  void findsTheEndOfACommandByteByByte(String hex, Op expected) {
    Tokenizer tokenizer = new Tokenizer();
    List<Token> tokens = new ArrayList<>();
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", "") + "41");
    for (byte next : bytes) {
      tokens.addAll(tokenizer.take(new byte[] {next}, 1));
    }
    assertEquals(List.of(expected, Op.TEXT), tokens.stream().map(Token::op).toList());
    assertEquals(bytes.length - 1, tokens.getFirst().bytes().length);
    assertEquals(bytes.length - 1, tokens.getLast().offset());
  }

  @Test
  void takesRealTimeBytesWithinAnImageForDots() {
    byte[] image = HexFormat.of().parseHex("1D7630000300010010040 4".replace(" ", ""));
    List<Token> tokens = new Tokenizer().take(image, image.length);
    assertEquals(List.of(Op.RASTER), tokens.stream().map(Token::op).toList());
  }

  @Test
  void passesOverTheDataOfACommandThatIsTooLongAndKeepsNoneOfIt() {
    byte[] huge = HexFormat.of().parseHex("1D763000FFFF4000");
    Tokenizer tokenizer = new Tokenizer();
    List<Token> tokens = tokenizer.take(huge, huge.length);
    assertEquals(List.of(Op.TOO_LONG), tokens.stream().map(Token::op).toList());
    byte[] dots = new byte[1 << 20];
    for (long left = 65_535L * 64; left > 0; left -= dots.length) {
      int count = (int) Math.min(left, dots.length);
      assertEquals(List.of(), tokenizer.take(dots, count));
    }
    assertEquals(
        List.of(Op.LINE_FEED),
        tokenizer.take(new byte[] {0x0A}, 1).stream().map(Token::op).toList());
  }

  @Test
  void givesUpABarcodeWithoutAnEnd() {
    Tokenizer tokenizer = new Tokenizer();
    tokenizer.take(HexFormat.of().parseHex("1D6B04"), 3);
    byte[] digits = new byte[Tokenizer.LONGEST];
    Arrays.fill(digits, (byte) '1');
    List<Token> tokens = tokenizer.take(digits, digits.length);
    assertEquals(List.of(Op.TOO_LONG, Op.TEXT), tokens.stream().map(Token::op).toList());
  }
}
