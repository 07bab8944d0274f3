package org.openhall.device.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
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
import org.openhall.device.Receipt;
import org.openhall.device.Receipt.Line;
import org.openhall.device.ReceiptPrinter.PrintOutcome;
import org.openhall.device.transport.DeviceThread;
import org.openhall.device.transport.Port;

class EscPosPrinterTest {

  private static final RasterFonts FONTS = new RasterFonts(List.of());
  private static final Receipt RECEIPT =
      new Receipt(
          List.of(
              new Line.Heading("一次性告知"),
              new Line.Pair("姓名", "**丰"),
              new Line.Rule(),
              new Line.Text("居民身份证（原件）"),
              new Line.Feed(1)));

  private ScriptedPrinter peer;
  private EscPosPrinter printer;

  @BeforeEach
  void open() throws IOException, DeviceConfigurationException {
    peer = new ScriptedPrinter();
    printer = printer(peer.port());
  }

  @AfterEach
  void close() {
    printer.close();
    peer.close();
  }

  @Test
  void isPrintedWhenThePrinterConfirmsAndWasSentOnce() {
    assertEquals(new PrintOutcome.Printed(), print());
    assertEquals(1, peer.receipts().size());
    assertArrayEquals(
        ReceiptBytes.of(RECEIPT, Profile.builtIn("80mm-gb18030"), FONTS),
        peer.receipts().getFirst());
  }

  @Test
  void aLineThatIsCutAfterAnyByteIsNeverPrinted() throws Exception {
    int length = ReceiptBytes.of(RECEIPT, Profile.builtIn("80mm-gb18030"), FONTS).length;
    for (int cut = 2; cut < length; cut++) {
      try (ScriptedPrinter cutting = new ScriptedPrinter().hangsUpAfter(cut)) {
        EscPosPrinter cutOff = printer(cutting.port());
        assertEquals(
            new PrintOutcome.Unknown(Detail.LINE_LOST),
            outcome(cutOff.print(RECEIPT)),
            "at " + cut);
        cutOff.close();
        assertTrue(cutting.receipts().size() <= 1, "sent again at " + cut);
      }
    }
  }

  @Test
  void beforeTheFirstByteTroubleIsNotPrintedForItsReason() {
    assertNotPrinted(Detail.COVER_OPEN, 2, 0x12 | 0x04);
    assertNotPrinted(Detail.PAPER_OUT, 4, 0x12 | 0x60);
    assertNotPrinted(Detail.PAPER_OUT, 2, 0x12 | 0x20);
    assertNotPrinted(Detail.CUTTER_ERROR, 3, 0x12 | 0x08);
    assertNotPrinted(Detail.OFFLINE, 1, 0x12 | 0x08);
    assertNotPrinted(Detail.OFFLINE, 3, 0x12 | 0x20);
    assertTrue(peer.receipts().isEmpty());
  }

  @Test
  void printsWithTheRollNearlyUsedUpAndSaysSo() {
    peer.status(4, 0x12 | 0x0C);
    assertEquals(new PrintOutcome.Printed(), print());
    awaitHealth(State.ATTENTION, Detail.PAPER_NEAR_END);
  }

  @Test
  void anAbsentPrinterIsNotPrinted() throws IOException {
    try (Socket held = new Socket()) { // so nobody else listens there meanwhile
      held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      EscPosPrinter absent = unchecked(held.getLocalPort());
      PrintOutcome outcome = outcome(absent.print(RECEIPT));
      absent.close();
      assertEquals(new PrintOutcome.NotPrinted(Detail.PORT_MISSING), outcome);
    }
  }

  @Test
  void aPrinterThatSaysNothingIsNotPrinted() {
    peer.status(1, 0);
    assertEquals(new PrintOutcome.NotPrinted(Detail.NO_ANSWER), print());
    assertTrue(peer.receipts().isEmpty());
  }

  @Test
  void withoutConfirmationItIsUnknownAndNotSentAgain() {
    assertEquals(new PrintOutcome.Printed(), print());
    peer.confirms(false);
    assertEquals(new PrintOutcome.Unknown(Detail.NO_ANSWER), print());
    awaitHealth(State.READY, Detail.NONE);
    assertEquals(2, peer.receipts().size());
  }

  @Test
  void whatIsLeftOfAnUnconfirmedReceiptIsPartedFromTheNextOnce() {
    peer.confirms(false);
    assertEquals(new PrintOutcome.Unknown(Detail.NO_ANSWER), print());
    peer.confirms(true);
    awaitHealth(State.READY, Detail.NONE);
    assertEquals(new PrintOutcome.Printed(), print());
    assertEquals(1, peer.partings().size());
  }

  @Test
  void aPrinterThatNeverConfirmsIsNotCutToPieces() {
    peer.confirms(false);
    assertEquals(new PrintOutcome.Unknown(Detail.NO_ANSWER), print());
    awaitHealth(State.READY, Detail.NONE);
    assertEquals(1, peer.partings().size(), "unasked");
    assertEquals(new PrintOutcome.NotPrinted(Detail.NO_ANSWER), print());
    assertEquals(2, peer.partings().size(), "before the next");
    assertEquals(1, peer.receipts().size());
  }

