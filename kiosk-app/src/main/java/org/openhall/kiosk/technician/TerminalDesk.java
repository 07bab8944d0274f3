package org.openhall.kiosk.technician;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.device.Counters;
import org.openhall.device.DeviceHealth;
import org.openhall.device.Devices;
import org.openhall.device.ReceiptPrinter;
import org.openhall.device.SelfTest;
import org.openhall.kiosk.acceptance.Acceptance;
import org.openhall.kiosk.acceptance.ReportFolder;
import org.openhall.kiosk.devices.DeviceStates;
import org.openhall.kiosk.devices.DeviceTests;
import org.openhall.kiosk.doctor.Doctor;
import org.openhall.kiosk.doctor.Finding;
import org.openhall.kiosk.doctor.FontLook;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.shell.Terminal;
import org.openhall.link.acceptance.AcceptanceReport;
import org.openhall.link.acceptance.SignedReport;
import org.openhall.link.event.Event;

/** The desk of a running terminal. What takes time is done on a thread of its own, in order. */
public final class TerminalDesk implements TechnicianDesk {
  private final Parts parts;
  private final Access access;
  private final ServiceLog log;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("service").daemon().factory());
  private Optional<Devices> devices = Optional.empty();
  private Optional<DeviceTests> tests = Optional.empty();

  /**
   * What a terminal has for it.
   *
   * @param screen runs what is to happen on the screen's thread
   * @param fonts looked at on the screen's thread
   * @param release what is shown
   * @param journal gets events for the office
   * @param reason hears why the terminal is taken out of service, or that it is not
   * @param restart ends the program
   */
  public record Parts(
      Path data,
      Terminal terminal,
      Messages words,
      Clock clock,
      Executor screen,
      FontLook fonts,
      Supplier<Optional<ReleaseInfo>> release,
      Consumer<Event> journal,
      Consumer<Optional<Reason>> reason,
      Runnable restart) {}

  public TerminalDesk(Parts parts) {
    this.parts = parts;
    access = new Access(parts.data(), parts.clock());
    log = new ServiceLog(parts.data());
  }

  /** The devices have been found; on the screen's thread. */
  public void connect(Devices found) {
    devices = Optional.of(found);
    tests = Optional.of(new DeviceTests(found));
  }

  @Override
  public void enter(char[] pin, Consumer<Access.Outcome> then) {
    thread.execute(() -> {
      Access.Outcome outcome = access.enter(pin);
      parts.screen().execute(() -> then.accept(outcome));
    });
  }

  @Override
  public void look(Consumer<List<Finding>> then) {
    thread.execute(() -> {
      List<Finding> found = doctor().look();
      parts.screen().execute(() -> then.accept(found));
    });
  }

  private Doctor doctor() {
    Optional<Devices> open = devices;
    return Doctor.of(
        parts.data(),
        new Doctor.Senses(
            () -> open.isPresent() ? DeviceStates.of(open.get()) : Map.of(), parts.fonts()),
        parts.clock());
  }

  @Override
  public List<DeviceLine> devices(Locale locale) {
    List<DeviceLine> lines = new ArrayList<>();
    devices
        .map(DeviceStates::of)
        .orElse(Map.of())
        .forEach((key, health) ->
            lines.add(
                new DeviceLine(
                    key, health.state() == DeviceHealth.State.READY, health.words(locale))));
    return lines;
  }

  @Override
  public void test(String key, SelfTest level, Locale locale, Told told) {
    if (tests.isEmpty() || devices.filter(it -> it.all().containsKey(key)).isEmpty()) {
      told.line(parts.words().text("technician.devices.none"));
      told.end(false);
      return;
    }
    DeviceTests those = tests.get();
    thread.execute(() -> {
      boolean passed = those.run(key, level, locale, line -> onScreen(() -> told.line(line)));
      onScreen(() -> told.end(passed));
    });
  }

  private void onScreen(Runnable what) {
    parts.screen().execute(what);
  }

  @Override
  public void cancel() {
    tests.ifPresent(DeviceTests::end);
  }

  private Optional<Counters> printer() {
    return devices
        .filter(it -> it.all().containsKey(Devices.RECEIPT_PRINTER))
        .map(it -> it.counters(Devices.RECEIPT_PRINTER));
  }

  @Override
  public List<Fact> facts() {
    return new TerminalFacts(parts.data(), parts.terminal().place(), parts.words())
        .all(parts.release().get(), printer());
  }

  @Override
  public void did(Optional<Role> who, Deed deed, String about) {
    String role = who.map(it -> it.name().toLowerCase(Locale.ROOT)).orElse("unknown");
    String what = about.isEmpty() ? "none" : about.substring(0, Math.min(64, about.length()));
    parts.journal().accept(new Event.Service(role, deed.word(), what));
    Instant now = parts.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    thread.execute(
        () -> guarded(() -> log.add(new ServiceLog.Entry(now, role, deed.word(), what))));
  }

  /** Something that writes a file. */
  private interface Writing {
    void run() throws IOException;
  }

  private static void guarded(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      System.err.println("kiosk: what was done in the service area is not kept: " + e);
    }
  }

  @Override
  public void paperChanged() {
    Counters counted = printer().orElse(Counters.NONE);
    thread.execute(
        () -> guarded(() -> PaperCount.keep(parts.data(), counted, parts.clock().instant())));
  }

  @Override
  public void restartKiosk() {
    thread.execute(() -> onScreen(parts.restart()));
  }

  /** A unit of the machine waits for this file. */
  @Override
  public void restartMachine() {
    thread.execute(() ->
        guarded(() ->
            Files.write(parts.data().resolve("status").resolve("restart-wanted"), new byte[0])));
  }

  @Override
  public void outOfService(Optional<Reason> reason) {
    Optional<OutOfService> now = reason.map(it -> new OutOfService(it, parts.clock().instant()));
    thread.execute(() -> guarded(() -> OutOfService.keep(parts.data(), now)));
    parts.reason().accept(reason);
  }

  @Override
  public void accept(List<Said> person, Locale locale, Consumer<Accepted> then) {
    List<String> keys = devices.map(it -> List.copyOf(it.all().keySet())).orElse(List.of());
    Optional<ReceiptPrinter> printer = devices.flatMap(Devices::receiptPrinter);
    thread.execute(() -> {
      Acceptance acceptance = new Acceptance(parts.words());
      acceptance.found(doctor().look());
      for (String key : keys) {
        StringBuilder last = new StringBuilder();
        boolean passed =
            tests
                .map(it ->
                    it.run(
                        key,
                        SelfTest.INTERNAL,
                        locale,
                        line -> {
                          last.setLength(0);
                          last.append(line);
                        }))
                .orElse(false);
        acceptance.tested(key, passed, last.toString().replace('\n', ' '));
      }
      person.forEach(said -> acceptance.said(said.code(), said.well()));
      Accepted accepted = finish(acceptance, printer);
      onScreen(() -> then.accept(accepted));
    });
  }

  private Accepted finish(Acceptance acceptance, Optional<ReceiptPrinter> printer) {
    Instant now = parts.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    AcceptanceReport found =
        acceptance.report(parts.terminal().id(), parts.terminal().place(), now);
    ReportFolder folder = new ReportFolder(parts.data());
    Optional<SignedReport> signed = folder.signed(found);
    AcceptanceReport report = signed.flatMap(SignedReport::report).orElse(found);
    guarded(() -> folder.keep(report, signed));
    signed.ifPresent(it -> parts.journal().accept(new Event.Acceptance(it)));
    boolean printed =
        printer
            .map(it -> it.print(acceptance.slip(report, signed)).outcome())
            .map(it -> it.toCompletableFuture().join())
            .filter(ReceiptPrinter.PrintOutcome.Printed.class::isInstance)
            .isPresent();
    return new Accepted(
        report.passed(),
        signed.map(it -> it.digest().grouped()).orElse(""),
        printed,
        Acceptance.words(report, AcceptanceReport.Result.FAILED));
  }
}
