package org.openhall.office.fleet;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.openhall.link.status.AgentStatus;
import org.openhall.office.enrol.EnrolledTerminal;

/**
 * A terminal as it is now.
 *
 * @param shown release → since when, of those that it has shown, by its clock
 * @param devices by name
 * @param alarms the newest first
 */
public record FleetTerminal(
    EnrolledTerminal enrolled,
    SortedMap<Long, Instant> shown,
    List<Device> devices,
    List<Alarm> alarms) {

  /**
   * A device by the terminal's last word.
   *
   * @param state such as {@code ready}
   * @param detail such as {@code paper-out}; {@code none} where there is nothing to say
   */
  public record Device(String name, String state, String detail, Instant since) {
    /** Whether nothing is to be done about it. */
    public boolean isWell() {
      return state.equals("ready");
    }
  }

  public String id() {
    return enrolled.id();
  }

  /** Where it stands, or empty. */
  public String hall() {
    String hall = enrolled.hall();
    return hall == null ? "" : hall;
  }

  /** What it said last, or null before it first called. */
  public @Nullable AgentStatus status() {
    EnrolledTerminal.Contact contact = enrolled.contact();
    return contact == null ? null : contact.status();
  }

  /** The release on its disk, 0 for none. */
  public long release() {
    AgentStatus status = status();
    return status == null ? 0 : status.release();
  }

  /** Since when the screen has shown that release, or null where it has not said. */
  public @Nullable Instant releaseSince() {
    return shown.get(release());
  }

  /** Whether it goes by an emergency list signed then or later. */
  public boolean knows(Instant emergency) {
    AgentStatus status = status();
    Instant mine = status == null ? null : status.emergency();
    return mine != null && !mine.isBefore(emergency);
  }

  /** Whether it is locked out. */
  public boolean isRevoked() {
    return enrolled.revocation() != null;
  }

  /** Whether somebody should look at it whom nobody has told yet. */
  public boolean hasNewAlarm() {
    return alarms.stream().anyMatch(Alarm::isNew);
  }
}