  @Test
  void paperThatRunsOutWithinAReceiptIsUnknownForThatReason() {
    assertEquals(new PrintOutcome.Printed(), print());
    peer.confirms(false).onReceiptBegin(() -> peer.status(4, 0x12 | 0x60));
    assertEquals(new PrintOutcome.Unknown(Detail.PAPER_OUT), print());
  }

  @Test
  void aConfirmationThatTellsOfPaperOutIsUnknown() {
    assertEquals(new PrintOutcome.Printed(), print());
    peer.onReceiptBegin(() -> peer.confirmsWith(0x0C));
    assertEquals(new PrintOutcome.Unknown(Detail.PAPER_OUT), print());
  }

  @Test
  void automaticStatusIsNotTakenForAConfirmation() {
    assertEquals(new PrintOutcome.Printed(), print());
    peer.onReceiptBegin(() -> peer.says((byte) 0x10, (byte) 0, (byte) 0, (byte) 0))
        .confirmsWith(0x12);
    assertEquals(new PrintOutcome.Unknown(Detail.NO_ANSWER), print());
  }

  @Test
  void theLateAnswerToAnUnconfirmedReceiptDoesNotConfirmTheNext() {
    assertEquals(new PrintOutcome.Printed(), print());
    peer.confirms(false);
    assertEquals(new PrintOutcome.Unknown(Detail.NO_ANSWER), print());
    peer.owesAnAnswer().confirms(true).onReceiptBegin(() -> peer.confirms(false));
    assertEquals(new PrintOutcome.Unknown(Detail.NO_ANSWER), print());
  }

  @Test
  void aReceiptThatWaitsCanBeCancelledAndOneThatIsSentCannot() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    peer.onReceiptBegin(() -> pause(begun, go));
    DeviceCommand<PrintOutcome> first = printer.print(RECEIPT);
    DeviceCommand<PrintOutcome> second = printer.print(RECEIPT);
    assertTrue(begun.await(10, TimeUnit.SECONDS));
    first.cancel();
    second.cancel();
    go.countDown();
    assertEquals(new PrintOutcome.Printed(), outcome(first));
    assertEquals(new PrintOutcome.Cancelled(), outcome(second));
    assertEquals(1, peer.receipts().size());
  }

  @Test
  void closingWithinAReceiptIsUnknown() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    peer.confirms(true);
    assertEquals(new PrintOutcome.Printed(), print());
    peer.confirms(false).onReceiptBegin(begun::countDown);
    DeviceCommand<PrintOutcome> command = printer.print(RECEIPT);
    assertTrue(begun.await(10, TimeUnit.SECONDS));
    printer.close();
    assertEquals(new PrintOutcome.Unknown(Detail.CLOSED), outcome(command));
    assertEquals(new PrintOutcome.Cancelled(), outcome(printer.print(RECEIPT)));
  }

  @Test
  void healthFollowsThePrinterWhileItIsIdle() {
    awaitHealth(State.READY, Detail.NONE);
    peer.status(2, 0x12 | 0x04);
    awaitHealth(State.UNAVAILABLE, Detail.COVER_OPEN);
    peer.status(2, 0x12);
    awaitHealth(State.READY, Detail.NONE);
  }

  private void assertNotPrinted(Detail reason, int kind, int answer) {
    peer.status(kind, answer);
    assertEquals(new PrintOutcome.NotPrinted(reason), print());
    peer.status(kind, 0x12);
  }

  private PrintOutcome print() {
    return outcome(printer.print(RECEIPT));
  }

  private static PrintOutcome outcome(DeviceCommand<PrintOutcome> command) {
    return command.outcome().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static void pause(CountDownLatch begun, CountDownLatch go) {
    begun.countDown();
    try {
      assertTrue(go.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitHealth(State state, Detail detail) {
    BlockingQueue<DeviceHealth> told = new LinkedBlockingQueue<>();
    try (var subscription = printer.onHealth(told::add)) {
      DeviceHealth last = told.poll(10, TimeUnit.SECONDS);
      while (last != null && (last.state() != state || last.detail() != detail)) {
        last = told.poll(10, TimeUnit.SECONDS);
      }
      assertTrue(last != null, "never " + state + " " + detail + " by " + subscription);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EscPosPrinter unchecked(int port) {
    try {
      return printer(port);
    } catch (DeviceConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  static EscPosPrinter printer(int port) throws DeviceConfigurationException {
    DeviceSettings settings =
        new DeviceSettings("receipt-printer", "escpos:tcp:127.0.0.1:" + port, Map.of());
    Dialogue.Patience patience =
        new Dialogue.Patience(Duration.ofSeconds(3), Duration.ofMillis(300), Duration.ofSeconds(2));
    PrintJob.Means means =
        new PrintJob.Means(Profile.builtIn("80mm-gb18030"), FONTS, patience, new Doubt(false));
    DeviceThread.Timing timing =
        new DeviceThread.Timing(
            Duration.ofMillis(50), failures -> Duration.ofMillis(20), InstantSource.system());
    return new EscPosPrinter(settings.key(), Port.of(settings), means, timing);
  }
}
