package org.openhall.device.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.DeviceSettings;
import org.openhall.device.PageDocument;
import org.openhall.device.PagePrinter;
import org.openhall.device.PagePrinter.PageOutcome;
import org.openhall.device.PagePrinter.Refusal;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.Supply;
import org.openhall.device.transport.DeviceThread.Timing;

/** Against CUPS's own {@code ippeveprinter}. */
class IppPrinterTest {

  private static final String BOTH = "application/pdf,image/pwg-raster";
  private static final String WAIT = "while [ ! -e go ]; do sleep 0.02; done\n";
  private static final String EMPTY = "echo 'STATE: +media-empty' >&2\n";
  private static final String FILLED = "echo 'STATE: -media-empty' >&2\n";

  /** Long where nothing is to end by time, so that a machine under load changes nothing. */
  private static final PageJob.Patience PATIENT =
      new PageJob.Patience(
          Duration.ofMillis(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(5));

  private EveryPrinter peer;
  private IppPrinter printer;
  private final List<DeviceEvent.What> events = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() throws IOException, DeviceConfigurationException {
    peer = new EveryPrinter(BOTH, "exit 0", "-2");
    printer = open(Map.of(), PATIENT);
  }

  private void start(String formats, String shell, PageJob.Patience patience)
      throws IOException, DeviceConfigurationException {
    close();
    events.clear();
    peer = new EveryPrinter(formats, shell, "-2");
    printer = open(Map.of(), patience);
  }

  private IppPrinter open(Map<String, String> options, PageJob.Patience patience)
      throws DeviceConfigurationException {
    DeviceSettings settings = new DeviceSettings("page-printer", peer.uri("ipp"), options);
    Timing timing = Timing.checkingEvery(Duration.ofMillis(100));
    IppPrinter opened = IppPrinter.start(settings, patience, timing);
    var _ = opened.onEvent(event -> events.add(event.what()));
    return opened;
  }

  @AfterEach
  void close() {
    printer.close();
    peer.close();
  }

  @Test
  void aPdfIsPrintedAsItIsAndOnce() throws Exception {
    PageDocument form = DrawnForm.ofPdf(2);
    assertEquals(new PageOutcome.Printed(), end(printer.print(form)));
    assertArrayEquals(form.pdf().orElseThrow(), peer.document());
    assertEquals(1, peer.jobs());
    assertTrue(peer.attributes().contains("IPP_MEDIA=iso_a4_210x297mm"), peer.attributes());
    EveryPrinter.await(() -> printer.snapshot().counters().of(PagePrinter.PAGES_PRINTED) == 2);
    assertEquals(1, printer.snapshot().counters().of(PagePrinter.DOCUMENTS_PRINTED));
  }

  @Test
  void whatItCanDoIsKnown() throws Exception {
    EveryPrinter.await(
        () -> printer.snapshot().capabilities().fact(PagePrinter.FORMATS).isPresent());
    var can = printer.snapshot().capabilities();
    assertEquals("pdf pwg-raster", can.fact(PagePrinter.FORMATS).orElseThrow());
    assertTrue(can.can(PagePrinter.TWO_SIDED));
    assertEquals("no", can.fact(PagePrinter.A4).orElseThrow(), "it lies Letter in its trays");
    assertEquals("Example Printer", can.model());
    assertEquals(State.READY, printer.health().state());
    assertEquals(Supply.Level.ENOUGH, printer.snapshot().supplies().get(Supply.FORM_PAPER));
  }

  @Test
  void pagesAreDrawnForAPrinterThatReadsNoPdf() throws Exception {
    start("image/pwg-raster", "exit 0", PATIENT);
    assertEquals(new PageOutcome.Printed(), end(printer.print(DrawnForm.ofPdf(3))));
    assertEquals(
        "RaS2", new String(peer.document(), 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
    assertTrue(peer.attributes().contains("image/pwg-raster"), peer.attributes());
  }

  @Test
  void whoTakesNeitherIsToldOfAndSentNothing() throws Exception {
    start("image/jpeg", "exit 0", PATIENT);
    PageOutcome outcome = end(printer.print(DrawnForm.ofPdf(1)));
    assertEquals(Refusal.FORMAT, assertInstanceOf(PageOutcome.Refused.class, outcome).why());
    assertEquals(0, peer.jobs());
  }

  @Test
  void outOfPaperInTheMiddleAndFilledGoesOn() throws Exception {
    peer.behave(
        EMPTY + "echo 'ATTR: job-impressions-completed=1' >&2\n" + WAIT + FILLED + "exit 0");
    DeviceCommand<PageOutcome> command = printer.print(DrawnForm.ofPdf(2));
    EveryPrinter.await(() -> printer.health().detail() == Detail.PAPER_OUT);
    assertEquals(Supply.Level.LOW, printer.snapshot().supplies().get(Supply.FORM_PAPER));
    peer.go();
    assertEquals(new PageOutcome.Printed(), end(command));
    assertEquals(1, peer.jobs());
    EveryPrinter.await(() -> printer.health().state() == State.READY);
    assertTrue(events.contains(new DeviceEvent.Progressed(command.id(), 1, 2)), events.toString());
  }

  @Test
  void outOfPaperForGoodIsTakenBackAndNeverComesOut() throws Exception {
    PageJob.Patience soon =
        new PageJob.Patience(
            PATIENT.look(),
            Duration.ofMillis(200),
            PATIENT.whole(),
            PATIENT.unheard(),
            PATIENT.settling());
    start(BOTH, EMPTY + WAIT + "exit 0", soon);
    DeviceCommand<PageOutcome> command = printer.print(DrawnForm.ofPdf(2));
    EveryPrinter.await(() -> peer.heard("Cancel-Job successful-ok"));
    peer.go();
    assertEquals(new PageOutcome.NotPrinted(Detail.PAPER_OUT), end(command));
    assertEquals(1, peer.jobs());
  }

  @Test
  void anOpenDoorIsSaidBeforeAnythingIsSent() throws Exception {
    peer.behave("echo 'STATE: +cover-open' >&2; exit 0");
    assertEquals(new PageOutcome.Printed(), end(printer.print(DrawnForm.ofPdf(1))));
    EveryPrinter.await(() -> printer.health().detail() == Detail.COVER_OPEN);
    assertEquals(
        new PageOutcome.NotPrinted(Detail.COVER_OPEN), end(printer.print(DrawnForm.ofPdf(1))));
    assertEquals(1, peer.jobs());
  }

  @Test
  void lowTonerWantsAttentionAndPrints() throws Exception {
    peer.behave("echo 'STATE: +toner-low' >&2; exit 0");
    assertEquals(new PageOutcome.Printed(), end(printer.print(DrawnForm.ofPdf(1))));
    EveryPrinter.await(() -> printer.health().detail() == Detail.TONER_LOW);
    assertEquals(State.ATTENTION, printer.health().state());
    assertEquals(new PageOutcome.Printed(), end(printer.print(DrawnForm.ofPdf(1))));
  }

  @Test
  void aJobThatThePrinterGivesUpIsNeverPrinted() throws Exception {
    peer.behave("exit 1");
    assertEquals(
        new PageOutcome.NotPrinted(Detail.DEVICE_FAULT), end(printer.print(DrawnForm.ofPdf(1))));
    assertEquals(1, peer.jobs());
  }

  @Test
  void aPrinterKilledInTheMiddleLeavesItUnknownAndItIsNotSentAgain() throws Exception {
    PageJob.Patience soon =
        new PageJob.Patience(
            PATIENT.look(),
            PATIENT.blocked(),
            PATIENT.whole(),
            Duration.ofMillis(500),
            PATIENT.settling());
    start(BOTH, "touch begun\n" + WAIT, soon);
    DeviceCommand<PageOutcome> command = printer.print(DrawnForm.ofPdf(2));
    EveryPrinter.await(() -> peer.jobs() == 1);
    peer.kill();
    PageOutcome outcome = end(command);
    assertEquals(new PageOutcome.Unknown(Detail.PORT_MISSING), outcome);
    EveryPrinter.await(() -> printer.health().detail() == Detail.PORT_MISSING);
    peer.behave("exit 0");
    peer.start();
    EveryPrinter.await(() -> printer.health().state() == State.READY);
    assertEquals(1, peer.jobs());
    assertEquals(new PageOutcome.Printed(), end(printer.print(DrawnForm.ofPdf(1))));
    assertEquals(2, peer.jobs());
  }

  @Test
  void aPrinterRestartedInTheMiddleIsNotTakenAtItsWordAboutAnotherJob() throws Exception {
    peer.behave(WAIT);
    DeviceCommand<PageOutcome> command = printer.print(DrawnForm.ofPdf(2));
    EveryPrinter.await(() -> peer.jobs() == 1);
    peer.kill();
    peer.behave("exit 0");
    peer.start();
    assertEquals(new PageOutcome.Unknown(Detail.NO_ANSWER), end(command));
    assertEquals(1, peer.jobs());
  }

  @Test
  void aSlowPrinterIsWaitedForAndItsPagesAreTold() throws Exception {
    peer.behave("echo 'ATTR: job-impressions-completed=2' >&2\n" + WAIT + "exit 0");
    DeviceCommand<PageOutcome> command = printer.print(DrawnForm.ofPdf(3));
    EveryPrinter.await(() -> events.stream().anyMatch(DeviceEvent.Progressed.class::isInstance));
    peer.go();
    assertEquals(new PageOutcome.Printed(), end(command));
  }

  @Test
  void aCancelledJobIsTakenBack() throws Exception {
    peer.behave(WAIT + "exit 0");
    DeviceCommand<PageOutcome> command = printer.print(DrawnForm.ofPdf(2));
    EveryPrinter.await(() -> peer.jobs() == 1);
    command.cancel();
    EveryPrinter.await(() -> peer.heard("Cancel-Job successful-ok"));
    peer.go();
    assertInstanceOf(PageOutcome.Cancelled.class, end(command));
  }

  @Test
  void whatWaitsInTheQueueAndIsCancelledIsNeverSent() throws Exception {
    peer.behave(WAIT + "exit 0");
    DeviceCommand<PageOutcome> first = printer.print(DrawnForm.ofPdf(1));
    DeviceCommand<PageOutcome> second = printer.print(DrawnForm.ofPdf(1));
    EveryPrinter.await(() -> peer.jobs() == 1);
    second.cancel();
    peer.go();
    assertEquals(new PageOutcome.Printed(), end(first));
    assertEquals(new PageOutcome.Cancelled(OptionalInt.of(0)), end(second));
    assertEquals(1, peer.jobs());
  }

  @Test
  void bothSidesAreAskedForWhereSettingAndPrinterSaySo() throws Exception {
    printer.close();
    printer = open(Map.of("sides", "two-sided"), PATIENT);
    assertEquals(new PageOutcome.Printed(), end(printer.print(DrawnForm.ofPdf(2))));
    assertTrue(peer.attributes().contains("IPP_SIDES=two-sided-long-edge"), peer.attributes());
  }

  @Test
  void itsSelfTestSaysWhatItIsAndPrintsAPage() throws Exception {
    SelfTestOutcome outcome = end(printer.selfTest(SelfTest.EXTERNAL));
    assertInstanceOf(SelfTestOutcome.Passed.class, outcome, outcome.toString());
    assertTrue(
        new String(peer.document(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII)
            .startsWith("%PDF-"));
  }

  @Test
  void anAbsentPrinterIsSaidAtOnceAndFoundWhenItComes() throws Exception {
    peer.kill();
    assertEquals(
        new PageOutcome.NotPrinted(Detail.PORT_MISSING), end(printer.print(DrawnForm.ofPdf(1))));
    peer.start();
    EveryPrinter.await(() -> printer.health().state() == State.READY);
    assertEquals(new PageOutcome.Printed(), end(printer.print(DrawnForm.ofPdf(1))));
  }

  private static <T> T end(DeviceCommand<T> command) {
    return command.outcome().toCompletableFuture().join();
  }
}
