package org.openhall.office.desk.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhall.link.status.AgentStatus;
import org.openhall.office.enrol.EnrolledTerminal;
import org.openhall.office.fleet.FleetTerminal;
import org.openhall.office.text.OfficeTime;

/**
 * A terminal as a line of the table shows it.
 *
 * @param troubled its devices that want something, the others being well
 * @param paper {@code paper-out}, {@code paper-near-end}, {@code enough}, or {@code unknown}
 * @param verified how long ago its content was proved to be the newest, or null
 * @param contact how long ago it said something, or null
 */
public record FleetLine(
    FleetTerminal terminal,
    boolean isBehind,
    List<FleetTerminal.Device> troubled,
    String paper,
    boolean isClockWrong,
    @Nullable Ago verified,
    @Nullable Ago contact) {
  private static final List<String> PAPER = List.of("paper-out", "paper-near-end");

  /**
   * How long ago, in the largest unit that is not nothing.
   *
   * @param unit {@code minutes}, {@code hours} or {@code days}
   * @param at to the minute, in the office's zone
   */
  public record Ago(String unit, long count, String at) {
    static Ago of(Instant then, Instant now) {
      Duration ago = Duration.between(then, now);
      String at = OfficeTime.minute(then);
      if (ago.toDays() > 0) {
        return new Ago("days", ago.toDays(), at);
      }
      return ago.toHours() > 0
          ? new Ago("hours", ago.toHours(), at)
          : new Ago("minutes", Math.max(0, ago.toMinutes()), at);
    }
  }

  static FleetLine of(FleetTerminal terminal, long newest, Instant now) {
    EnrolledTerminal.Contact contact = terminal.enrolled().contact();
    AgentStatus status = terminal.status();
    Instant verified = status == null ? null : status.lastVerified();
    return new FleetLine(
        terminal,
        status != null && terminal.release() < newest,
        terminal.devices().stream().filter(device -> !device.isWell()).toList(),
        paper(terminal.devices()),
        status != null
            && status.stale() != null
            && status.stale().reason() == AgentStatus.Stale.Reason.CLOCK,
        verified == null ? null : Ago.of(verified, now),
        contact == null ? null : Ago.of(contact.at(), now));
  }

  private static String paper(List<FleetTerminal.Device> devices) {
    for (String wanting : PAPER) {
      if (devices.stream().anyMatch(device -> device.detail().equals(wanting))) {
        return wanting;
      }
    }
    return devices.stream().anyMatch(device -> device.name().contains("printer") && device.isWell())
        ? "enough"
        : "unknown";
  }

  /** Since when the screen has shown the release, to the minute, or empty. */
  public String since() {
    Instant since = terminal.releaseSince();
    return since == null ? "" : OfficeTime.minute(since);
  }
}
