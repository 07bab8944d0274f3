package org.openhall.simulator.idmodule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhall.simulator.card.BadCardException;
import org.openhall.simulator.card.CardBox;

/** The published frames of the protocol, byte for byte. */
class SamModuleTest {

  private static final String FIND = "0003200122";
  private static final String SELECT = "0003200221";
  private static final String READ = "0003300132";
  private static final String CARD_FOUND = "000800009F0000000097";

  private final SamModule module = new SamModule();

  @ParameterizedTest
  @CsvSource({
    "reset,              000310FFEC, 0004000090 94",
    "status,             000311FFED, 0004000090 94",
    "find without card,  0003200122, 0004000080 84",
    "select before find, 0003200221, 0004000081 85",
    "read before select, 0003300132, 0004000041 45",
    "radio frame size,   000461FF50CA, 0004000090 94",
    "baud rate,          0003600063, 0004000090 94",
    "checksum of public code that is wrong, 0003200121, 0004000010 14",
    "unknown command,    0003404003, 0004000021 25",
    "find with a byte too many, 000420010025, 0004000011 15",
    "SAM id,             000312FFEE," + " 0014000090 05000300 65A03301 39300000 15CD5B07 F8",
  })
  void answersAsPublished(String what, String request, String answer) {
    assertEquals(answer.replace(" ", ""), ask(request), what);
  }

  @Test
  void readsACardInTheOrderFindSelectRead() throws BadCardException {
    module.lay(CardBox.authored().named("zhang"));
    assertEquals(CARD_FOUND, ask(FIND));
    assertEquals("000C00009000000000000000009C", ask(SELECT));
    byte[] read = HexFormat.of().parseHex(ask(READ));
    assertEquals(1295 - 5, read.length);
    assertArrayEquals(
        HexFormat.of().parseHex("050800009001000400"), Arrays.copyOf(read, 9), "header");
    assertEquals("张三丰", new String(read, 9, 30, StandardCharsets.UTF_16LE).strip());
    assertEquals("11010519491231002X", new String(read, 9 + 122, 36, StandardCharsets.UTF_16LE));
    assertEquals("长期      ", new String(read, 9 + 204, 16, StandardCharsets.UTF_16LE));
  }

  @Test
  void doesNotFindACardAgainThatWasReadBeforeItIsLifted() throws BadCardException {
    module.lay(CardBox.authored().named("zhang"));
    ask(FIND);
    ask(SELECT);
    ask(READ);
    assertEquals("000400008084", ask(FIND));
    module.lift();
    module.lay(CardBox.authored().named("zhang"));
    assertEquals(CARD_FOUND, ask(FIND));
  }

  @Test
  void refusesToReadAFoundButNotSelectedCard() throws BadCardException {
    module.lay(CardBox.authored().named("zhang"));
    ask(FIND);
    assertEquals("000400004145", ask(READ));
  }

  @Test
  void sendsFingerprintsOfTheLengthThatItsHeaderSays() throws BadCardException {
    module.lay(CardBox.authored().named("lin"));
    ask(FIND);
    ask(SELECT);
    String read = ask("0003301023");
    assertEquals("090A000090010004000400", read.substring(0, 22));
    assertEquals(2321 - 5, read.length() / 2);
  }

  @Test
  void hasANewestAddressOnlyWhereOneWasWritten() throws BadCardException {
    module.lay(CardBox.authored().named("zhang"));
    ask(FIND);
    ask(SELECT);
    assertEquals("000400009195", ask("0003300330"));
    module.lay(CardBox.authored().named("lin"));
    ask(FIND);
    ask(SELECT);
    assertEquals("004A000090", ask("0003300330").substring(0, 10));
  }

  @Test
  void failsAReadDuringWhichTheCardIsTorn() throws BadCardException {
    module.lay(CardBox.authored().named("zhang"));
    ask(FIND);
    ask(SELECT);
    module.set(Fault.TEAR);
    assertEquals("000400004145", ask(READ));
    assertEquals(Optional.empty(), module.card());
  }

