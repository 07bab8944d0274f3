package org.openhall.office.fleet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.StaleDays;
import org.openhall.office.enrol.EnrolledTerminal;
import org.openhall.office.enrol.Terminals;
import org.openhall.office.fleet.Alarm.Acknowledgement;

/** All terminals as they are now, in four queries however many there are. */
public final class Fleet {
  private static final int LONGEST_NOTE = 500;

  private final OfficeDatabase database;
  private final Terminals terminals;
  private final AuditLog log;
  private final Clock clock;

  public Fleet(OfficeDatabase database, Terminals terminals, AuditLog log, Clock clock) {
    this.database = database;
    this.terminals = terminals;
    this.log = log;
    this.clock = clock;
  }

  /** All, those that joined last first. */
  public List<FleetTerminal> all() {
    Map<String, List<FleetTerminal.Device>> devices = devices();
    Map<String, SortedMap<Long, Instant>> shown = shown();
    Map<String, Map<String, Acknowledgement>> seen = seen();
    Alarms alarms = new Alarms(clock.instant(), new StaleDays(database).get());
    List<FleetTerminal> all = new ArrayList<>();
    for (EnrolledTerminal terminal : terminals.all()) {
      String id = terminal.id();
      List<FleetTerminal.Device> its = devices.getOrDefault(id, List.of());
      Map<String, Acknowledgement> itsSeen = seen.getOrDefault(id, Map.of());
      all.add(
          new FleetTerminal(
              terminal,
              shown.getOrDefault(id, Collections.emptySortedMap()),
              its,
              alarms.of(terminal, its).stream().map(alarm -> with(alarm, itsSeen)).toList()));
    }
    return all;
  }

  /** One of them. */
  public Optional<FleetTerminal> find(String id) {
    return all().stream().filter(terminal -> terminal.id().equals(id)).findFirst();
  }

  /** An acknowledgement is of one beginning: what comes back is new. */
  private static Alarm with(Alarm alarm, Map<String, Acknowledgement> seen) {
    Acknowledgement mine = seen.get(alarm.key());
    return mine != null && mine.since().equals(alarm.since()) ? alarm.with(mine) : alarm;
  }

  private Map<String, List<FleetTerminal.Device>> devices() {
    Map<String, List<FleetTerminal.Device>> all = new HashMap<>();
    database
        .client()
        .sql("SELECT * FROM terminal_device ORDER BY terminal_id, device")
        .query(row -> {
          all.computeIfAbsent(row.getString("terminal_id"), _ -> new ArrayList<>())
              .add(
                  new FleetTerminal.Device(
                      row.getString("device"),
                      row.getString("state"),
                      row.getString("detail"),
                      Instant.parse(row.getString("since"))));
        });
    return all;
  }

  private Map<String, SortedMap<Long, Instant>> shown() {
    Map<String, SortedMap<Long, Instant>> all = new HashMap<>();
    database
        .client()
        .sql("SELECT * FROM terminal_shown")
        .query(row -> {
          all.computeIfAbsent(row.getString("terminal_id"), _ -> new TreeMap<>())
              .put(row.getLong("release"), Instant.parse(row.getString("since")));
        });
    return all;
  }

  private Map<String, Map<String, Acknowledgement>> seen() {
    Map<String, Map<String, Acknowledgement>> all = new HashMap<>();
    database
        .client()
        .sql("SELECT * FROM alarm_acknowledgement")
        .query(row -> {
          all.computeIfAbsent(row.getString("terminal_id"), _ -> new HashMap<>())
              .put(
                  row.getString("alarm"),
                  new Acknowledgement(
                      Instant.parse(row.getString("since")),
                      row.getString("who"),
                      Instant.parse(row.getString("at")),
                      row.getString("note")));
        });
    return all;
  }

  /**
   * Notes that somebody has seen an alarm, until it begins anew; false where it is over already.
   */
  public boolean acknowledge(String terminalId, String key, String who, String note)
      throws SQLException {
    Optional<Alarm> alarm =
        find(terminalId).stream()
            .flatMap(terminal -> terminal.alarms().stream())
            .filter(one -> one.key().equals(key))
            .findFirst();
    if (alarm.isEmpty()) {
      return false;
    }
    String words = note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE);
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      insert(connection, terminalId, alarm.get(), who, words);
      log.add(connection, new Entry(who, Deed.ALARM_ACKNOWLEDGED, terminalId, key + " " + words));
      connection.commit();
    }
    return true;
  }

  private void insert(
      Connection connection, String terminalId, Alarm alarm, String who, String note)
      throws SQLException {
    String sql =
        "INSERT INTO alarm_acknowledgement (terminal_id, alarm, since, who, at, note)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (terminal_id, alarm) DO UPDATE SET"
            + " since = excluded.since, who = excluded.who, at = excluded.at, note = excluded.note";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, terminalId);
      insert.setString(2, alarm.key());
      insert.setString(3, alarm.since().toString());
      insert.setString(4, who);
      insert.setString(5, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
      insert.setString(6, note);
      insert.executeUpdate();
    }
  }
}
