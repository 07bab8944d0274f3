package org.openhall.device.socialcard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.smartcardio.CardException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.device.IdentityCard;
import org.openhall.device.SocialCard;
import org.openhall.device.SocialCardReader.ReadOutcome;
import org.openhall.device.Trace;
import org.openhall.device.transport.Recorder;

class CardReadingTest {

  /** Every command that may reach a card: SELECT and READ RECORD, of class 00. */
  private static final Pattern PERMITTED =
      Pattern.compile(
          ScriptedChip.SELECT + "|00A40[02]0002EF0[56]|00B2[01][0-9A-F](04|00)[0-4][0-9A-F]");

  /** Every first byte of a status, with some second bytes, and those that mean something. */
  private static final int[] STATUSES =
      IntStream.concat(
              IntStream.iterate(0x6000, s -> s < 0xA000, s -> s + 29).filter(s -> s != 0x9000),
              IntStream.of(0x6982, 0x6983, 0x6A81, 0x6A82, 0x6A86, 0x6283, 0x6700, 0x9303))
          .toArray();

  private final Recorder trace = Recorder.ofLengths();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void readsACardOfEachVersion(int version) throws CardException {
    SocialCard card = read(ScriptedChip.ofVersion(version));
    assertEquals(SocialCard.Version.valueOf("V" + version), card.version());
    assertEquals("*******78", card.maskedCardNumber());
    IdentityCard identity = card.identity().orElseThrow();
    assertEquals(IdentityCard.Kind.SOCIAL_SECURITY, identity.kind());
    assertEquals("***犇", identity.maskedName());
    assertEquals("1****************X", identity.maskedNumber());
    assertTrue(identity.youngerThan(80, LocalDate.of(2029, 12, 30)));
    assertFalse(card.expiredOn(LocalDate.of(2035, 3, 16)));
    assertTrue(card.expiredOn(LocalDate.of(2035, 3, 17)));
  }

  @Test
  void takesTheRecordsOfEf06HoweverTheyAreNumbered() throws CardException {
    ScriptedChip old = ScriptedChip.ofVersion(3);
    old.answer("00B2010414", "6A83").answer("00B2020420", "6A83");
    old.answer("00B2080414", "0812" + ScriptedChip.ascii(ScriptedChip.NUMBER) + "9000");
    old.answer("00B2090420", ScriptedChip.name("张三", "00"));
    assertEquals("*三", read(old).identity().orElseThrow().maskedName());
    ScriptedChip others = ScriptedChip.ofVersion(3);
    others.answer("00B2010414", "0112" + ScriptedChip.ascii(ScriptedChip.NUMBER) + "9000");
    others.answer("00B2080414", "0812" + ScriptedChip.ascii(ScriptedChip.NUMBER) + "9000");
    others.answer("00B2090420", ScriptedChip.name("㐂𠮷", "FF"));
    assertEquals("*𠮷", read(others).identity().orElseThrow().maskedName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"6982", "6985", "6988"})
  void aCardThatWantsAPinForItsHolderIsReadWithoutThem(String status) throws CardException {
    ScriptedChip chip = ScriptedChip.ofVersion(3).answer("00B2010414", status);
    assertTrue(read(chip).identity().isEmpty());
    assertEquals("00B2010414", chip.sent.getLast(), "nothing is tried after it");
    ScriptedChip file = ScriptedChip.ofVersion(2).answer("00A4020002EF06", status);
    file.answer("00A4000002EF06", status);
    assertTrue(read(file).identity().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "6A82, OtherCard", "6E00, OtherCard", "6D00, OtherCard", "6A81, CardLocked",
    "6283, CardLocked", "9303, CardLocked", "6F00, CardUnreadable", "6985, CardUnreadable"
  })
  void theAnswerToTheApplicationSaysWhatCardItIs(String status, String outcome)
      throws CardException {
    ScriptedChip chip = ScriptedChip.ofVersion(3).answer(ScriptedChip.SELECT, status);
    assertEquals(outcome, outcome(chip).getClass().getSimpleName());
    assertEquals(List.of(ScriptedChip.SELECT), chip.sent);
  }

