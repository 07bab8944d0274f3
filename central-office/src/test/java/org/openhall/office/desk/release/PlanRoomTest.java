package org.openhall.office.desk.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.people.Person;
import org.openhall.office.people.Role;
import org.openhall.office.publish.ReleasePlans.State;
import org.openhall.office.publish.ReleaseTable;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.publisher.RepositoryPublisher;

/**
 * Whether a plan runs, by clocks that are right and wrong. Nothing waits here, so that one that ran
 * has failed.
 */
@OnBothDatabases
class PlanRoomTest {
  private static final Person WANG = new Person("wang", "王", EnumSet.of(Role.PUBLISHER));
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  @TempDir Path folder;
  private final TestDatabase kind;
  private final AtomicLong passed = new AtomicLong();
  private OfficeDatabase database;

  PlanRoomTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    database = kind.open(folder);
  }

  /** On a server whose clock is so far ahead. */
  private PlanRoom room(Duration ahead) {
    Clock clock = Clock.offset(Clock.systemUTC(), ahead);
    ReleaseTable releases = new ReleaseTable(database);
    RepositoryPublisher repository =
        new RepositoryPublisher(folder.resolve("repository"), folder.resolve("keys"), clock);
    ReleasePress press =
        new ReleasePress(database, new Catalog(database, clock), releases, repository, clock);
    PlanTime time = new PlanTime(database, clock, () -> System.nanoTime() + passed.get());
    return new PlanRoom(press, new AuditLog(database, clock), time);
  }

  private State after(PlanRoom room, Instant at)
      throws IOException, SQLException, RepositoryException {
    room.plans().put(7, at, WANG.id());
    room.run();
    return room.plans().of(7).orElseThrow().state();
  }

  @Test
  void aServerWhoseClockIsNotTheDatabasesLeavesAPlanToOthers()
      throws IOException, SQLException, RepositoryException {
    Instant due = Instant.now().minusSeconds(1);
    boolean hasJudge = database.time().isPresent();
    assertEquals(State.FAILED, after(room(Duration.ofSeconds(50)), due), "near enough");
    for (Duration wrong : new Duration[] {TWO_HOURS, TWO_HOURS.negated()}) {
      PlanRoom room = room(wrong);
      boolean isDoubted = room.time().doubt().isPresent();
      assertEquals(hasJudge, isDoubted, "the only clock is believed");
      if (hasJudge) {
        assertEquals(State.WAITING, after(room, due));
        assertEquals(State.WAITING, after(room, due.plus(TWO_HOURS)), "not before its time");
        PlanRoom.Planned planned =
            room.plan(WANG, 7, Optional.of(7L), due.plusSeconds(wrong.isNegative() ? 0 : 3600));
        assertEquals(
            wrong.isNegative() ? PlanRoom.Planned.TIME_PASSED : PlanRoom.Planned.PLANNED,
            planned,
            "by the database's clock too");
      }
    }
  }

  @Test
  void aClockThatJumpsWhileTheOfficeRunsPublishesNothingByItself()
      throws IOException, SQLException, RepositoryException {
    for (Duration jump : new Duration[] {TWO_HOURS, TWO_HOURS.negated()}) {
      PlanRoom room = room(Duration.ZERO);
      assertTrue(room.time().doubt().isEmpty());
      passed.addAndGet(-jump.toNanos()); // the clock went on by so much more
      assertEquals(State.WAITING, after(room, Instant.now().minusSeconds(1)));
      assertEquals(PlanTime.Reason.JUMPED, room.time().doubt().orElseThrow().reason());
      passed.addAndGet(jump.toNanos());
      assertTrue(room.time().doubt().isEmpty(), "it was set back");
      passed.addAndGet(-jump.toNanos());
      assertEquals(State.WAITING, after(room, Instant.now().minusSeconds(1)));
      room.confirmTime(WANG);
      assertEquals(State.FAILED, after(room, Instant.now().minusSeconds(1)), "it is believed");
    }
  }

  @Test
  void smallCorrectionsAreNoJumpHoweverMany() throws SQLException {
    PlanRoom room = room(Duration.ZERO);
    for (int i = 0; i < 10; i++) {
      assertTrue(room.time().doubt().isEmpty());
      passed.addAndGet(-Duration.ofSeconds(40).toNanos());
    }
  }

  @Test
  void itLooksForEverAndKeepsNoConnection() throws IOException, SQLException, RepositoryException {
    PlanRoom room = room(Duration.ZERO);
    for (int looks = 0; looks < 20; looks++) { // more than the pool has
      room.run();
    }
    assertTrue(room.plans().of(7).isEmpty());
  }
}
