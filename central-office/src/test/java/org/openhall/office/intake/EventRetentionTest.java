package org.openhall.office.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.envelope.Binding;
import org.openhall.link.envelope.Binding.Way;
import org.openhall.link.envelope.Envelope;
import org.openhall.link.envelope.OpenOutcome;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.PersonalForm.Field;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventBatch;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.EventReceipt.Line;
import org.openhall.link.event.UsageKind;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;

@OnBothDatabases
class EventRetentionTest {
  private static final Instant NOW = Instant.parse("2026-11-30T01:00:00Z");
  private static final Instant OLD = NOW.minus(Duration.ofDays(401));
  private static final Instant KEPT = NOW.minus(Duration.ofDays(399));

  private @TempDir Path folder;
  private OfficeDatabase database;
  private final TestDatabase kind;

  EventRetentionTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    database = kind.open(folder);
    database
        .client()
        .sql("INSERT INTO terminal (id, hall, enrolled_at) VALUES ('t-1', '一楼', ?)")
        .param(OLD.toString())
        .update();
  }

  private EventRetention retention() {
    return new EventRetention(database, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Hands in on the day itself. */
  private List<Line> take(Instant at, EventMessage... events) throws SQLException {
    return new EventIntake(database, Clock.fixed(at, ZoneOffset.UTC))
        .take("t-1", new EventBatch(List.of(events)))
        .lines();
  }

  private static EventMessage usage(Instant at, long visits) {
    return EventMessage.of(at, new Event.Usage(at, Map.of(UsageKind.VISIT, visits)));
  }

  private long rows(String table) {
    return database.client().sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  private List<Long> visits() {
    return new EventCounts(database)
        .from("2000-01-01").stream()
            .filter(row -> row.kind().equals("VISIT"))
            .map(EventCounts.Row::count)
            .toList();
  }

  @Test
  void whatIsPastItsTimeGoesAndWhatIsNotStaysAndStillCountsOnce() throws SQLException {
    EventMessage kept = usage(KEPT, 3);
    take(OLD, usage(OLD, 5), EventMessage.of(OLD, new Event.ReleaseShown(1)));
    take(KEPT, kept);
    assertEquals(List.of(3L, 5L), visits());
    assertEquals(3, retention().deleteOld(), "two events and a count");
    assertEquals(List.of(3L), visits());
    assertEquals(List.of(Line.duplicate(kept.id())), take(NOW, kept));
    assertEquals(List.of(3L), visits());
    assertEquals(0, retention().deleteOld());
  }

  @Test
  void aSealedMatterStaysForEverAndIsKnownAgain() throws SQLException {
    OpeningKey key = OpeningKey.generate(new SecureRandom());
    String id = EventMessage.newId();
    Envelope envelope =
        key.sealKey()
            .seal(
                new PersonalForm().put(Field.WANTED, "关于甲的通知").encode(),
                new Binding(Way.UP, "t-1", id, "application"));
    EventMessage application = EventMessage.of(id, OLD, new Event.Application(envelope));
    take(OLD, application);
    assertEquals(0, retention().deleteOld());
    assertEquals(List.of(Line.duplicate(id)), take(NOW, application));
    SealedDesk desk = new SealedDesk(database, Clock.systemUTC());
    assertEquals(1, desk.all().size());
    assertTrue(desk.open(desk.all().getFirst(), key) instanceof OpenOutcome.Opened);
  }

  @Test
  void aCountThatComesAgainAfterItsIdWentDoesNotStay() throws SQLException {
    EventMessage old = usage(OLD, 5);
    take(OLD, old);
    retention().deleteOld();
    take(NOW, old);
    retention().deleteOld();
    assertEquals(List.of(), visits());
  }

  @Test
  void theOfficeSetsTheTimeAndNoShorterThanTerminalsNeed() throws SQLException {
    take(KEPT, usage(KEPT, 3));
    retention().set(EventRetention.SHORTEST);
    assertEquals(2, retention().deleteOld());
    assertThrows(IllegalArgumentException.class, () -> retention().set(179));
    assertThrows(IllegalArgumentException.class, () -> retention().set(3_651));
  }

  @Test
  void moreThanOneTransactionIsDeletedToTheLast() throws SQLException {
    for (int batch = 0; batch < 26; batch++) {
      List<EventMessage> events = new ArrayList<>();
      for (int i = 0; i < EventBatch.MOST; i++) {
        events.add(EventMessage.of(OLD, new Event.ReleaseShown(i)));
      }
      take(OLD, events.toArray(EventMessage[]::new));
    }
    assertEquals(26L * EventBatch.MOST, retention().deleteOld());
    assertEquals(0, rows("terminal_event"));
  }

  @Test
  void whatIsOldIsFoundByAnIndex() throws SQLException {
    String plan =
        kind.plan(
            database,
            "SELECT terminal_id, id FROM terminal_event"
                + " WHERE received_at < '2026' AND body IS NOT NULL LIMIT 5");
    assertTrue(plan.contains("terminal_event_received"), plan);
  }
}
