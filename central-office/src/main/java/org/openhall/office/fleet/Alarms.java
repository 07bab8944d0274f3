package org.openhall.office.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.Refusal;
import org.openhall.office.enrol.EnrolledTerminal;
import org.openhall.office.fleet.Alarm.Kind;

/**
 * What of a terminal is an alarm.
 *
 * @param silence after so long without a word, that is one
 */
record Alarms(Instant now, Duration silence) {
  private static final int LONGEST = 300;
  private static final String UNAVAILABLE = "unavailable";
  private static final String ATTENTION = "attention";

  /** All of one that is not locked out, the newest first. */
  List<Alarm> of(EnrolledTerminal terminal, List<FleetTerminal.Device> devices) {
    List<Alarm> alarms = new ArrayList<>();
    if (terminal.revocation() != null) {
      return alarms;
    }
    EnrolledTerminal.Contact contact = terminal.contact();
    if (contact != null) {
      of(contact, alarms);
    }
    Instant until = terminal.certificateUntil();
    if (until != null && !now.isBefore(until)) {
      alarms.add(alarm(Kind.CERTIFICATE, "", until, ""));
    }
    for (FleetTerminal.Device device : devices) {
      if (device.state().equals(UNAVAILABLE) || device.state().equals(ATTENTION)) {
        alarms.add(alarm(Kind.DEVICE, device.name(), device.since(), device.detail()));
      }
    }
    alarms.sort(Comparator.comparing(Alarm::since).reversed());
    return alarms;
  }

  private void of(EnrolledTerminal.Contact contact, List<Alarm> alarms) {
    if (contact.at().plus(silence).isBefore(now)) {
      alarms.add(alarm(Kind.SILENT, "", contact.at(), ""));
    }
    AgentStatus.Stale stale = contact.status().stale();
    if (stale != null) {
      boolean clock = stale.reason() == AgentStatus.Stale.Reason.CLOCK;
      alarms.add(alarm(clock ? Kind.CLOCK : Kind.OLD, "", stale.since(), ""));
    }
    Refusal refusal = contact.status().refusal();
    if (refusal != null && refusal.standing()) {
      alarms.add(alarm(Kind.REFUSES, refusal.file(), refusal.since(), refusal.words()));
    }
  }

  /** What a terminal says is shown to a person, and is no longer than that needs. */
  private static Alarm alarm(Kind kind, String about, Instant since, String words) {
    String line = words.replaceAll("\\p{Cntrl}", " ");
    String shown = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    return new Alarm(kind, about, since, shown, null);
  }
}
