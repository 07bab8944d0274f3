package org.openhall.device.idcard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.openhall.device.idcard.ScriptedModule.FIND;
import static org.openhall.device.idcard.ScriptedModule.READ;
import static org.openhall.device.idcard.ScriptedModule.SELECT;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.IdCardReader.ReadOutcome;
import org.openhall.device.IdentityCard;
import org.openhall.device.transport.CommandRun;
import org.openhall.device.transport.DeviceFaultException;

/** What becomes of a reading, by what the module says. */
class ReadJobTest {

  private static final String ADDRESS = "3003";
  private static final String MOVED = "示例市河滨区新址街8号";
  private static final byte[] CARD = CardText.resident().readReply();

  /** GA/T 467 and the tables of the makers: SW3 to each of the three commands. */
  @ParameterizedTest
  @CsvSource({
    "10, BAD_ANSWER,              BAD_ANSWER,              BAD_ANSWER",
    "11, BAD_ANSWER,              BAD_ANSWER,              BAD_ANSWER",
    "21, BAD_ANSWER,              BAD_ANSWER,              BAD_ANSWER",
    "23, BAD_ANSWER,              BAD_ANSWER,              BAD_ANSWER",
    "24, BAD_ANSWER,              BAD_ANSWER,              BAD_ANSWER",
    "31, CardUnreadable,          CardUnreadable,          CardUnreadable",
    "32, CardUnreadable,          CardUnreadable,          CardUnreadable",
    "33, CardUnreadable,          CardUnreadable,          CardUnreadable",
    "40, CardUnreadable,          CardUnreadable,          CardUnreadable",
    "41, CardUnreadable,          CardUnreadable,          CardUnreadable",
    "47, CardUnreadable,          CardUnreadable,          CardUnreadable",
    "60, SECURITY_MODULE_REFUSED, SECURITY_MODULE_REFUSED, SECURITY_MODULE_REFUSED",
    "66, SECURITY_MODULE_REFUSED, SECURITY_MODULE_REFUSED, SECURITY_MODULE_REFUSED",
    "80, NoCard,                  CardUnreadable,          CardUnreadable",
    "81, CardUnreadable,          CardUnreadable,          CardUnreadable",
    "90, BAD_ANSWER,              CardUnreadable,          CardUnreadable",
    "91, CardUnreadable,          CardUnreadable,          CardUnreadable",
    "9F, CardUnreadable,          BAD_ANSWER,              BAD_ANSWER",
  })
  void everyStatusHasItsOutcome(String status, String find, String select, String read)
      throws DeviceFaultException {
    byte[] answer = CardText.reply(0, 0, Integer.parseInt(status, 16));
    AnsweringLine mute = AnsweringLine.withCard(CardText.reply(0, 0, 0x41));
    assertEquals(find, kind(read(mute.instead(FIND, answer))), "to find");
    mute = AnsweringLine.withCard(CardText.reply(0, 0, 0x41));
    assertEquals(select, kind(read(mute.instead(SELECT, answer))), "to select");
    assertEquals(read, kind(read(AnsweringLine.withCard(answer))), "to read");
  }

  @Test
  void anyOtherStatusIsABadAnswerThatIsNamed() throws DeviceFaultException {
    List<Integer> known =
        List.of(
            0x10, 0x11, 0x21, 0x23, 0x24, 0x31, 0x32, 0x33, 0x40, 0x41, 0x47, 0x60, 0x66, 0x80,
            0x81, 0x90, 0x91, 0x9F);
    for (int status = 0; status < 256; status++) {
      if (!known.contains(status)) {
        ReadOutcome outcome = read(AnsweringLine.withCard(CardText.reply(1, 2, status)));
        var unavailable = assertInstanceOf(ReadOutcome.ReaderUnavailable.class, outcome);
        assertEquals(Detail.BAD_ANSWER, unavailable.health().detail());
        assertEquals("SW3 %02X".formatted(status), unavailable.health().code());
      }
    }
  }

  @Test
  void anUnreadableCardSaysWhatTheModuleSaid() throws DeviceFaultException {
    assertEquals(
        new ReadOutcome.CardUnreadable("SW3 40"),
        read(AnsweringLine.withCard(CARD).instead(SELECT, CardText.reply(0, 0, 0x40))));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aReadWhoseAnswerComesGarbledIsAskedAgain(int times) throws DeviceFaultException {
    AnsweringLine line = AnsweringLine.withCard(garbled());
    for (int i = 1; i < times; i++) {
      line.then(READ, garbled());
    }
    close(assertInstanceOf(ReadOutcome.CardRead.class, read(line.then(READ, CARD))));
    assertEquals(times + 1, Collections.frequency(line.asked(), READ));
  }

  @Test
  void aReadThatStaysGarbledIsGivenUpAfterTheThirdAnswer() throws DeviceFaultException {
    AnsweringLine line = AnsweringLine.withCard(garbled());
    assertEquals(new ReadOutcome.CardUnreadable("garbled answers"), read(line));
    assertEquals(3, Collections.frequency(line.asked(), READ));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x10, 0x11})
  void aReadThatTheModuleGotGarbledIsAskedAgain(int status) throws DeviceFaultException {
    AnsweringLine line = AnsweringLine.withCard(CardText.reply(0, 0, status)).then(READ, CARD);
    close(assertInstanceOf(ReadOutcome.CardRead.class, read(line)));
    assertEquals(2, Collections.frequency(line.asked(), READ));
  }

