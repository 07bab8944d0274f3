package org.openhall.device.scanner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhall.device.Scanner;
import org.openhall.device.Scanner.Flaw;
import org.openhall.device.scanner.CodeAssembler.Found;

/** Where codes begin and end. */
class CodeAssemblerTest {

  private static final Duration GAP = Duration.ofMillis(300);

  private CodeAssembler codes = new CodeAssembler(Framing.USUAL);

  private static CodeAssembler framed(String prefix, String suffix) {
    return new CodeAssembler(new Framing(bytes(prefix), bytes(suffix), GAP));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private List<String> sent(String text) {
    List<String> found = new ArrayList<>();
    for (byte next : bytes(text)) {
      codes.take(next).ifPresent(ended -> found.add(text(ended)));
    }
    return found;
  }

  private static String text(Found found) {
    return switch (found) {
      case Found.Whole(byte[] whole) -> new String(whole, StandardCharsets.ISO_8859_1);
      case Found.Flawed(Flaw flaw) -> "?" + flaw;
    };
  }

  private Optional<String> silence() {
    return codes.silence().map(CodeAssemblerTest::text);
  }

  @ParameterizedTest
  @CsvSource({"42", "'42\r'", "'42\n'", "'42\r\n'", "'\n42\r'"})
  void aPauseEndsACodeWhateverLineEndItHas(String line) {
    assertEquals(List.of(), sent(line));
    assertEquals(Optional.of("42"), silence());
    assertEquals(Optional.empty(), silence(), "once");
  }

  @Test
  void lineFeedsWithinACodeAreItsOwn() {
    assertEquals(List.of(), sent("title\nfirst\nsecond\r"));
    assertEquals(Optional.of("title\nfirst\nsecond"), silence());
  }

  @Test
  void afterALineEndLessSilenceIsNeeded() {
    assertEquals(GAP, codes.patience());
    sent("42");
    assertEquals(GAP, codes.patience());
    sent("\r");
    assertEquals(Framing.AFTER_LINE_END, codes.patience());
    codes = framed("", "\r");
    sent("4\n");
    assertEquals(GAP, codes.patience());
  }

  @Test
  void aSuffixEndsACodeAtOnceAndNothingElseDoes() {
    codes = framed("", "\r");
    assertEquals(List.of("1\n2", "3"), sent("1\n2\r\n3\r"));
    assertEquals(List.of(), sent("45"));
    assertEquals(Optional.of("?BROKEN_OFF"), silence());
    assertEquals(List.of("6"), sent("6\r"));
  }

  @Test
  void aSuffixOfManyBytesIsFoundAfterItsOwnBeginning() {
    codes = framed("", "\r\r\n");
    assertEquals(List.of("7"), sent("7\r\r\r\n"));
  }

  @Test
  void whatComesBeforeThePrefixIsNoPartOfACode() {
    codes = framed("##*", "\r");
    assertEquals(List.of("42"), sent("noise###*42\r"));
    assertEquals(List.of(), sent("43\r"), "without its prefix");
    sent("#");
    assertEquals(Optional.empty(), silence());
    assertEquals(List.of(), sent("#*44\r"), "half a prefix before a silence counts for nothing");
    assertEquals(List.of("45"), sent("##*45\r"));
  }

  @Test
  void theLongestCodeIsTakenAndALongerOneIsNot() {
    String longest = "8".repeat(Scanner.LONGEST_CODE);
    sent(longest + "\r\n");
    assertEquals(Optional.of(longest), silence());
    sent(longest + "8");
    assertEquals(Optional.of("?TOO_LONG"), silence());
    codes = framed("", "\r");
    assertEquals(List.of(longest), sent(longest + "\r"));
    assertEquals(List.of("?TOO_LONG", "5"), sent(longest + "8\r5\r"));
  }

  @Test
  void whoNeverStopsIsNotWaitedForAndTheRestIsPassedOver() {
    assertEquals(List.of("?TOO_LONG"), sent("8".repeat(17 * Scanner.LONGEST_CODE)));
    assertEquals(Optional.empty(), silence());
    sent("9");
    assertEquals(Optional.of("9"), silence());
  }

  @Test
  void whatWasNotAskedForIsPassedOverToItsEnd() {
    sent("1234");
    codes.drop();
    assertTrue(codes.idle());
    sent("56\r");
    assertEquals(Optional.empty(), silence());
    sent("78\r");
    assertFalse(codes.idle());
    assertEquals(Optional.of("78"), silence());
    codes = framed("", "\r");
    sent("12");
    codes.drop();
    assertEquals(List.of("5"), sent("34\r5\r"));
  }

  @Test
  void aSpoiltCodeIsNone() {
    sent("12");
    codes.spoil(Flaw.NOT_TEXT);
    sent("34");
    assertEquals(Optional.of("?NOT_TEXT"), silence());
    sent("56");
    assertEquals(Optional.of("56"), silence());
  }

  @Test
  void lineEndsAloneAreNoCode() {
    sent("\r\n\r\n");
    assertEquals(Optional.empty(), silence());
  }

  @Test
  void nothingOfACodeIsKeptAfterItsEndOrAfterADrop() throws ReflectiveOperationException {
    codes = framed("", "\r");
    sent("secret");
    codes.drop();
    assertKeptNothing();
    sent("\rsecret");
    codes.silence();
    assertKeptNothing();
    Found found = null;
    for (byte next : bytes("secret\r")) {
      found = codes.take(next).orElse(null);
    }
    assertInstanceOf(Found.Whole.class, found);
    assertKeptNothing();
  }

  private void assertKeptNothing() throws ReflectiveOperationException {
    for (String field : List.of("kept", "tail")) {
      Field array = CodeAssembler.class.getDeclaredField(field);
      array.setAccessible(true);
      byte[] kept = (byte[]) array.get(codes);
      assertArrayEquals(new byte[kept.length], kept, field);
    }
  }
}
