package org.openhall.office.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventBatch;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.EventReceipt;
import org.openhall.link.event.EventReceipt.Line;
import org.openhall.link.event.EventReceipt.Reason;
import org.openhall.link.event.EventType;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Turn;

/**
 * Takes events in. Terminals send each until they hear that it is kept; whatever they send twice,
 * also at the same time or after this machine died before its answer, counts once.
 */
public final class EventIntake {
  private final OfficeDatabase database;
  private final Clock clock;
  private final Runnable beforeAnswer;

  public EventIntake(OfficeDatabase database, Clock clock) {
    this(database, clock, () -> {});
  }

  /** With something that happens between keeping and answering, for tests. */
  EventIntake(OfficeDatabase database, Clock clock, Runnable beforeAnswer) {
    this.database = database;
    this.clock = clock;
    this.beforeAnswer = beforeAnswer;
  }

  /**
   * Keeps what is new of a batch. When this returns, all that it names as kept is on the disk: the
   * terminal deletes its own.
   *
   * @param terminalId who sent it, as its certificate says
   */
  public EventReceipt take(String terminalId, EventBatch batch) throws SQLException {
    List<Line> lines = new ArrayList<>();
    try (Connection connection = database.beginFlushed(Turn.EVENTS, terminalId)) {
      EventTable table = new EventTable(connection, terminalId, now());
      for (EventMessage message : batch.events()) {
        lines.add(take(table, message));
      }
      connection.commit();
    }
    beforeAnswer.run();
    return new EventReceipt(lines);
  }

  private static Line take(EventTable table, EventMessage message) throws SQLException {
    Optional<EventType> type = EventType.of(message.type());
    if (type.isEmpty()) {
      return Line.refused(message.id(), Reason.UNKNOWN_TYPE);
    }
    Optional<Event> event = message.read();
    if (event.isEmpty()) {
      return Line.refused(message.id(), Reason.MALFORMED);
    }
    return table.add(message, event.get())
        ? Line.accepted(message.id())
        : Line.duplicate(message.id());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
