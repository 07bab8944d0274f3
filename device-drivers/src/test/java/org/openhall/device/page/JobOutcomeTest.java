package org.openhall.device.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.IntType;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeywordOrName;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSettings;
import org.openhall.device.PagePrinter.PageOutcome;
import org.openhall.device.PagePrinter.Refusal;
import org.openhall.device.transport.DeviceThread.Timing;

/** What each end of a job means, by a printer that ends it as the test says. */
class JobOutcomeTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final PageJob.Patience PATIENT =
      new PageJob.Patience(Duration.ofMillis(20), LONG, LONG, LONG, LONG);

  private HttpServer server;
  private IppPrinter printer;

  /** Operations in their order, each once for those that come again and again. */
  private final List<Operation> heard = new CopyOnWriteArrayList<>();

  private volatile String name = "";
  private volatile String format = "application/pdf";
  private volatile String media = Offer.A4;
  private volatile Operation numbering = Operation.createJob;
  private volatile Status document = Status.successfulOk;
  private volatile boolean dropsDocument;
  private volatile JobState state = JobState.completed;
  private volatile List<String> reasons = List.of("none");
  private volatile int pages;
  private volatile boolean canceled;
  private volatile boolean other;

  @BeforeEach
  void listen() throws IOException, DeviceConfigurationException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/ipp/print", this::serve);
    server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
    server.start();
    String uri = "ipp://127.0.0.1:" + server.getAddress().getPort() + "/ipp/print";
    printer =
        IppPrinter.start(
            new DeviceSettings("page-printer", uri, Map.of()),
            PATIENT,
            Timing.checkingEvery(Duration.ofHours(1)));
  }

  @AfterEach
  void close() {
    printer.close();
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange;
        IppInputStream in = new IppInputStream(exchange.getRequestBody())) {
      IppPacket asked = in.readPacket();
      in.transferTo(OutputStream.nullOutputStream());
      if (asked.getOperation().equals(Operation.sendDocument) && dropsDocument) {
        heard.add(Operation.sendDocument);
        return;
      }
      byte[] answer = bytes(answer(asked).setRequestId(asked.getRequestId()).build());
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private IppPacket.Builder answer(IppPacket asked) {
    Operation operation = asked.getOperation();
    if (!operation.equals(Operation.getPrinterAttributes)
        && !operation.equals(Operation.getJobAttributes)) {
      heard.add(operation);
    }
    if (operation.equals(Operation.getPrinterAttributes)) {
      return ok(Tag.printerAttributes, printerAttributes());
    }
    if (operation.equals(Operation.createJob)) {
      name = String.valueOf(asked.getString(Tag.operationAttributes, Types.jobName));
      return ok(Tag.jobAttributes, List.of(Types.jobId.of(7)));
    }
    if (operation.equals(Operation.sendDocument)) {
      return IppPacket.response(document);
    }
    if (operation.equals(Operation.cancelJob)) {
      canceled = true;
      return IppPacket.response(Status.successfulOk);
    }
    return ok(
        Tag.jobAttributes,
        List.of(
            Types.jobName.of(other ? "of somebody else" : name),
            Types.jobState.of(canceled ? JobState.canceled : state),
            Types.jobStateReasons.of(reasons),
            Types.jobImpressionsCompleted.of(pages)));
  }

  private List<Attribute<?>> printerAttributes() {
    return List.of(
        Types.printerState.of(PrinterState.idle),
        Types.printerStateReasons.of("none"),
        Types.operationsSupported.of(numbering, Operation.sendDocument),
        Types.documentFormatSupported.of(format),
        Types.mediaSupported.of(new KeywordOrName(media)),
        new IntType.Set("marker-levels").of(5, 90));
  }

  private static IppPacket.Builder ok(
      com.hp.jipp.encoding.DelimiterTag group, List<Attribute<?>> attributes) {
    return IppPacket.response(Status.successfulOk).putAttributes(group, attributes);
  }

  private static byte[] bytes(IppPacket packet) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (IppOutputStream out = new IppOutputStream(bytes)) {
      out.write(packet);
    }
    return bytes.toByteArray();
  }

  private PageOutcome print() {
    return printer.print(DrawnForm.ofPdf(3)).outcome().toCompletableFuture().join();
  }

  private void assertRefused(Refusal why) {
    assertEquals(why, assertInstanceOf(PageOutcome.Refused.class, print()).why());
  }

  @Test
  void itIsPrintedWhereItWasTakenWholeAndIsComplete() {
    assertEquals(new PageOutcome.Printed(), print());
    assertEquals(List.of(Operation.createJob, Operation.sendDocument), heard);
  }

  @Test
  void completeIsNotBelievedWhereTheDocumentWasNeverTakenWhole() {
    dropsDocument = true;
    assertEquals(new PageOutcome.Unknown(Detail.LINE_LOST), print());
    assertEquals(List.of(Operation.createJob, Operation.sendDocument), heard, "sent once");
  }

  @Test
  void aDocumentThatWasLostOnTheWayIsTakenBack() {
    dropsDocument = true;
    state = JobState.pendingHeld;
    assertEquals(new PageOutcome.NotPrinted(Detail.LINE_LOST), print());
    assertEquals(List.of(Operation.createJob, Operation.sendDocument, Operation.cancelJob), heard);
  }

  /** A printer that was switched off and on counts its jobs from 1 again. */
  @Test
  void anotherJobUnderItsNumberIsNotTakenForIt() {
    other = true;
    assertEquals(new PageOutcome.Unknown(Detail.NO_ANSWER), print());
  }

  @Test
  void completeWithErrorsIsNotWhole() {
    reasons = List.of("job-completed-with-errors");
    pages = 2;
    assertEquals(new PageOutcome.Incomplete(OptionalInt.of(2), Detail.DEVICE_FAULT), print());
  }

  @Test
  void whatIsGivenUpInTheMiddleTellsItsPages() {
    state = JobState.aborted;
    pages = 1;
    assertEquals(new PageOutcome.Incomplete(OptionalInt.of(1), Detail.DEVICE_FAULT), print());
  }

  @Test
  void whatThePrinterCannotReadIsRefused() {
    state = JobState.aborted;
    reasons = List.of("document-format-error", "aborted-by-system");
    assertRefused(Refusal.FORMAT);
  }

  @Test
  void whatThePrinterDoesNotTakeIsRefusedAndTakenBack() {
    document = Status.clientErrorDocumentFormatNotSupported;
    state = JobState.pending;
    assertRefused(Refusal.FORMAT);
    assertTrue(heard.contains(Operation.cancelJob), heard.toString());
  }

  @Test
  void whoStopsItAtThePrinterIsSaid() {
    state = JobState.canceled;
    reasons = List.of("job-canceled-at-device");
    assertEquals(new PageOutcome.NotPrinted(Detail.STOPPED_AT_DEVICE), print());
  }

  @Test
  void aPrinterThatNumbersNoJobsIsSentNothing() {
    numbering = Operation.printJob;
    assertRefused(Refusal.NO_JOB_NUMBERS);
    assertEquals(List.of(), heard);
  }

  @Test
  void aPrinterWithoutA4IsSentNothing() {
    media = "na_letter_8.5x11in";
    assertRefused(Refusal.PAPER);
    assertEquals(List.of(), heard);
  }
}
