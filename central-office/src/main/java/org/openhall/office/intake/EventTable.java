package org.openhall.office.intake;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openhall.link.Json;
import org.openhall.link.envelope.Envelope;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.UsageKind;
import org.openhall.office.text.OfficeTime;

/** Writes the events of one terminal, within one transaction. */
final class EventTable {
  private final Connection connection;
  private final String terminalId;
  private final Instant now;

  EventTable(Connection connection, String terminalId, Instant now) {
    this.connection = connection;
    this.terminalId = terminalId;
    this.now = now;
  }

  /** Adds an event with all that follows from it; false where it was there already. */
  boolean add(EventMessage message, Event event) throws SQLException {
    if (!insert(message, event)) {
      return false;
    }
    switch (event) {
      case Event.Usage usage -> count(usage);
      case Event.Sealed sealed -> keep(message, sealed.envelope());
      case Event.DeviceState state -> device(message, state);
      case Event.ReleaseShown shown -> shown(message, shown);
      case Event.KioskStarted _,
          Event.ContentTrouble _,
          Event.Rating _,
          Event.Service _,
          Event.Acceptance _,
          Event.Dropped _ -> {
        // the row says it all
      }
    }
    return true;
  }

  private boolean insert(EventMessage message, Event event) throws SQLException {
    String sql =
        "INSERT INTO terminal_event (terminal_id, id, type, at, day, received_at, body)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (terminal_id, id) DO NOTHING";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, terminalId);
      insert.setString(2, message.id());
      insert.setString(3, message.type());
      insert.setString(4, message.at().toString());
      insert.setString(5, day(message.at()));
      insert.setString(6, now.toString());
      insert.setString(7, body(event));
      return insert.executeUpdate() == 1;
    }
  }

  /** What is known of the event, and no field beside. */
  private static @Nullable String body(Event event) {
    return event instanceof Event.Sealed
        ? null
        : new String(Json.write(event), StandardCharsets.UTF_8);
  }

  private void count(Event.Usage usage) throws SQLException {
    String sql =
        "INSERT INTO usage_count (terminal_id, day, kind, count) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (terminal_id, day, kind) DO UPDATE SET count = usage_count.count + excluded.count";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Map.Entry<UsageKind, Long> entry : usage.counts().entrySet()) {
        insert.setString(1, terminalId);
        insert.setString(2, day(usage.hour()));
        insert.setString(3, entry.getKey().name());
        insert.setLong(4, entry.getValue());
        insert.executeUpdate();
      }
    }
  }

  /** The last word on each device; events may come in any order. */
  private void device(EventMessage message, Event.DeviceState state) throws SQLException {
    String sql =
        "INSERT INTO terminal_device (terminal_id, device, state, detail, since) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT (terminal_id, device) DO UPDATE SET state = excluded.state,"
            + " detail = excluded.detail, since = excluded.since"
            + " WHERE excluded.since >= terminal_device.since";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, terminalId);
      insert.setString(2, state.device());
      insert.setString(3, state.state());
      insert.setString(4, state.detail());
      insert.setString(5, message.at().truncatedTo(ChronoUnit.SECONDS).toString());
      insert.executeUpdate();
    }
  }

  private void shown(EventMessage message, Event.ReleaseShown shown) throws SQLException {
    String sql =
        "INSERT INTO terminal_shown (terminal_id, release, since) VALUES (?, ?, ?)"
            + " ON CONFLICT (terminal_id, release) DO UPDATE SET since = excluded.since"
            + " WHERE excluded.since > terminal_shown.since";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, terminalId);
      insert.setLong(2, shown.release());
      insert.setString(3, message.at().truncatedTo(ChronoUnit.SECONDS).toString());
      insert.executeUpdate();
    }
  }

  private void keep(EventMessage message, Envelope envelope) throws SQLException {
    String sql =
        "INSERT INTO sealed_event (terminal_id, event_id, type, key_id, encapsulated, sealed,"
            + " received_at) VALUES (?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, terminalId);
      insert.setString(2, message.id());
      insert.setString(3, message.type());
      insert.setString(4, envelope.key());
      insert.setBytes(5, envelope.encapsulated().bytes());
      insert.setBytes(6, envelope.sealed().bytes());
      insert.setString(7, now.toString());
      insert.executeUpdate();
    }
  }

  /** Of any instant, be a terminal's clock as wrong as it may. */
  private static String day(Instant instant) {
    try {
      return LocalDate.ofInstant(instant, OfficeTime.ZONE).toString();
    } catch (DateTimeException e) {
      return "";
    }
  }
}
