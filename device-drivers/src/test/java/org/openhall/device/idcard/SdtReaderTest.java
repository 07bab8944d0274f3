package org.openhall.device.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.DeviceSettings;
import org.openhall.device.IdCardReader.ReadOutcome;
import org.openhall.device.IdentityCard;
import org.openhall.device.transport.DeviceThread;
import org.openhall.device.transport.Port;

class SdtReaderTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private ScriptedModule module;
  private SdtReader reader;

  @BeforeEach
  void open() throws IOException, DeviceConfigurationException {
    module = new ScriptedModule();
    reader = reader(module.port());
  }

  @AfterEach
  void close() {
    reader.close();
    module.close();
  }

  @Test
  void readsACardByFindSelectRead() throws InterruptedException {
    module.layDown(CardText.resident().readReply());
    assertRead("**丰", read(LONG));
    assertEquals("11FF 12FF 2001 2002 3001", firstCommands(5));
  }

  @Test
  void waitsForACardAndReadsTheOneThatComes() {
    DeviceCommand<ReadOutcome> command = reader.read(LONG);
    await(ScriptedModule.FIND);
    await(ScriptedModule.FIND);
    module.layDown(CardText.resident().readReply());
    assertRead("**丰", outcome(command));
  }

  @Test
  void aCardLeftLyingIsNotReadAgainUntilItIsLaidDownAnew() {
    module.layDown(CardText.resident().readReply());
    assertRead("**丰", read(LONG));
    assertEquals(new ReadOutcome.NoCard(), read(Duration.ofMillis(700)));
    module.layDown(CardText.resident().put(0, "李四 ").readReply());
    assertInstanceOf(ReadOutcome.CardRead.class, read(LONG));
  }

  @Test
  void withoutACardTheWaitEnds() {
    assertEquals(new ReadOutcome.NoCard(), read(Duration.ZERO));
    assertEquals(new ReadOutcome.NoCard(), read(Duration.ofMillis(400)));
  }

  @Test
  void aReadingCanBeCancelled() {
    DeviceCommand<ReadOutcome> command = reader.read(LONG);
    await(ScriptedModule.FIND);
    command.cancel();
    assertEquals(new ReadOutcome.Cancelled(), outcome(command));
  }

  @Test
  void aReadingThatWaitsItsTurnCanBeCancelledToo() {
    DeviceCommand<ReadOutcome> first = reader.read(LONG);
    DeviceCommand<ReadOutcome> second = reader.read(LONG);
    second.cancel();
    first.cancel();
    assertEquals(new ReadOutcome.Cancelled(), outcome(second));
  }

  @Test
  void aCardThatLeavesTooSoonIsUnreadable() {
    module.next(ScriptedModule.FIND, CardText.reply(0, 0, 0x9F, 0, 0, 0, 0));
    module.next(ScriptedModule.SELECT, CardText.reply(0, 0, 0x81));
    assertEquals(new ReadOutcome.CardUnreadable("SW3 81"), read(LONG));
    module.layDown(CardText.reply(0, 0, 0x41));
    assertEquals(new ReadOutcome.CardUnreadable("SW3 41"), read(LONG));
  }

  @Test
  void aCardWithAWrongCheckDigitIsUnreadable() {
    module.layDown(CardText.resident().put(122, "110105194912310021").readReply());
    assertEquals(new ReadOutcome.CardUnreadable("text of no card"), read(LONG));
  }

  @Test
  void anAnswerWithoutTextIsUnreadable() {
    for (byte[] none :
        new byte[][] {CardText.reply(0, 0, 0x90, 1, 0, 4, 0), CardText.reply(0, 0, 0x90)}) {
      module.layDown(none);
      assertEquals(new ReadOutcome.CardUnreadable("lengths of text and photo"), read(LONG));
    }
  }

  @Test
  void anAnswerThatStaysGarbledIsUnreadable() {
    byte[] garbled = CardText.resident().readReply();
    garbled[100] ^= 1;
    module.layDown(garbled);
    module.always(ScriptedModule.READ, garbled);
    assertEquals(new ReadOutcome.CardUnreadable("garbled answers"), read(LONG));
  }

  @Test
  void noiseAroundAnAnswerDoesNoHarm() {
    module.layDown(noisy(CardText.resident().readReply()));
    assertRead("**丰", read(LONG));
  }

  @Test
  void oneGarbledFindIsPassedOver() {
    module.next(ScriptedModule.FIND, new byte[] {1, 2, 3});
    module.layDown(CardText.resident().readReply());
    assertRead("**丰", read(LONG));
  }

  @Test
  void aRefusingSecurityModuleIsAnUnavailableReader() {
    module.always(ScriptedModule.STATUS, CardText.reply(0, 0, 0x66));
    module.always(ScriptedModule.FIND, CardText.reply(0, 0, 0x66));
    ReadOutcome.ReaderUnavailable outcome =
        assertInstanceOf(ReadOutcome.ReaderUnavailable.class, read(LONG));
    assertEquals(Detail.SECURITY_MODULE_REFUSED, outcome.health().detail());
    awaitHealth(State.UNAVAILABLE, Detail.SECURITY_MODULE_REFUSED);
  }

  @Test
  void aModuleThatKnowsNoCommandGivesBadAnswers() {
    module.always(ScriptedModule.FIND, CardText.reply(0, 0, 0x21));
    ReadOutcome.ReaderUnavailable outcome =
        assertInstanceOf(ReadOutcome.ReaderUnavailable.class, read(LONG));
    assertEquals(Detail.BAD_ANSWER, outcome.health().detail());
  }

  @Test
  void aLineThatBreaksInAReadingIsAnUnavailableReaderThatComesBack() {
    awaitHealth(State.READY, Detail.NONE);
    module.next(ScriptedModule.FIND, ScriptedModule.HANG_UP);
    ReadOutcome.ReaderUnavailable outcome =
        assertInstanceOf(ReadOutcome.ReaderUnavailable.class, read(LONG));
    assertEquals(Detail.LINE_LOST, outcome.health().detail());
    module.layDown(CardText.resident().readReply());
    assertRead("**丰", read(LONG));
    awaitHealth(State.READY, Detail.NONE);
  }

  @Test
  void closingEndsAReadingAsCancelled() {
    DeviceCommand<ReadOutcome> underWay = reader.read(LONG);
    DeviceCommand<ReadOutcome> waiting = reader.read(LONG);
    await(ScriptedModule.FIND);
    reader.close();
    assertEquals(new ReadOutcome.Cancelled(), outcome(underWay));
    assertEquals(new ReadOutcome.Cancelled(), outcome(waiting));
    assertEquals(new ReadOutcome.Cancelled(), outcome(reader.read(LONG)));
    assertEquals(Detail.CLOSED, reader.health().detail());
  }

  @Test
  void aWaitBeyondFiveMinutesIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> reader.read(Duration.ofMinutes(6)));
    assertThrows(IllegalArgumentException.class, () -> reader.read(Duration.ofSeconds(-1)));
  }

  private ReadOutcome read(Duration timeout) {
    return outcome(reader.read(timeout));
  }

  private static ReadOutcome outcome(DeviceCommand<ReadOutcome> command) {
    return command.outcome().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static void assertRead(String maskedName, ReadOutcome outcome) {
    ReadOutcome.CardRead read = assertInstanceOf(ReadOutcome.CardRead.class, outcome);
    try (IdentityCard card = read.card()) {
      assertEquals(maskedName, card.maskedName());
    }
  }

  private String firstCommands(int count) throws InterruptedException {
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < count; i++) {
      seen.append(i == 0 ? "" : " ").append(module.commands().poll(10, TimeUnit.SECONDS));
    }
    return seen.toString();
  }

  private void await(String command) {
    try {
      String seen = module.commands().poll(10, TimeUnit.SECONDS);
      while (!command.equals(seen)) {
        assertTrue(seen != null, "never asked for " + command);
        seen = module.commands().poll(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitHealth(State state, Detail detail) {
    BlockingQueue<DeviceHealth> told = new LinkedBlockingQueue<>();
    try (var subscription = reader.onHealth(told::add)) {
      DeviceHealth last = reader.health();
      while (last.state() != state || last.detail() != detail) {
        last = told.poll(10, TimeUnit.SECONDS);
        assertTrue(last != null, "never " + state + " " + detail + " by " + subscription);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] noisy(byte[] frame) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {0, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69, (byte) 0xAA});
    bytes.writeBytes(frame);
    bytes.writeBytes(new byte[] {(byte) 0xAA, 0x55});
    return bytes.toByteArray();
  }

  static SdtReader reader(int port) throws DeviceConfigurationException {
    DeviceSettings settings =
        new DeviceSettings("id-card-reader", "sdt:tcp:127.0.0.1:" + port, Map.of());
    DeviceThread.Timing timing =
        new DeviceThread.Timing(
            Duration.ofSeconds(1), failures -> Duration.ofMillis(20), InstantSource.system());
    return new SdtReader(settings.key(), Port.of(settings), timing);
  }
}
