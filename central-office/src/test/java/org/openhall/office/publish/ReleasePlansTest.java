package org.openhall.office.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.publish.ReleasePlans.State;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.openhall.repository.storage.Storage;

/** Releases that go out at a time of their own, by two servers of one office. */
@OnBothDatabases
class ReleasePlansTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");

  @TempDir Path folder;
  private final TestDatabase kind;
  private final SigningKey office = SigningKey.generate();
  private final SigningKey editor = SigningKey.generate();
  private final SigningKey reviewer = SigningKey.generate();
  private final List<State> ended = new ArrayList<>();
  private Server one;
  private Server other;

  ReleasePlansTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException, RepositoryException {
    one = new Server();
    List<String> names = List.of(ReleaseManifest.TARGET);
    one.repository.keys().begin(List.of(office), 1, office);
    one.repository.keys().delegate("editors", List.of(editor.key()), names, office);
    one.repository.keys().delegate("reviewers", List.of(reviewer.key()), names, office);
    other = new Server();
  }

  /** Dies of what it does next, once it has done so much. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /** A server with a database line of its own; it can be killed at any of its steps. */
  private final class Server {
    private final OfficeDatabase database = kind.open(folder);
    private final Catalog catalog = new Catalog(database, Clock.fixed(NOW, ZoneOffset.UTC));
    private final ReleaseTable releases = new ReleaseTable(database);
    private final ReleasePlans plans = new ReleasePlans(database);
    private final RepositoryPublisher repository =
        new RepositoryPublisher(
            folder.resolve("repository"), folder.resolve("keys"), new MortalClock(), mortal());
    private final Publisher.Press press =
        new Publisher.Press(
            folder.resolve("tmp"),
            folder.resolve("release"),
            folder.resolve("files"),
            "示例市",
            7,
            new MortalClock());
    private final Publisher publisher = new Publisher(catalog, releases, repository, press);
    private int steps;
    private int stepsLeft = Integer.MAX_VALUE;

    private Server() throws IOException {}

    private void step() {
      steps++;
      if (stepsLeft-- == 0) {
        throw new Killed();
      }
    }

    private Storage mortal() {
      Storage disk = Storage.durable();
      return new Storage() {
        @Override
        public OutputStream append(Path file) throws IOException {
          step();
          return disk.append(file);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
          step();
          disk.move(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
          step();
          disk.delete(file);
        }
      };
    }

    private final class MortalClock extends Clock {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        step();
        return NOW;
      }
    }

    private void run(Instant now) throws IOException, SQLException, RepositoryException {
      steps = 0;
      plans.run(publisher, releases, now, (_, _, state) -> ended.add(state));
    }

    /** Whether it was killed before it was done. */
    private boolean isKilledAfter(int steps) throws IOException, SQLException, RepositoryException {
      stepsLeft = steps;
      try {
        run(NOW);
        return false;
      } catch (Killed e) {
        return true;
      } finally {
        stepsLeft = Integer.MAX_VALUE;
      }
    }
  }

  /** Prepares a release with another record, and gives its number. */
  private long prepared(String title) throws IOException, SQLException, RepositoryException {
    Path file =
        Files.writeString(
            folder.resolve("titles"),
            "source,title,doc_number,date_written,date_published,url\nState Council,"
                + title
                + ",,,,http://a/1\n");
    one.catalog.importFile(file, (fraction, n) -> {});
    one.publisher.prepare(n -> {});
    SigningDesk desk = new SigningDesk(one.releases, one.repository, one.press);
    return desk.waiting().orElseThrow().release().release();
  }

  private long signed(String title) throws IOException, SQLException, RepositoryException {
    long number = prepared(title);
    one.publisher.sign("editors", editor);
    one.publisher.sign("reviewers", reviewer);
    return number;
  }

  private State state(long release) {
    return other.plans.of(release).orElseThrow().state();
  }

  private List<Long> out() {
    return other.releases.all().stream().map(Release::number).toList();
  }

  @Test
  void aReleaseGoesOutAtItsTimeAndOnce() throws IOException, SQLException, RepositoryException {
    long number = signed("关于甲的通知");
    one.plans.put(number, NOW, "wang");
    one.run(NOW.minusSeconds(1));
    assertTrue(out().isEmpty(), "too early");
    other.run(NOW);
    one.run(NOW);
    assertEquals(List.of(number), out());
    assertEquals(List.of(State.PUBLISHED), ended);
  }

  @Test
  void whereOneIsKilledAtAnyStepTheOtherFinishesIt()
      throws IOException, SQLException, RepositoryException {
    one.plans.put(signed("关于甲的通知"), NOW, "wang");
    one.run(NOW);
    int all = one.steps;
    assertTrue(all > 10, "it has more steps than " + all);
    for (int steps : new int[] {0, all / 3, all * 2 / 3, all - 3, all - 2, all - 1}) {
      long number = signed("关于甲的通知" + steps);
      one.plans.put(number, NOW, "wang");
      ended.clear();
      assertTrue(one.isKilledAfter(steps), "it was done after " + steps + " of " + all);
      other.run(NOW);
      one.run(NOW);
      String when = "killed after " + steps + " of " + all;
      assertEquals(number, out().getFirst(), when);
      assertEquals(List.of(State.PUBLISHED), ended, when);
      byte[] manifest = new PresentRelease(other.repository).manifest().orElseThrow();
      assertEquals(number, Draft.read(manifest).release(), when);
    }
  }

  @Test
  void aReleaseThatIsNotSignedFailsAndSaysSo()
      throws IOException, SQLException, RepositoryException {
    long number = prepared("关于甲的通知");
    one.plans.put(number, NOW, "wang");
    one.run(NOW);
    other.run(NOW);
    assertEquals(State.FAILED, state(number));
    assertEquals(List.of(State.FAILED), ended, "it is not tried for ever");
  }

  @Test
  void anotherReleaseThanThePlannedOneStays()
      throws IOException, SQLException, RepositoryException {
    long planned = signed("关于甲的通知");
    one.plans.put(planned, NOW, "wang");
    signed("关于乙的通知");
    other.run(NOW);
    assertTrue(out().isEmpty(), "nobody planned what waits now");
    assertEquals(State.FAILED, state(planned));
  }

  @Test
  void aPlanCanBeTakenBackUntilItRuns() throws IOException, SQLException, RepositoryException {
    long number = signed("关于甲的通知");
    one.plans.put(number, NOW, "wang");
    assertTrue(other.plans.cancel(number));
    one.run(NOW);
    assertTrue(out().isEmpty() && ended.isEmpty());
  }

  @Test
  void whoPublishesByHandEndsThePlan() throws IOException, SQLException, RepositoryException {
    long number = signed("关于甲的通知");
    one.plans.put(number, NOW.plusSeconds(60), "wang");
    one.plans.published(number, _ -> {});
    other.run(NOW.plusSeconds(60));
    assertEquals(State.PUBLISHED, state(number));
    assertEquals(List.of(), ended, "the log has it already");
  }

  @Test
  void aDraftThatIsHalfDeletedWaitsForNobody()
      throws IOException, SQLException, RepositoryException {
    long number = signed("关于甲的通知");
    Path undeletable = Files.createDirectories(folder.resolve("release/a/b"));
    one.plans.put(number, NOW, "wang");
    assertThrows(IOException.class, () -> one.run(NOW));
    Files.delete(undeletable);
    other.run(NOW);
    assertEquals(List.of(number), out());
    assertEquals(List.of(State.PUBLISHED), ended);
    assertFalse(Files.exists(folder.resolve("release/manifest.json")));
  }
}
