package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.AgentStatus.Stale.Reason;
import org.openhall.link.status.StatusFile;

/** The clock, against the hardware clock, against the office, and whether something keeps it. */
record ClockCheck(Machine machine, Clock clock) implements Check {
  /** More than this the office does not bear either. */
  private static final Duration MOST = Duration.ofMinutes(10);

  private static final Duration RTC_MOST = Duration.ofMinutes(2);
  private static final String RTC = "/sys/class/rtc/rtc0/since_epoch";

  /** Of systemd-timesyncd, chrony, and ntpsec or ntpd; each is there while the service is well. */
  private static final List<String> SYNCHRONISED =
      List.of("/run/systemd/timesync/synchronized", "/run/chrony/chronyd.pid", "/run/ntpd.pid");

  @Override
  public Area area() {
    return Area.CLOCK;
  }

  @Override
  public List<Finding> look() throws IOException {
    Instant now = clock.instant();
    List<Finding> found = new ArrayList<>();
    againstOffice(now).ifPresent(found::add);
    againstHardware(now).ifPresent(found::add);
    if (SYNCHRONISED.stream().noneMatch(machine::has)) {
      found.add(Finding.of(area(), Severity.WARNING, "clock.unsynchronised"));
    }
    return found.isEmpty()
        ? List.of(Finding.of(area(), Severity.OK, "clock.ok", Times.of(now)))
        : found;
  }

  /** The agent noted when it last heard the office: this cannot lie ahead. */
  private Optional<Finding> againstOffice(Instant now) throws IOException {
    Optional<AgentStatus> agent = StatusFile.agent(machine.data()).read();
    if (agent.map(AgentStatus::stale).filter(s -> s.reason() == Reason.CLOCK).isPresent()) {
      return Optional.of(Finding.of(area(), Severity.FAULT, "clock.office-differs", Times.of(now)));
    }
    return agent.stream()
        .flatMap(s -> Stream.ofNullable(s.lastContact()))
        .filter(contact -> contact.isAfter(now.plus(MOST)))
        .findFirst()
        .map(contact ->
            Finding.of(area(), Severity.FAULT, "clock.behind", Times.of(now), Times.of(contact)));
  }

  private Optional<Finding> againstHardware(Instant now) throws IOException {
    Optional<String> rtc = machine.text(RTC).map(String::strip).filter(s -> s.matches("\\d{1,12}"));
    if (rtc.isEmpty()) {
      return Optional.of(Finding.of(area(), Severity.NOTE, "clock.no-rtc"));
    }
    Instant hardware = Instant.ofEpochSecond(Long.parseLong(rtc.get()));
    return Duration.between(hardware, now).abs().compareTo(RTC_MOST) > 0
        ? Optional.of(
            Finding.of(
                area(), Severity.WARNING, "clock.rtc-differs", Times.of(now), Times.of(hardware)))
        : Optional.empty();
  }
}
