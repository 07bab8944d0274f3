package org.openhall.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSettings;
import org.openhall.device.Prompt;
import org.openhall.device.Receipt;
import org.openhall.device.Receipt.Line;
import org.openhall.device.ReceiptPrinter;
import org.openhall.device.ReceiptPrinter.PrintOutcome;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.SelfTestOutcome.Finding;
import org.openhall.device.SelfTestOutcome.Step;
import org.openhall.device.Supply;
import org.openhall.device.Trace;
import org.openhall.device.TraceFile;

class PrinterTraceTest {

  private static final Receipt RECEIPT =
      new Receipt(List.of(new Line.Heading("依申请公开"), new Line.Pair("姓名", "王小明")));

  @TempDir Path dir;
  private ScriptedPrinter peer;
  private EscPosPrinter printer;

  @BeforeEach
  void open() throws Exception {
    peer = new ScriptedPrinter();
    printer = EscPosPrinterTest.printer(peer.port());
  }

  @AfterEach
  void close() {
    printer.close();
    peer.close();
  }

  @Test
  void aReceiptsTraceHoldsNothingOfItAndPlaysAgain() throws Exception {
    assertEquals(new PrintOutcome.Printed(), outcome(printer.print(RECEIPT)));
    Trace trace = printer.trace();
    String text = new TraceFile("receipt-printer", "escpos", trace).text();
    for (String personal : List.of("王", "小", "姓", "依")) {
      byte[] bytes = personal.getBytes(Charset.forName("GB18030"));
      assertFalse(text.contains(HexFormat.of().formatHex(bytes)), personal);
    }
    assertTrue(text.contains("> 1b401d5642001d7201"), text);
    Path file = dir.resolve("print.trace");
    new TraceFile("receipt-printer", "escpos", trace).write(file);
    try (ReceiptPrinter replayed = replay(file)) {
      assertEquals(new PrintOutcome.Printed(), outcome(replayed.print(RECEIPT)));
    }
  }

  @Test
  void aReceiptThatWasCutOffIsUnknownAgainWhenItIsPlayed() throws Exception {
    assertEquals(new PrintOutcome.Printed(), outcome(printer.print(RECEIPT)));
    peer.hangsUpAfter(40);
    assertEquals(new PrintOutcome.Unknown(Detail.LINE_LOST), outcome(printer.print(RECEIPT)));
    Path file = dir.resolve("cut.trace");
    new TraceFile("receipt-printer", "escpos", printer.trace()).write(file);
    try (ReceiptPrinter replayed = replay(file)) {
      assertEquals(new PrintOutcome.Printed(), outcome(replayed.print(RECEIPT)));
      assertEquals(new PrintOutcome.Unknown(Detail.LINE_LOST), outcome(replayed.print(RECEIPT)));
    }
  }

  @Test
  void whatWasPrintedIsCountedAndWhatIsLeftIsKnown() {
    assertEquals(new PrintOutcome.Printed(), outcome(printer.print(RECEIPT)));
    peer.confirms(false).status(4, 0x12 | 0x0C);
    assertInstanceOf(PrintOutcome.Unknown.class, outcome(printer.print(RECEIPT)));
    assertEquals(2, printer.snapshot().counters().of(ReceiptPrinter.RECEIPTS_SENT));
    assertEquals(1, printer.snapshot().counters().of(ReceiptPrinter.RECEIPTS_PRINTED));
    assertEquals(
        printer.millimetres(RECEIPT),
        printer.snapshot().counters().of(ReceiptPrinter.PAPER_MILLIMETRES));
    assertEquals("48", printer.snapshot().capabilities().fact(ReceiptPrinter.COLUMNS).orElse(""));
  }

  @Test
  void theInternalTestPrintsNothingAndTheExternalOneAPage() {
    SelfTestOutcome internal = outcome(printer.selfTest(SelfTest.INTERNAL));
    assertInstanceOf(SelfTestOutcome.Passed.class, internal);
    assertEquals(
        List.of(
            new Finding(Step.SENSORS, true, "DLE EOT 12 12 12 12"),
            new Finding(Step.SUPPLIES, true, "ENOUGH")),
        internal.findings());
    assertTrue(peer.receipts().isEmpty());
    SelfTestOutcome external = outcome(printer.selfTest(SelfTest.EXTERNAL));
    assertEquals(new Finding(Step.TEST_PAGE, true, ""), external.findings().getLast());
    assertEquals(1, peer.receipts().size());
  }

  @Test
  void aPrinterWithoutPaperFailsItsTestAndSaysSo() {
    peer.status(4, 0x12 | 0x6C);
    SelfTestOutcome outcome = outcome(printer.selfTest(SelfTest.EXTERNAL));
    assertInstanceOf(SelfTestOutcome.Failed.class, outcome);
    assertEquals(
        List.of(
            new Finding(Step.SENSORS, false, "DLE EOT 12 12 12 7E"),
            new Finding(Step.SUPPLIES, false, "OUT"),
            new Finding(Step.TEST_PAGE, false, "")),
        outcome.findings());
    assertEquals(Supply.Level.OUT, printer.snapshot().supplies().get(Supply.RECEIPT_PAPER));
  }

  @Test
  void theInteractiveTestAsksForTheCoverAndCanBeCancelledThere() throws InterruptedException {
    BlockingQueue<Prompt> prompts = new LinkedBlockingQueue<>();
    printer.onEvent(event -> {
      if (event.what() instanceof DeviceEvent.Prompted(long _, Prompt prompt)) {
        prompts.add(prompt);
      }
    });
    DeviceCommand<SelfTestOutcome> whole = printer.selfTest(SelfTest.INTERACTIVE);
    assertEquals(Prompt.OPEN_COVER, prompts.poll(30, TimeUnit.SECONDS));
    peer.status(2, 0x12 | 0x04);
    assertEquals(Prompt.SHUT_COVER, prompts.poll(30, TimeUnit.SECONDS));
    peer.status(2, 0x12);
    assertInstanceOf(SelfTestOutcome.Passed.class, outcome(whole));
    DeviceCommand<SelfTestOutcome> cancelled = printer.selfTest(SelfTest.INTERACTIVE);
    assertEquals(Prompt.OPEN_COVER, prompts.poll(30, TimeUnit.SECONDS));
    cancelled.cancel();
    SelfTestOutcome outcome = outcome(cancelled);
    assertInstanceOf(SelfTestOutcome.Cancelled.class, outcome);
    assertEquals(Step.TEST_PAGE, outcome.findings().getLast().step());
  }

  private static ReceiptPrinter replay(Path file) throws Exception {
    DeviceSettings settings =
        new DeviceSettings("receipt-printer", "escpos:replay:" + file, Map.of());
    return (ReceiptPrinter) new EscPosDriver().open(settings);
  }

  private static <T> T outcome(DeviceCommand<T> command) {
    return command.outcome().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
