package org.openhall.device.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The resource manager is not there yet, dies, comes back with other readers, or never. */
class RestartCases {

  @TempDir Path folder;

  @Test
  void aFactoryFromBeforeTheServiceServesOnceItIsThere() throws Exception {
    CardTerminals terminals = Ours.terminals(Duration.ZERO, Duration.ofMillis(100));
    CardException absent = assertThrows(CardException.class, terminals::list);
    assertEquals(ReturnCode.SCARD_E_NO_SERVICE, Ours.codeOf(absent));
    assertThrows(CardException.class, () -> terminals.waitForChange(0));
    try (Pcscd _ = Pcscd.start(folder, 1);
        VirtualCard _ = VirtualCard.insert(0, Ours.WELL)) {
      CardTerminal reader = Ours.reader(terminals, 0);
      assertTrue(reader.waitForCardPresent(0));
      assertEquals(0x9000, reader.connect("*").getBasicChannel().transmit(Ours.READ).getSW());
    }
  }

  @Test
  void aWaitOutlivesTheServiceAndItsSuccessor() throws Exception {
    try (Pcscd pcscd = Pcscd.start(folder, 1)) {
      CardTerminal reader = Ours.reader(Ours.terminals(Duration.ZERO, Duration.ofSeconds(60)), 0);
      Ours.Beside waiting = new Ours.Beside(() -> reader.waitForCardPresent(0));
      waiting.awaitWaiting();
      pcscd.kill();
      CardException away = assertThrows(CardException.class, reader::isCardPresent);
      assertTrue(Ours.codeOf(away).serviceGone(), away::toString);
      pcscd.restart(1);
      assertFalse(waiting.ended());
      try (VirtualCard _ = VirtualCard.insert(0, Ours.WELL)) {
        assertEquals(true, waiting.outcome());
        assertEquals(0x9000, reader.connect("*").getBasicChannel().transmit(Ours.READ).getSW());
      }
    }
  }

  @Test
  void aWaitEndsWhenTheServiceStaysAway() throws Exception {
    try (Pcscd pcscd = Pcscd.start(folder, 1)) {
      CardTerminals terminals = Ours.terminals(Duration.ZERO, Duration.ofMillis(100));
      CardTerminal reader = Ours.reader(terminals, 0);
      Ours.Beside waiting = new Ours.Beside(() -> reader.waitForCardPresent(0));
      waiting.awaitWaiting();
      pcscd.kill();
      CardException gone = assertInstanceOf(CardException.class, waiting.outcome());
      assertTrue(Ours.codeOf(gone).serviceGone(), gone::toString);
    }
  }

  @Test
  void aCommandUnderWayFailsWithTheServiceAndTheNextConnectIsWhole() throws Exception {
    try (Pcscd pcscd = Pcscd.start(folder, 1)) {
      CardTerminal reader = Ours.reader(Ours.terminals(), 0);
      CountDownLatch asked = new CountDownLatch(1);
      Card lost;
      try (VirtualCard _ =
          VirtualCard.insert(
              0,
              _ -> {
                asked.countDown();
                return VirtualCard.MUTE;
              })) {
        reader.waitForCardPresent(0);
        lost = reader.connect("*");
        CardChannel channel = lost.getBasicChannel();
        Ours.Beside caller = new Ours.Beside(() -> channel.transmit(Ours.READ));
        asked.await();
        pcscd.kill();
        CardException gone = assertInstanceOf(CardException.class, caller.outcome());
        assertTrue(Ours.codeOf(gone).serviceGone(), gone::toString);
        assertThrows(CardException.class, () -> channel.transmit(Ours.READ));
        assertThrows(CardException.class, () -> reader.connect("*"));
      }
      pcscd.restart(1);
      try (VirtualCard _ = VirtualCard.insert(0, Ours.WELL)) {
        Until.so("the reader is back", () -> Ours.reader(Ours.terminals(), 0) != null);
        reader.waitForCardPresent(0);
        Card fresh = reader.connect("*");
        assertNotSame(lost, fresh);
        assertEquals(0x9000, fresh.getBasicChannel().transmit(Ours.READ).getSW());
        lost.disconnect(true);
        assertEquals(0x9000, fresh.getBasicChannel().transmit(Ours.READ).getSW());
      }
    }
  }

  @Test
  void readersComeAndGo() throws Exception {
    try (Pcscd pcscd = Pcscd.start(folder, 2)) {
      CardTerminals terminals = Ours.terminals(Duration.ZERO, Duration.ofSeconds(60));
      Until.so("four readers", () -> terminals.list().size() == 4);
      CardTerminal third = terminals.list().get(2);
      assertEquals("Hall B 00 00", third.getName());
      Ours.Beside change = new Ours.Beside(() -> terminals.waitForChange(0));
      Ours.Beside present = new Ours.Beside(() -> third.waitForCardPresent(0));
      change.awaitWaiting();
      present.awaitWaiting();
      pcscd.restart(0);
      assertEquals(true, change.outcome());
      assertEquals(List.of(), terminals.list());
      assertThrows(CardException.class, () -> third.connect("*"));
      assertThrows(CardException.class, third::isCardPresent);
      assertThrows(IllegalStateException.class, () -> Ours.terminals().waitForChange(1));
      pcscd.restart(2);
      assertEquals(true, terminals.waitForChange(0));
      try (VirtualCard _ = VirtualCard.insert(2, Ours.WELL)) {
        assertEquals(true, present.outcome());
      }
    }
  }

  @Test
  void aChangeNamesTheReadersInWhichACardCameOrWent() throws Exception {
    try (Pcscd _ = Pcscd.start(folder, 1)) {
      CardTerminals terminals = Ours.terminals();
      CardTerminal reader = Ours.reader(terminals, 1);
      assertFalse(terminals.waitForChange(1));
      try (VirtualCard _ = VirtualCard.insert(1, Ours.WELL)) {
        assertTrue(terminals.waitForChange(0));
        assertEquals(List.of(reader), terminals.list(CardTerminals.State.CARD_INSERTION));
        assertEquals(List.of(reader), terminals.list(CardTerminals.State.CARD_PRESENT));
        assertEquals(List.of(), terminals.list(CardTerminals.State.CARD_REMOVAL));
        reader.connect("*").disconnect(false);
        assertFalse(terminals.waitForChange(1), "using a card is no change");
      }
      assertTrue(terminals.waitForChange(0));
      assertEquals(List.of(reader), terminals.list(CardTerminals.State.CARD_REMOVAL));
      assertEquals(List.of(), terminals.list(CardTerminals.State.CARD_INSERTION));
      assertEquals(2, terminals.list(CardTerminals.State.CARD_ABSENT).size());
    }
  }
}
