package org.openhall.device.pcsc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A card from connect to disconnect, through a real pcscd. */
class CardCases {

  @TempDir Path folder;
  private Pcscd pcscd;
  private CardTerminal reader;

  @BeforeEach
  void start() throws Exception {
    pcscd = Pcscd.start(folder, 1);
    reader = Ours.reader(Ours.terminals(), 0);
  }

  @AfterEach
  void stop() throws Exception {
    pcscd.close();
  }

  @Test
  void aReaderGivesItsCardOnceAndNoneWhereNoneIs() throws Exception {
    assertFalse(reader.isCardPresent());
    assertThrows(CardNotPresentException.class, () -> reader.connect("*"));
    try (VirtualCard _ = VirtualCard.insert(0, Ours.WELL)) {
      assertTrue(reader.waitForCardPresent(0));
      assertTrue(reader.isCardPresent());
      Card card = reader.connect("*");
      assertEquals(VirtualCard.ATR_T1, VirtualCard.hex(card.getATR().getBytes()));
      assertEquals("T=1", card.getProtocol());
      assertSame(card, reader.connect("T=1"));
      assertThrows(CardException.class, () -> reader.connect("T=0"));
      assertThrows(IllegalArgumentException.class, () -> reader.connect("T=9"));
      card.disconnect(false);
      assertThrows(IllegalStateException.class, card::getBasicChannel);
    }
    assertTrue(reader.waitForCardAbsent(0));
    assertFalse(reader.isCardPresent());
  }

  @Test
  void aCardThatSpeaksT0GivesItsAnswerInPieces() throws Exception {
    try (VirtualCard card = VirtualCard.insert(0, VirtualCard.ATR_T0, CardCases::inPieces)) {
      reader.waitForCardPresent(0);
      CardChannel channel = reader.connect("T=0").getBasicChannel();
      ResponseAPDU answer =
          channel.transmit(new CommandAPDU(0x00, 0xA4, 0x04, 0x00, new byte[] {1, 2}, 256));
      assertArrayEquals(VirtualCard.bytes("AA BB CC DD"), answer.getData());
      assertEquals(0x9000, answer.getSW());
      ByteBuffer room = ByteBuffer.allocate(258);
      int length = channel.transmit(ByteBuffer.wrap(VirtualCard.bytes("00 B2 01 04 00")), room);
      assertEquals("01 02 03 90 00", VirtualCard.hex(room.flip().array()).substring(0, 14));
      assertEquals(5, length);
      assertEquals(
          List.of(
              "00 A4 04 00 02 01 02",
              "00 C0 00 00 02",
              "00 C0 00 00 02",
              "00 B2 01 04 00",
              "00 B2 01 04 03"),
          card.commands());
    }
  }

  private static byte[] inPieces(byte[] command) {
    return VirtualCard.bytes(
        switch (VirtualCard.hex(command)) {
          case "00 A4 04 00 02 01 02" -> "61 02";
          case "00 C0 00 00 02" -> pieces++ % 2 == 0 ? "AA BB 61 02" : "CC DD 90 00";
          case "00 B2 01 04 00" -> "6C 03";
          case "00 B2 01 04 03" -> "01 02 03 90 00";
          default -> "6D 00";
        });
  }

  private static int pieces;

  @Test
  void aLongAnswerComesWhole() throws Exception {
    byte[] whole = new byte[65_000 + 2];
    whole[64_999] = 0x55;
    whole[65_000] = (byte) 0x90;
    try (VirtualCard _ = VirtualCard.insert(0, _ -> whole)) {
      reader.waitForCardPresent(0);
      CardChannel channel = reader.connect("*").getBasicChannel();
      ResponseAPDU got = channel.transmit(new CommandAPDU(0, 0xB0, 0, 0, 65_536));
      assertArrayEquals(whole, got.getBytes());
    }
  }

  @Test
  void aLogicalChannelHasItsNumberInEveryCommand() throws Exception {
    try (VirtualCard chip = VirtualCard.insert(0, CardCases::withChannels)) {
      reader.waitForCardPresent(0);
      Card card = reader.connect("*");
      CardChannel channel = card.openLogicalChannel();
      assertEquals(2, channel.getChannelNumber());
      assertEquals(0x9000, channel.transmit(Ours.READ).getSW());
      assertThrows(
          IllegalArgumentException.class,
          () -> channel.transmit(new CommandAPDU(0x00, 0x70, 0x80, 0x02)));
      channel.close();
      channel.close();
      assertThrows(IllegalStateException.class, channel::getChannelNumber);
      assertThrows(IllegalStateException.class, () -> channel.transmit(Ours.READ));
      assertThrows(IllegalStateException.class, () -> card.getBasicChannel().close());
      assertEquals(List.of("00 70 00 00 01", "02 B0 00 00 02", "02 70 80 02"), chip.commands());
    }
  }

  private static byte[] withChannels(byte[] command) {
    return VirtualCard.bytes(command[1] == 0x70 && command[2] == 0 ? "02 90 00" : "90 00");
  }

  @Test
  void onlyTheThreadWithExclusiveAccessIsHeard() throws Exception {
    try (VirtualCard chip = VirtualCard.insert(0, Ours.WELL)) {
      reader.waitForCardPresent(0);
      Card card = reader.connect("*");
      CardChannel channel = card.getBasicChannel();
      assertThrows(IllegalStateException.class, card::endExclusive);
      card.beginExclusive();
      assertThrows(CardException.class, card::beginExclusive);
      assertInstanceOf(
          CardException.class, new Ours.Beside(() -> channel.transmit(Ours.READ)).outcome());
      assertInstanceOf(IllegalStateException.class, new Ours.Beside(() -> ended(card)).outcome());
      assertEquals(List.of(), chip.commands());
      assertEquals(0x9000, channel.transmit(Ours.READ).getSW());
      card.endExclusive();
      assertInstanceOf(
          ResponseAPDU.class, new Ours.Beside(() -> channel.transmit(Ours.READ)).outcome());
    }
  }

  private static boolean ended(Card card) throws CardException {
    card.endExclusive();
    return true;
  }

  /** Another factory is to the resource manager what another program is. */
  @Test
  void whoWaitsForTheCardOfAnotherProgramCanLeave() throws Exception {
    try (VirtualCard _ = VirtualCard.insert(0, Ours.WELL)) {
      reader.waitForCardPresent(0);
      Card first = reader.connect("*");
      first.beginExclusive();
      CardTerminal theirs = Ours.reader(Ours.terminals(), 0);
      Ours.Beside other =
          new Ours.Beside(() -> {
            theirs.connect("*").beginExclusive();
            return "got it";
          });
      other.awaitWaiting();
      other.interrupt();
      CardException left = assertInstanceOf(CardException.class, other.outcome());
      assertEquals(ReturnCode.SCARD_E_CANCELLED, Ours.codeOf(left));
      first.endExclusive();
      Card again = theirs.connect("*");
      again.beginExclusive();
      again.disconnect(false);
    }
  }

  @Test
  void disconnectResetsTheCardOnlyWhenAsked() throws Exception {
    try (VirtualCard chip = VirtualCard.insert(0, Ours.WELL)) {
      reader.waitForCardPresent(0);
      Card card = reader.connect("*");
      card.getBasicChannel().transmit(Ours.READ);
      int before = chip.resets();
      card.disconnect(false);
      reader.connect("*").getBasicChannel().transmit(Ours.READ);
      assertEquals(before, chip.resets());
      reader.connect("*").disconnect(true);
      Until.so("the card was reset", () -> chip.resets() == before + 1);
    }
  }
}