  @Test
  void aGarbledAnswerToSelectLeadsBackToFindAndNeverToASecondSelect() throws DeviceFaultException {
    AnsweringLine line =
        AnsweringLine.withCard(CARD)
            .instead(SELECT, garbled())
            .then(SELECT, CardText.reply(0, 0, 0x90));
    ReadOutcome outcome = read(line, new ReadJob.Wish(Duration.ofSeconds(30), false));
    close(assertInstanceOf(ReadOutcome.CardRead.class, outcome));
    assertEquals(List.of(FIND, SELECT, FIND, SELECT, READ), line.asked());
  }

  @Test
  void aCardThatIsNotFoundAgainAfterAGarbledSelectIsUnreadable() throws DeviceFaultException {
    AnsweringLine line =
        AnsweringLine.withCard(CARD)
            .instead(SELECT, garbled())
            .then(FIND, CardText.reply(0, 0, 0x80));
    assertEquals(
        new ReadOutcome.CardUnreadable("garbled answers"),
        read(line, new ReadJob.Wish(Duration.ofSeconds(30), false)));
  }

  @Test
  void aLineThatOnlyGarblesIsGivenUp() {
    AnsweringLine line = new AnsweringLine().then(FIND, garbled());
    DeviceFaultException e =
        assertThrows(
            DeviceFaultException.class,
            () -> read(line, new ReadJob.Wish(Duration.ofMinutes(5), false)));
    assertEquals(Detail.BAD_ANSWER, e.detail());
    assertEquals(6, line.asked().size());
  }

  @Test
  void theAddressIsReadOnlyWhereItIsWished() throws DeviceFaultException {
    AnsweringLine line = AnsweringLine.withCard(CARD).then(ADDRESS, moved());
    var read = assertInstanceOf(ReadOutcome.CardRead.class, read(line));
    assertEquals(Optional.empty(), read.card().address());
    assertEquals(List.of(FIND, SELECT, READ), line.asked());
  }

  @Test
  void theNewestAddressIsThatOfThePoliceStation() throws DeviceFaultException {
    assertEquals(MOVED, address(AnsweringLine.withCard(CARD).then(ADDRESS, moved())));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x91, 0x21, 0x23})
  void whereNoNewerWasWrittenItIsThatOfTheCard(int status) throws DeviceFaultException {
    byte[] none = CardText.reply(0, 0, status);
    assertEquals("示例市朝阳区测试路1号", address(AnsweringLine.withCard(CARD).then(ADDRESS, none)));
  }

  @Test
  void anAddressThatIsBlankWasNeverWritten() throws DeviceFaultException {
    byte[] blank = CardText.address("");
    assertEquals("示例市朝阳区测试路1号", address(AnsweringLine.withCard(CARD).then(ADDRESS, blank)));
  }

  @Test
  void anAddressThatTheCardFailsToTellIsNotReplacedByAnOldOne() throws DeviceFaultException {
    for (byte[] failed :
        List.of(
            CardText.reply(0, 0, 0x41),
            CardText.reply(0, 0, 0x90),
            CardText.reply(0, 0, 0x90, 65, 0),
            garbled())) {
      assertEquals("", address(AnsweringLine.withCard(CARD).then(ADDRESS, failed)));
    }
  }

  @Test
  void foreignersHaveNoAddressOnTheCard() throws DeviceFaultException {
    byte[] foreigner =
        CardText.resident()
            .put(122, "910000198409010011")
            .put(204, "20340506")
            .put(248, "Y")
            .readReply();
    assertEquals(
        "", address(AnsweringLine.withCard(foreigner).then(ADDRESS, CardText.reply(0, 0, 0x91))));
  }

  @Test
  void theAddressIsZeroedWithTheCard() throws DeviceFaultException {
    AnsweringLine line = AnsweringLine.withCard(CARD).then(ADDRESS, moved());
    ReadOutcome outcome = read(line, new ReadJob.Wish(Duration.ZERO, true));
    IdentityCard card = assertInstanceOf(ReadOutcome.CardRead.class, outcome).card();
    card.close();
    assertThrows(IllegalStateException.class, card::address);
    char[] newest = MOVED.toCharArray();
    IdentityCard other = TextBlock.parse(CardText.resident().bytes()).orElseThrow();
    other.add(newest);
    other.close();
    assertArrayEquals(new char[MOVED.length()], newest);
  }

  private static String address(AnsweringLine line) throws DeviceFaultException {
    ReadOutcome outcome = read(line, new ReadJob.Wish(Duration.ZERO, true));
    try (IdentityCard card = assertInstanceOf(ReadOutcome.CardRead.class, outcome).card()) {
      return new String(card.address().orElse(new char[0]));
    }
  }

  private static ReadOutcome read(AnsweringLine line) throws DeviceFaultException {
    return read(line, new ReadJob.Wish(Duration.ZERO, false));
  }

  private static ReadOutcome read(AnsweringLine line, ReadJob.Wish wish)
      throws DeviceFaultException {
    return new ReadJob(wish, InstantSource.system()).run(line, CommandRun.unheard());
  }

  private static void close(ReadOutcome.CardRead read) {
    assertEquals("**丰", read.card().maskedName());
    read.card().close();
  }

  private static String kind(ReadOutcome outcome) {
    return outcome instanceof ReadOutcome.ReaderUnavailable(var health)
        ? health.detail().name()
        : outcome.getClass().getSimpleName();
  }

  private static byte[] moved() {
    return CardText.address(MOVED);
  }

  private static byte[] garbled() {
    byte[] garbled = Arrays.copyOf(CARD, CARD.length);
    garbled[100] ^= 1;
    return garbled;
  }
}