  @Test
  void everyStatusOfEveryCommandHasAnOutcomeAndNoOtherCommandIsEverSent() throws CardException {
    ScriptedChip whole = ScriptedChip.ofVersion(3);
    outcome(whole);
    Set<String> kinds = new HashSet<>();
    for (String command : List.copyOf(whole.sent)) {
      for (int status : STATUSES) {
        ScriptedChip chip = ScriptedChip.ofVersion(3);
        chip.answer(command, "%04X".formatted(status));
        kinds.add(outcome(chip).getClass().getSimpleName());
      }
    }
    assertEquals(Set.of("CardRead", "OtherCard", "CardLocked", "CardUnreadable"), kinds);
  }

  @ParameterizedTest
  @CsvSource({
    "00B2030406, 03049000, VERSION is cut off",
    "00B2030406, 0304342E30309000, VERSION is none that is known",
    "00B2030406, 9000, VERSION is not in record 3",
    "00B2060406, 0604203513169000, VALID_UNTIL is no day",
    "00B2060406, 06042A3512169000, VALID_UNTIL is no day",
    "00B207040B, 070920202020202020202020202020209000, CARD_NUMBER is cut off",
    "00B207040B, 07092020202020202020209000, CARD_NUMBER is empty",
    "00B2020420, 091EC5B79000, NAME is cut off"
  })
  void aRecordThatIsNotAsItShouldBeMakesTheCardUnreadable(
      String command, String answer, String said) throws CardException {
    ScriptedChip chip = ScriptedChip.ofVersion(3).answer(command, answer);
    assertEquals(new ReadOutcome.CardUnreadable(said), outcome(chip));
  }

  @Test
  void aWrongNumberOrNameMakesTheCardUnreadable() throws CardException {
    ScriptedChip number = ScriptedChip.ofVersion(3);
    number.answer("00B2010414", "0812" + ScriptedChip.ascii("110105194912310021") + "9000");
    assertEquals(new ReadOutcome.CardUnreadable("IDENTITY_NUMBER is none"), outcome(number));
    ScriptedChip name = ScriptedChip.ofVersion(3);
    name.answer("00B2020420", "091E" + "81308141" + "20".repeat(26) + "9000");
    assertEquals(new ReadOutcome.CardUnreadable("NAME is no text"), outcome(name));
  }

  @Test
  void aCardWithoutEndIsNeverPastIt() throws CardException {
    for (String none : List.of("00000000", "FFFFFFFF", "20202020")) {
      ScriptedChip chip = ScriptedChip.ofVersion(3).answer("00B2060406", "0604" + none + "9000");
      assertFalse(read(chip).expiredOn(LocalDate.MAX));
    }
  }

  @Test
  void aTornCardIsThrownOn() {
    ScriptedChip chip = ScriptedChip.ofVersion(3).answer("00B2020420", "");
    assertThrows(CardException.class, () -> outcome(chip));
  }

  @Test
  void nothingIsLeftInBuffersTracesTextsOrAClosedCard() throws Exception {
    ScriptedChip chip = ScriptedChip.ofVersion(3);
    SocialCard card = read(chip);
    assertArrayEquals(new byte[258], chip.latest());
    IdentityCard identity = card.identity().orElseThrow();
    char[] name = array(identity, "name");
    char[] number = array(identity, "number");
    char[] cardNumber = array(card, "cardNumber");
    assertEquals(ScriptedChip.NAME, new String(name));
    card.close();
    for (char[] text : List.of(name, number, cardNumber)) {
      assertArrayEquals(new char[text.length], text);
    }
    assertTrue(identity.erased());
    assertThrows(IllegalStateException.class, card::maskedCardNumber);
    assertEquals("CardRead[card=SocialCard[redacted]]", new ReadOutcome.CardRead(card).toString());
    for (Trace.Entry entry : trace.trace().entries()) {
      boolean sent = entry.kind() == Trace.Kind.SENT;
      assertTrue(sent || entry.bytes().matches("(00)*9000|6[0-9a-f]{3}"), entry::toString);
    }
  }

  private static char[] array(Object card, String name) throws ReflectiveOperationException {
    Field field = card.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return (char[]) field.get(card);
  }

  private SocialCard read(ScriptedChip chip) throws CardException {
    return assertInstanceOf(ReadOutcome.CardRead.class, outcome(chip)).card();
  }

  private ReadOutcome outcome(ScriptedChip chip) throws CardException {
    ReadOutcome outcome = CardReading.of(new SocialChip(chip, trace));
    chip.sent.forEach(CardReadingTest::requirePermitted);
    return outcome;
  }

  private static void requirePermitted(String command) {
    assertTrue(PERMITTED.matcher(command).matches(), command);
  }
}
