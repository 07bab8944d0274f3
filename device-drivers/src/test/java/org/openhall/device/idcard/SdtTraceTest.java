package org.openhall.device.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.device.Capabilities;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSettings;
import org.openhall.device.IdCardReader;
import org.openhall.device.IdCardReader.ReadOutcome;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.SelfTestOutcome.Finding;
import org.openhall.device.SelfTestOutcome.Step;
import org.openhall.device.Trace;
import org.openhall.device.TraceFile;

class SdtTraceTest {

  private static final byte[] NUMBER =
      CardText.reply(0, 0, 0x90, 5, 0, 3, 0, 0x65, 0x9D, 0x33, 1, 0x39, 0x30, 0, 0, 1, 0, 0, 0);

  @TempDir Path dir;

  @Test
  void aRecordedReadingPlaysAgainAndTheCardInItIsNobodys() throws Exception {
    Trace recorded = record();
    Path file = dir.resolve("reading.trace");
    new TraceFile("id-card-reader", "sdt", recorded).write(file);
    SdtRedactionTest.noPerson(bytes(recorded));
    try (IdCardReader replayed = replay(file)) {
      ReadOutcome.CardRead read =
          assertInstanceOf(
              ReadOutcome.CardRead.class, outcome(replayed.read(Duration.ofSeconds(30))));
      assertEquals("*某", read.card().maskedName());
      read.card().close();
      assertEquals(reading(recorded), reading(replayed.trace()));
    }
  }

  @Test
  void aFileThatIsNoTraceIsRefused() throws IOException {
    Path file = Files.writeString(dir.resolve("x"), "openhall-trace 1 a b\n0.000001 > zz\n");
    DeviceConfigurationException e =
        assertThrows(DeviceConfigurationException.class, () -> replay(file).close());
    assertTrue(String.valueOf(e.getMessage()).contains("line 2"), e::toString);
  }

  @Test
  void aLineThatWasLostIsLostAgain() throws Exception {
    Path file =
        Files.writeString(
            dir.resolve("lost"),
            """
            openhall-trace 1 id-card-reader sdt
            0.000000 opened
            0.000001 > aaaaaa9669000311ffed
            0.000002 < aaaaaa9669000400009094
            0.000003 > aaaaaa9669000312ffee
            0.000004 < aaaaaa9669000400002125
            0.000005 command read
            0.000006 > aaaaaa96690003200122
            0.000007 < aaaaaa96
            0.000008 closed
            """);
    try (IdCardReader replayed = replay(file)) {
      ReadOutcome.ReaderUnavailable outcome =
          assertInstanceOf(
              ReadOutcome.ReaderUnavailable.class, outcome(replayed.read(Duration.ofSeconds(30))));
      assertEquals(Detail.LINE_LOST, outcome.health().detail());
    }
  }

  @Test
  void theSelfTestTellsTheModulesNumberAndTheInteractiveOneReadsACard() throws Exception {
    try (ScriptedModule module = new ScriptedModule().always("12FF", NUMBER);
        SdtReader reader = SdtReaderTest.reader(module.port())) {
      List<Finding> internal =
          List.of(
              new Finding(Step.SELF_CHECK, true, ""),
              new Finding(Step.IDENTITY, true, "05.03-20159845-000012345-0000000001"));
      assertEquals(
          new SelfTestOutcome.Passed(internal), outcome(reader.selfTest(SelfTest.INTERNAL)));
      assertEquals(
          "05.03-20159845-000012345-0000000001",
          reader.snapshot().capabilities().fact(IdCardReader.MODULE_NUMBER).orElse(""));
      assertEquals(
          "no", reader.snapshot().capabilities().fact(Capabilities.TELLS_TAKEN).orElse(""));

      module.layDown(CardText.resident().readReply());
      SelfTestOutcome interactive = outcome(reader.selfTest(SelfTest.INTERACTIVE));
      assertInstanceOf(SelfTestOutcome.Passed.class, interactive);
      assertEquals(new Finding(Step.MEDIA_READ, true, ""), interactive.findings().getLast());
      assertEquals(0, reader.snapshot().counters().of(IdCardReader.CARDS_UNREADABLE));
    }
  }

  @Test
  void aModuleThatRefusesFailsItsSelfTestAndSaysWithWhichStatus() throws Exception {
    try (ScriptedModule module = new ScriptedModule()) {
      module.always(ScriptedModule.STATUS, CardText.reply(0, 0, 0x66));
      try (SdtReader reader = SdtReaderTest.reader(module.port())) {
        SelfTestOutcome outcome = outcome(reader.selfTest(SelfTest.INTERNAL));
        assertInstanceOf(SelfTestOutcome.Failed.class, outcome);
        assertEquals(new Finding(Step.SELF_CHECK, false, "SW3 66"), outcome.findings().getFirst());
        assertEquals("SW3 66", reader.health().code());
      }
    }
  }

  private static Trace record() throws Exception {
    try (ScriptedModule module = new ScriptedModule().always("12FF", NUMBER);
        SdtReader reader = SdtReaderTest.reader(module.port())) {
      module.layDown(CardText.resident().readReply());
      ReadOutcome.CardRead read =
          assertInstanceOf(
              ReadOutcome.CardRead.class, outcome(reader.read(Duration.ofSeconds(30))));
      assertEquals("**丰", read.card().maskedName());
      read.card().close();
      return reader.trace();
    }
  }

  /** What went by from the first question for a card to the outcome, without times and pieces. */
  private static String reading(Trace trace) {
    String find = HexFormat.of().formatHex(SdtCommand.FIND_CARD.frame());
    StringBuilder text = new StringBuilder();
    Trace.Kind last = Trace.Kind.CLOSED;
    for (Trace.Entry entry : trace.entries()) {
      if (!text.isEmpty() || entry.bytes().equals(find)) {
        text.append(entry.kind() == last ? "" : "\n" + entry.kind() + " ");
        text.append(entry.bytes()).append(entry.note());
        last = entry.kind();
      }
      if (last == Trace.Kind.OUTCOME) {
        return text.toString();
      }
    }
    throw new AssertionError("no command ended in " + trace);
  }

  private static byte[] bytes(Trace trace) {
    StringBuilder hex = new StringBuilder();
    trace.entries().forEach(entry -> hex.append(entry.bytes()));
    return HexFormat.of().parseHex(hex);
  }

  private static IdCardReader replay(Path file) throws DeviceConfigurationException {
    DeviceSettings settings = new DeviceSettings("id-card-reader", "sdt:replay:" + file, Map.of());
    return (IdCardReader) new SdtDriver().open(settings);
  }

  private static <T> T outcome(DeviceCommand<T> command) {
    return command.outcome().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
