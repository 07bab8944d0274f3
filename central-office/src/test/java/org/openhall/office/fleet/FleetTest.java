package org.openhall.office.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventBatch;
import org.openhall.link.event.EventMessage;
import org.openhall.link.status.AgentStatus;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.AuditTrail;
import org.openhall.office.authority.CertificateAuthority;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.enrol.Terminals;
import org.openhall.office.fleet.Alarm.Kind;
import org.openhall.office.intake.EventIntake;
import org.openhall.office.text.OfficeTime;

@OnBothDatabases
class FleetTest {
  private static final Instant AT = Instant.parse("2026-11-30T01:00:00Z");

  private final TestDatabase kind;
  private @TempDir Path folder;
  private OfficeDatabase database;

  FleetTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    database = kind.open(folder);
    terminal("t-1", "一楼");
    terminal("t-2", "二楼");
  }

  private void terminal(String id, String hall) {
    database
        .client()
        .sql("INSERT INTO terminal (id, hall, enrolled_at) VALUES (?, ?, ?)")
        .params(id, hall, AT.toString())
        .update();
  }

  private Terminals terminals(Instant now) throws IOException {
    Clock clock = Clock.fixed(now, OfficeTime.ZONE);
    CertificateAuthority authority = CertificateAuthority.open(folder.resolve("pki"), "示例", clock);
    return new Terminals(database, authority, new SecureRandom(), clock);
  }

  private Fleet fleet(Instant now) throws IOException {
    Clock clock = Clock.fixed(now, OfficeTime.ZONE);
    return new Fleet(database, terminals(now), new AuditLog(database, clock), clock);
  }

  private FleetTerminal first(Instant now) throws IOException {
    return fleet(now).find("t-1").orElseThrow();
  }

  private void tells(Instant at, Event... events) throws SQLException {
    EventBatch batch =
        new EventBatch(
            java.util.Arrays.stream(events).map(event -> EventMessage.of(at, event)).toList());
    new EventIntake(database, Clock.systemUTC()).take("t-1", batch);
  }

  private static AgentStatus status(long release, Instant emergency) {
    return new AgentStatus(
        release,
        AT,
        AT,
        AgentStatus.Outcome.UP_TO_DATE,
        null,
        null,
        null,
        null,
        null,
        null,
        emergency,
        List.of());
  }

  private static Event printer(String state, String detail) {
    return new Event.DeviceState("receipt-printer", state, detail);
  }

  @Test
  void theLastWordOnADeviceCountsInWhateverOrderItComes() throws IOException, SQLException {
    tells(AT.plusSeconds(60), printer("unavailable", "paper-out"));
    tells(AT, printer("ready", "none"));
    FleetTerminal terminal = first(AT.plusSeconds(90));
    assertEquals("paper-out", terminal.devices().getFirst().detail());
    assertEquals(List.of("DEVICE:receipt-printer"), keys(terminal));
    tells(AT.plusSeconds(120), printer("ready", "none"));
    assertEquals(List.of(), keys(first(AT.plusSeconds(150))));
  }

  private static List<String> keys(FleetTerminal terminal) {
    return terminal.alarms().stream().map(Alarm::key).toList();
  }

  @Test
  void anAcknowledgedAlarmComesBackWhenItBeginsAnew() throws IOException, SQLException {
    tells(AT, printer("unavailable", "paper-out"));
    assertTrue(first(AT).hasNewAlarm());
    assertTrue(fleet(AT).acknowledge("t-1", "DEVICE:receipt-printer", "li.ming", "已通知大厅"));
    Alarm seen = first(AT).alarms().getFirst();
    assertFalse(seen.isNew());
    assertEquals(new Alarm.Acknowledgement(AT, "li.ming", AT, "已通知大厅"), seen.seen());
    assertEquals(
        "ALARM_ACKNOWLEDGED",
        new AuditTrail(database).list(AuditTrail.Filter.ALL, 1).getFirst().deed());
    tells(AT.plusSeconds(60), printer("ready", "none"));
    assertFalse(fleet(AT).acknowledge("t-1", "DEVICE:receipt-printer", "li.ming", "x"), "over");
    tells(AT.plusSeconds(120), printer("unavailable", "paper-out"));
    assertTrue(first(AT.plusSeconds(150)).hasNewAlarm());
  }

  @Test
  void silenceAndAWrongClockAreAlarms() throws IOException {
    assertEquals(List.of(), keys(first(AT)), "one that never called");
    AgentStatus well = status(3, AT);
    terminals(AT).report("t-1", well);
    assertEquals(List.of(), keys(first(AT.plus(Duration.ofDays(1)))));
    assertEquals(List.of("SILENT:"), keys(first(AT.plus(Duration.ofDays(60)))));
    terminals(AT)
        .report(
            "t-1",
            new AgentStatus(
                3,
                AT,
                AT,
                AgentStatus.Outcome.UP_TO_DATE,
                null,
                null,
                null,
                null,
                null,
                new AgentStatus.Stale(AgentStatus.Stale.Reason.CLOCK, AT)));
    assertEquals(Kind.CLOCK, first(AT).alarms().getFirst().kind());
    terminals(AT).revoke("t-1", "被盗");
    assertEquals(List.of(), keys(first(AT.plus(Duration.ofDays(60)))), "locked out");
  }

  @Test
  void aTerminalSaysByWhichEmergencyListItGoes() throws IOException {
    assertFalse(first(AT).knows(AT));
    terminals(AT).report("t-1", status(3, AT));
    assertTrue(first(AT).knows(AT));
    assertFalse(first(AT).knows(AT.plusSeconds(1)));
  }

  @Test
  void knowsWhichVersionOfARecordIsShownWhereAndSinceWhen() throws IOException, SQLException {
    for (int release = 3; release <= 6; release++) {
      sql("INSERT INTO channel_state (channel, release, digest) VALUES ('city', ?, '')", release);
    }
    sql(
        "INSERT INTO release_change (channel, release, id, before) VALUES ('city', 4, 'g', ?)",
        new byte[] {1});
    sql(
        "INSERT INTO release_change (channel, release, id, before) VALUES ('city', 6, 'g', ?)",
        new byte[] {2});
    sql(
        "INSERT INTO release_change (channel, release, id, before) VALUES ('city', 5, 'new', ?)",
        new byte[0]);
    sql(
        "INSERT INTO published_record (channel, id, sha256) VALUES ('city', 'g', ?)",
        new byte[] {3});
    sql(
        "INSERT INTO published_record (channel, id, sha256) VALUES ('city', 'new', ?)",
        new byte[] {3});
    sql(
        "INSERT INTO record_version (id, type, kind, source, key, revision, as_of, sha256, json)"
            + " VALUES ('g', 'form', 'x', 'x', 'x', 7, '2026-01-01', '02', ?)",
        new byte[0]);
    terminals(AT).report("t-1", status(5, AT));
    terminals(AT).report("t-2", status(6, AT));
    tells(AT, new Event.ReleaseShown(4));
    tells(AT.plusSeconds(60), new Event.ReleaseShown(5));
    List<FleetTerminal> fleet = fleet(AT.plusSeconds(90)).all();
    List<RecordVersions.Version> versions = new RecordVersions(database).of("g", fleet);
    assertEquals(List.of(6L, 4L, 0L), versions.stream().map(RecordVersions.Version::from).toList());
    assertEquals(List.of("t-2"), ids(versions.get(0)));
    assertNull(versions.get(0).terminals().getFirst().since(), "it has not said");
    assertEquals(List.of("t-1"), ids(versions.get(1)));
    assertEquals(7, versions.get(1).revision());
    assertNull(versions.get(0).revision(), "the catalogue forgot it");
    assertEquals(AT, versions.get(1).terminals().getFirst().since(), "with release 4 already");
    assertEquals(List.of(), ids(versions.get(2)));
    List<RecordVersions.Version> young = new RecordVersions(database).of("new", fleet);
    assertEquals(List.of("t-1", "t-2"), ids(young.getFirst()));
    assertEquals(1, young.size());
    assertEquals(List.of(), new RecordVersions(database).of("none", fleet));
  }

  private void sql(String sql, Object value) {
    database.client().sql(sql).param(value).update();
  }

  private static List<String> ids(RecordVersions.Version version) {
    return version.terminals().stream().map(shown -> shown.terminal().id()).sorted().toList();
  }
}
