package org.openhall.device.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards that are mute or torn, and readers that wait for each other or do not. */
class TroubleCases {

  @TempDir Path folder;

  @Test
  void aCardThatIsTornDuringACommandIsACheckedException() throws Exception {
    try (Pcscd _ = Pcscd.start(folder, 1)) {
      CardTerminal reader = Ours.reader(Ours.terminals(), 0);
      Card torn;
      try (VirtualCard _ = VirtualCard.insert(0, _ -> VirtualCard.TORN)) {
        reader.waitForCardPresent(0);
        torn = reader.connect("*");
        torn.beginExclusive();
        CardChannel channel = torn.getBasicChannel();
        assertThrows(CardException.class, () -> channel.transmit(Ours.READ));
        assertThrows(CardException.class, () -> channel.transmit(Ours.READ));
        assertThrows(CardException.class, torn::openLogicalChannel);
        assertThrows(CardException.class, () -> torn.transmitControlCommand(1, new byte[0]));
        assertThrows(CardException.class, torn::endExclusive);
        torn.disconnect(true);
      }
      assertTrue(reader.waitForCardAbsent(0));
      try (VirtualCard _ = VirtualCard.insert(0, Ours.WELL)) {
        reader.waitForCardPresent(0);
        Card fresh = reader.connect("*");
        assertNotSame(torn, fresh);
        assertEquals(0x9000, fresh.getBasicChannel().transmit(Ours.READ).getSW());
      }
    }
  }

  @Test
  void anAnswerWithoutStatusIsACheckedException() throws Exception {
    try (Pcscd _ = Pcscd.start(folder, 1);
        VirtualCard _ = VirtualCard.insert(0, _ -> new byte[] {0x55})) {
      CardTerminal reader = Ours.reader(Ours.terminals(), 0);
      reader.waitForCardPresent(0);
      CardChannel channel = reader.connect("*").getBasicChannel();
      assertThrows(CardException.class, () -> channel.transmit(Ours.READ));
    }
  }

  @Test
  void aMuteCardHoldsNeitherItsCallerNorOtherReaders() throws Exception {
    try (Pcscd _ = Pcscd.start(folder, 1);
        VirtualCard other = VirtualCard.insert(1, Ours.WELL)) {
      CardTerminals terminals = Ours.terminals();
      CardTerminal reader = Ours.reader(terminals, 0);
      CountDownLatch asked = new CountDownLatch(1);
      try (VirtualCard _ =
          VirtualCard.insert(
              0,
              _ -> {
                asked.countDown();
                return VirtualCard.MUTE;
              })) {
        reader.waitForCardPresent(0);
        Card mute = reader.connect("*");
        Ours.Beside caller = new Ours.Beside(() -> mute.getBasicChannel().transmit(Ours.READ));
        asked.await();
        answersMeanwhile(terminals);
        assertFalse(caller.ended());
        caller.interrupt();
        CardException left = assertInstanceOf(CardException.class, caller.outcome());
        assertEquals(ReturnCode.SCARD_E_CANCELLED, Ours.codeOf(left));
        assertThrows(CardException.class, () -> mute.getBasicChannel().transmit(Ours.READ));
        mute.disconnect(true);
        answersMeanwhile(terminals);
      }
      assertTrue(reader.waitForCardAbsent(0));
      assertEquals(2, other.commands().size());
      comesBack(reader);
    }
  }

  private static void answersMeanwhile(CardTerminals terminals) throws Exception {
    CardTerminal other = terminals.list().get(1);
    assertTrue(other.waitForCardPresent(0));
    assertTrue(terminals.list().getFirst().isCardPresent());
    Card card = other.connect("*");
    assertEquals(0x9000, card.getBasicChannel().transmit(Ours.READ).getSW());
    card.disconnect(false);
  }

  private static void comesBack(CardTerminal reader) throws Exception {
    try (VirtualCard _ = VirtualCard.insert(0, Ours.WELL)) {
      reader.waitForCardPresent(0);
      assertEquals(0x9000, reader.connect("*").getBasicChannel().transmit(Ours.READ).getSW());
    }
  }

  @Test
  void aMuteCardIsGivenUpWhenItsTimeIsOver() throws Exception {
    try (Pcscd _ = Pcscd.start(folder, 1)) {
      CardTerminals terminals = Ours.terminals(Duration.ofMillis(300), Duration.ZERO);
      CardTerminal reader = Ours.reader(terminals, 0);
      try (VirtualCard _ = VirtualCard.insert(0, _ -> VirtualCard.MUTE)) {
        reader.waitForCardPresent(0);
        CardChannel channel = reader.connect("*").getBasicChannel();
        CardException late = assertThrows(CardException.class, () -> channel.transmit(Ours.READ));
        assertEquals(ReturnCode.SCARD_E_TIMEOUT, Ours.codeOf(late));
        CardException still = assertThrows(CardException.class, () -> reader.connect("*"));
        assertEquals(ReturnCode.SCARD_E_TIMEOUT, Ours.codeOf(still));
      }
      assertTrue(reader.waitForCardAbsent(0));
      comesBack(reader);
    }
  }

  @Test
  void oneWhoWaitsAtAReaderHoldsUpNobodyAndCanBeCalledAway() throws Exception {
    try (Pcscd _ = Pcscd.start(folder, 1);
        VirtualCard card = VirtualCard.insert(0, Ours.WELL)) {
      CardTerminals terminals = Ours.terminals();
      CardTerminal reader = Ours.reader(terminals, 0);
      reader.waitForCardPresent(0);
      CardTerminal empty = terminals.list().get(1);
      Ours.Beside atEmpty = new Ours.Beside(() -> interrupted(() -> empty.waitForCardPresent(0)));
      Ours.Beside atAll = new Ours.Beside(() -> interrupted(() -> terminals.waitForChange(0)));
      atEmpty.awaitWaiting();
      atAll.awaitWaiting();
      CardChannel channel = reader.connect("*").getBasicChannel();
      for (int i = 0; i < 20; i++) {
        assertEquals(0x9000, channel.transmit(Ours.READ).getSW());
      }
      assertEquals(20, card.commands().size());
      assertFalse(atEmpty.ended());
      assertFalse(atAll.ended());
      atEmpty.interrupt();
      atAll.interrupt();
      assertEquals(ReturnCode.SCARD_E_CANCELLED + " true", atEmpty.outcome());
      assertEquals(ReturnCode.SCARD_E_CANCELLED + " true", atAll.outcome());
      Until.so("no thread is left in the library", () -> !someThreadWaitsInTheLibrary());
    }
  }

  private static boolean someThreadWaitsInTheLibrary() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getMethodName().equals("awaitChange"));
  }

  /** What a wait ended with, and whether the thread still knows of its interrupt. */
  private static String interrupted(Ours.Beside.Action wait) throws Exception {
    try {
      return "returned " + wait.run();
    } catch (CardException e) {
      return Ours.codeOf(e) + " " + Thread.currentThread().isInterrupted();
    }
  }

  @Test
  void aCardThatCannotBePoweredIsACheckedException() throws Exception {
    try (Pcscd _ = Pcscd.start(folder, 1);
        VirtualCard _ = VirtualCard.insert(0, "00 00", Ours.WELL)) {
      CardTerminal reader = Ours.reader(Ours.terminals(), 0);
      reader.waitForCardPresent(0);
      assertThrows(CardException.class, () -> reader.connect("*"));
    }
  }
}