  @ParameterizedTest
  @CsvSource({
    "REQUEST_CHECKSUM, 10, 10, 10, 10", "REQUEST_LENGTH, 11, 11, 11, 11",
    "UNKNOWN_COMMAND,  21, 21, 21, 21", "NO_PERMISSION,  23, 23, 23, 23",
    "UNKNOWN_ERROR,    24, 24, 24, 24", "CARD_REFUSES,   90, 9F, 31, 41",
    "MODULE_REFUSES,   90, 9F, 32, 41", "NOT_VERIFIED,   90, 9F, 33, 41",
    "WRONG_CARD,       90, 9F, 40, 41", "NO_RANDOM,      90, 9F, 47, 41",
    "SELF_TEST_FAILED, 60, 60, 60, 60", "NOT_AUTHORISED, 66, 66, 66, 66",
    "SELECT_FAILS,     90, 9F, 81, 41", "READ_FAILS,     90, 9F, 90, 41",
    "OK,               90, 9F, 90, 90",
  })
  void saysWhatIsWrongToWhomItConcerns(
      Fault fault, String status, String find, String select, String read) throws BadCardException {
    module.set(fault);
    module.lay(CardBox.authored().named("zhang"));
    assertEquals(status, ask("000311FFED").substring(8, 10));
    assertEquals(find, ask(FIND).substring(8, 10));
    assertEquals(select, ask(SELECT).substring(8, 10));
    assertEquals(read, ask(READ).substring(8, 10));
  }

  @Test
  void forgetsTheCardItSelectedWhenItRestarts() throws BadCardException {
    module.lay(CardBox.authored().named("zhang"));
    ask(FIND);
    ask(SELECT);
    module.set(Fault.RESTART);
    ask(READ);
    assertEquals("000400004145", ask(READ));
    assertEquals(CARD_FOUND, ask(FIND));
  }

  @Test
  void aBrokenCardIsBrokenInItsOwnWay() throws BadCardException {
    module.lay(CardBox.authored().named("mute"));
    assertEquals("000400008084", ask(FIND));
    assertEquals("000400004145", find("unreadable"));
    assertEquals("000400004145", find("slips"));
    assertEquals(Optional.empty(), module.card());
    assertFalse(find("garbage").contains(text("贾雨村")));
    assertTrue(find("checksum").contains(text("刘玄德")));
  }

  @Test
  void aCardLeavesAfterSoManyBytesWereReadOffIt() throws BadCardException {
    module.lay(CardBox.authored().named("zhang"));
    module.tearAfter(2000);
    ask(FIND);
    ask(SELECT);
    assertTrue(ask(READ).contains(text("张三丰")));
    assertEquals("000400004145", ask(READ), "less than a card's bytes are left");
    assertEquals(Optional.empty(), module.card());
  }

  private String find(String card) throws BadCardException {
    module.lay(CardBox.authored().named(card));
    assertEquals(CARD_FOUND, ask(FIND));
    ask(SELECT);
    return ask(READ);
  }

  private static String text(String name) {
    return HexFormat.of().withUpperCase().formatHex(name.getBytes(StandardCharsets.UTF_16LE));
  }

  @Test
  void findsARequestAfterNoiseAndHalfAPreamble() {
    assertEquals(
        "000400009094",
        HexFormat.of().withUpperCase().formatHex(feed("00FFAAAAAAAA9669000311FFED")));
  }

  @Test
  void refusesALengthThatNoCommandHas() {
    assertEquals("000400001115", HexFormat.of().withUpperCase().formatHex(feed("AAAAAA966905DC")));
  }

  @Test
  void refusesAFrameThatEndsBeforeItsLength() {
    FrameScanner scanner = new FrameScanner();
    for (byte next : HexFormat.of().parseHex("AAAAAA9669000411FF")) {
      assertEquals(Optional.empty(), scanner.take(next));
    }
    Request request = scanner.silence().orElseThrow();
    assertEquals("000400001115", withoutPreamble(module.answer(request).frame()));
    assertEquals(Optional.empty(), scanner.silence());
  }

  private String ask(String afterPreamble) {
    return HexFormat.of().withUpperCase().formatHex(feed("AAAAAA9669" + afterPreamble));
  }

  private byte[] feed(String hex) {
    FrameScanner scanner = new FrameScanner();
    for (byte next : HexFormat.of().parseHex(hex)) {
      Optional<Request> request = scanner.take(next);
      if (request.isPresent()) {
        return HexFormat.of().parseHex(withoutPreamble(module.answer(request.get()).frame()));
      }
    }
    return new byte[0];
  }

  private static String withoutPreamble(byte[] frame) {
    String hex = HexFormat.of().withUpperCase().formatHex(frame);
    assertEquals("AAAAAA9669", hex.substring(0, 10));
    return hex.substring(10);
  }
}
