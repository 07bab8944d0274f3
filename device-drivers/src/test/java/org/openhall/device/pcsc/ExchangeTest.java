package org.openhall.device.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import javax.smartcardio.CommandAPDU;
import org.junit.jupiter.api.Test;

class ExchangeTest {

  private final List<String> sent = new ArrayList<>();
  private final List<byte[]> given = new ArrayList<>();

  @Test
  void t0SendsNoExpectedLengthBehindData() throws PcscException {
    assertEquals("90 00", t0("00 A4 04 00 02 3F 00 00", "90 00"));
    assertEquals(List.of("00 A4 04 00 02 3F 00"), sent);
  }

  @Test
  void t0SendsExtendedFormsInShortWhereTheyFit() throws PcscException {
    assertEquals("01 02 90 00", t0("00 B0 00 00 00 01 2C", "01 61 01", "02 90 00"));
    t0("00 D6 00 00 00 00 02 0A 0B", "90 00");
    t0("00 A4 04 00 00 00 02 3F 00 00 00", "90 00");
    assertEquals(
        List.of("00 B0 00 00 00", "00 C0 00 00 01", "00 D6 00 00 02 0A 0B", "00 A4 04 00 02 3F 00"),
        sent);
  }

  @Test
  void t0RefusesWhatItCannotCarry() {
    String data = " 55".repeat(256);
    PcscException refused =
        assertThrows(PcscException.class, () -> t0("00 D6 00 00 00 01 00" + data));
    assertEquals(ReturnCode.SCARD_E_CARD_UNSUPPORTED, refused.code());
    assertEquals(List.of(), sent);
  }

  @Test
  void t1SendsTheCommandAsItIs() throws PcscException {
    t1("00 A4 04 00 02 3F 00 00", "90 00");
    t1("00 A4 04 00 00 00 02 3F 00 00 00", "90 00");
    assertEquals(List.of("00 A4 04 00 02 3F 00 00", "00 A4 04 00 00 00 02 3F 00 00 00"), sent);
  }

  @Test
  void aWrongLengthIsPutRightInBothForms() throws PcscException {
    t0("00 B2 01 04 00", "6C 12", "90 00");
    t1("00 B0 00 00 00 01 2C", "6C 00", "6C 05", "90 00");
    t1("00 A4 04 00 02 3F 00 00", "6C 07", "90 00");
    assertEquals(
        List.of(
            "00 B2 01 04 00",
            "00 B2 01 04 12",
            "00 B0 00 00 00 01 2C",
            "00 B0 00 00 00 01 00",
            "00 B0 00 00 00 00 05",
            "00 A4 04 00 02 3F 00 00",
            "00 A4 04 00 02 3F 00 07"),
        sent);
  }

  @Test
  void aCommandWithoutExpectedLengthIsNeverChangedByAWrongLength() throws PcscException {
    assertEquals("6C 12", t0("00 A4 04 00 02 3F 00 00", "6C 12"));
    assertEquals("6C 12", t1("00 A4 04 0C 02 3F 00", "6C 12"));
    assertEquals("6C 12", t0("00 B0 00 00", "6C 12"));
    assertEquals(3, sent.size());
  }

  @Test
  void gathersDataWithTheClassOfTheCommandAndKeepsTheLastStatus() throws PcscException {
    assertEquals(
        "0A 0B 0C 69 82", t0("02 A4 04 00 01 3F", "0A 61 02", "6C 01", "0B 61 01", "0C 69 82"));
    assertEquals(
        List.of("02 A4 04 00 01 3F", "02 C0 00 00 02", "02 C0 00 00 01", "02 C0 00 00 01"), sent);
  }

  @Test
  void anAnswerThatNeverEndsIsGivenUp() {
    assertThrows(
        PcscException.class,
        () -> Exchange.run(c -> record(c, "61 00"), true, apdu("00 B0 00 00")));
    assertEquals(260, sent.size());
    String piece = "00 ".repeat(65_000) + "61 00";
    sent.clear();
    assertThrows(
        PcscException.class, () -> Exchange.run(c -> record(c, piece), false, apdu("00 B0 00 00")));
    assertEquals(2, sent.size());
  }

  @Test
  void anAnswerWithoutStatusMeansTheCardIsGone() {
    for (String answer : List.of("", "90")) {
      PcscException gone = assertThrows(PcscException.class, () -> t1("00 B0 00 00 01", answer));
      assertEquals(ReturnCode.SCARD_W_REMOVED_CARD, gone.code());
    }
  }

  @Test
  void piecesOfTheAnswerAreZeroedBehindIt() throws PcscException {
    assertEquals("0A 0B 90 00", t0("00 B0 00 00 02", "0A 61 01", "0B 61 00", "90 00"));
    given.forEach(piece -> assertTrue(allZero(piece) || piece.length == 2));
    assertTrue(allZero(given.getFirst()));
  }

  private static boolean allZero(byte[] bytes) {
    return Arrays.equals(bytes, new byte[bytes.length]);
  }

  private String t0(String command, String... answers) throws PcscException {
    return exchange(true, command, answers);
  }

  private String t1(String command, String... answers) throws PcscException {
    return exchange(false, command, answers);
  }

  private String exchange(boolean t0, String command, String... answers) throws PcscException {
    Deque<String> left = new ArrayDeque<>(List.of(answers));
    return VirtualCard.hex(Exchange.run(c -> record(c, left.remove()), t0, apdu(command)));
  }

  private byte[] record(byte[] command, String answer) {
    sent.add(VirtualCard.hex(command));
    given.add(VirtualCard.bytes(answer));
    return given.getLast();
  }

  private static CommandAPDU apdu(String hex) {
    return new CommandAPDU(VirtualCard.bytes(hex));
  }
}
