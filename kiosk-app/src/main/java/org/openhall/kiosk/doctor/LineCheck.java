package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.PushStatus;
import org.openhall.link.status.StatusFile;

/** When the office was last heard, and how its push stands. */
record LineCheck(Machine machine, Clock clock) implements Check {
  private static final Duration SILENT = Duration.ofHours(1);
  private static final Duration LONG = Duration.ofDays(1);

  @Override
  public Area area() {
    return Area.LINE;
  }

  @Override
  public List<Finding> look() throws IOException {
    List<Finding> found = new ArrayList<>();
    Optional<AgentStatus> agent = StatusFile.agent(machine.data()).read();
    found.add(agent.map(this::contact).orElseGet(() -> never("")));
    StatusFile.push(machine.data())
        .read()
        .filter(push -> push.line() == PushStatus.Line.CLOSED)
        .ifPresent(push ->
            found.add(
                Finding.of(
                    area(),
                    Severity.NOTE,
                    "line.push-closed",
                    Times.of(push.since()),
                    push.trouble() == null ? "" : push.trouble())));
    return found;
  }

  private Finding contact(AgentStatus status) {
    String detail = status.detail() == null ? "" : status.detail();
    if (status.outcome() == AgentStatus.Outcome.LOCKED_OUT) {
      return Finding.of(area(), Severity.FAULT, "line.locked-out");
    }
    Instant last = status.lastContact();
    if (last == null) {
      return never(detail);
    }
    Duration silence = Duration.between(last, clock.instant());
    if (silence.compareTo(SILENT) < 0) {
      return Finding.of(area(), Severity.OK, "line.ok", Times.of(last));
    }
    Severity severity = silence.compareTo(LONG) < 0 ? Severity.WARNING : Severity.FAULT;
    return Finding.of(area(), severity, "line.silent", Times.of(last), detail);
  }

  private Finding never(String detail) {
    return Finding.of(area(), Severity.FAULT, "line.never", detail);
  }
}
