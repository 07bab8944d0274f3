package org.openhall.kiosk.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth;
import org.openhall.device.Devices;
import org.openhall.device.SelfTest;
import org.openhall.kiosk.acceptance.AcceptanceMain.Call;
import org.openhall.kiosk.acceptance.AcceptanceMain.Person;
import org.openhall.kiosk.devices.DeviceCall;
import org.openhall.kiosk.doctor.Doctor;
import org.openhall.kiosk.doctor.Finding;
import org.openhall.kiosk.settings.KioskSettings;
import org.openhall.kiosk.shell.Messages;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.acceptance.AcceptanceReport;
import org.openhall.link.acceptance.AcceptanceReport.Result;
import org.openhall.link.acceptance.SignedReport;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.SpoolFolder;
import org.openhall.link.event.SpoolFolder.Waiting;

/** One acceptance by command, from the first look to the paper. */
final class AcceptanceRun {
  /** What a person says of paper, by the device that it came out of. */
  private static final Map<String, String> PAPER =
      Map.of(Devices.RECEIPT_PRINTER, "print", Devices.PAGE_PRINTER, "page");

  private final Call call;
  private final Messages words;
  private final Person person;
  private final Consumer<String> out;
  private final Clock clock;
  private final Acceptance acceptance;
  private final Locale locale;

  AcceptanceRun(Call call, Person person, Consumer<String> out, Clock clock) {
    this.call = call;
    this.words = call.words();
    this.person = person;
    this.out = out;
    this.clock = clock;
    acceptance = new Acceptance(words);
    locale = words.language().get().locale();
  }

  int run() throws IOException {
    try (DeviceCall devices = DeviceCall.open(call.data())) {
      Map<String, DeviceHealth> health = devices.health();
      found(Doctor.ofThisMachine(call.data(), () -> health, clock).look());
      for (String key : health.keySet()) {
        test(devices, key);
      }
      Stream.of("touch", "colours").forEach(acceptance::leftOut);
      return end(Optional.of(devices));
    } catch (DeviceConfigurationException e) {
      found(
          Doctor.ofThisMachine(
                  call.data(),
                  () -> {
                    throw e;
                  },
                  clock)
              .look());
      Stream.of("touch", "colours").forEach(acceptance::leftOut);
      return end(Optional.empty());
    }
  }

  private void found(List<Finding> found) {
    acceptance.found(found);
    out.accept(words.text("technician.acceptance.looked", found.size()));
  }

  private void test(DeviceCall devices, String key) throws IOException {
    boolean attended = !call.unattended() && person.well(ready(key)).orElse(false);
    out.accept(words.text("technician.test.begun", key));
    StringBuilder last = new StringBuilder();
    boolean passed =
        devices.test(
            key,
            attended ? SelfTest.INTERACTIVE : SelfTest.INTERNAL,
            locale,
            line -> {
              out.accept(line);
              last.setLength(0);
              last.append(line.replace('\n', ' '));
            });
    acceptance.tested(key, passed, last.toString());
    if (!attended) {
      acceptance.leftOut("hands-on", key);
    } else if (PAPER.containsKey(key)) {
      String code = PAPER.getOrDefault(key, "print");
      person
          .well(words.text("technician.acceptance.person." + code))
          .ifPresentOrElse(well -> acceptance.said(code, well), () -> acceptance.leftOut(code));
    }
  }

  private String ready(String key) {
    return words.text("technician.acceptance.ready", key);
  }

  private int end(Optional<DeviceCall> devices) throws IOException {
    String id = TerminalIdentity.read(call.data()).map(TerminalIdentity::terminalId).orElse("");
    String place = KioskSettings.read(call.data()).text("terminal.place");
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    AcceptanceReport found = acceptance.report(id, place, now);
    ReportFolder folder = new ReportFolder(call.data());
    Optional<SignedReport> signed = folder.signed(found);
    AcceptanceReport report = signed.flatMap(SignedReport::report).orElse(found);
    Path file = folder.keep(report, signed);
    boolean sent = signed.isPresent() && sent(signed.get());
    boolean printed =
        call.print() && devices.isPresent() && devices.get().print(acceptance.slip(report, signed));
    say(report, signed, file);
    if (call.print()) {
      tell(printed ? "technician.acceptance.printed" : "technician.acceptance.not-printed");
    }
    if (signed.isPresent()) {
      tell(sent ? "technician.acceptance.sent" : "technician.acceptance.not-sent");
    }
    if (call.json()) {
      out.accept(report.text());
    }
    if (!report.passed()) {
      return AcceptanceMain.FAILED;
    }
    return sent && (printed || !call.print()) ? AcceptanceMain.DONE : AcceptanceMain.INCOMPLETE;
  }

  /** Into the spool, from which the agent takes it; false where there is no room. */
  private boolean sent(SignedReport signed) throws IOException {
    EventMessage message =
        EventMessage.of(
            clock.instant().truncatedTo(ChronoUnit.MILLIS), new Event.Acceptance(signed));
    SpoolFolder spool = SpoolFolder.of(call.data());
    spool.make();
    long used =
        Stream.concat(spool.waiting().stream(), spool.setAside().stream())
            .mapToLong(Waiting::bytes)
            .sum();
    if (used + SpoolFolder.bytes(message) > KioskSettings.read(call.data()).spoolBytes()) {
      return false;
    }
    spool.put(message);
    return true;
  }

  private void say(AcceptanceReport report, Optional<SignedReport> signed, Path file) {
    Acceptance.words(report, Result.FAILED).forEach(line -> out.accept("✗ " + line));
    Acceptance.words(report, Result.LEFT_OUT).forEach(line -> out.accept("○ " + line));
    tell(Acceptance.conclusion(report));
    signed.ifPresentOrElse(
        it -> out.accept(words.text("technician.acceptance.digest", it.digest().grouped())),
        () -> tell("technician.acceptance.unsigned"));
    out.accept(words.text("technician.acceptance.kept", file));
  }

  private void tell(String key) {
    out.accept(words.text(key));
  }
}
