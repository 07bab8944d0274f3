package org.openhall.office.desk.fleet;

import java.util.Comparator;
import java.util.List;
import org.openhall.office.fleet.FleetTerminal;

/**
 * Which terminals are asked for.
 *
 * @param hall where they stand, or empty for all
 * @param state how they are
 */
public record FleetFilter(String hall, State state) {

  /** How a terminal is; words in the bundle under {@code fleet.state.NAME}. */
  public enum State {
    ANY,
    /** Something that nobody has acknowledged. */
    ALARM,
    /** It does not show the newest release. */
    BEHIND,
    /** It has not called yet. */
    NEVER,
    WELL,
    REVOKED
  }

  /** Those that match: what is to be looked at first, then by hall. */
  List<FleetTerminal> of(List<FleetTerminal> all, long newest) {
    return all.stream()
        .filter(terminal -> hall.isEmpty() || terminal.hall().equals(hall))
        .filter(terminal -> matches(terminal, newest))
        .sorted(
            Comparator.comparing(FleetTerminal::isRevoked)
                .thenComparing(terminal -> !terminal.hasNewAlarm())
                .thenComparing(FleetTerminal::hall)
                .thenComparing(FleetTerminal::id))
        .toList();
  }

  private boolean matches(FleetTerminal terminal, long newest) {
    boolean revoked = terminal.isRevoked();
    return switch (state) {
      case ANY -> true;
      case ALARM -> terminal.hasNewAlarm();
      case BEHIND -> !revoked && terminal.status() != null && terminal.release() < newest;
      case NEVER -> !revoked && terminal.status() == null;
      case WELL -> !revoked && terminal.status() != null && terminal.alarms().isEmpty();
      case REVOKED -> revoked;
    };
  }
}
