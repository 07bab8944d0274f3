package org.openhall.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.sync.SyncOutcome;
import org.openhall.agent.sync.SyncRun.Finished;
import org.openhall.agent.sync.SyncRun.Timetable;
import org.openhall.agent.text.Sentence;
import org.openhall.agent.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Runs that are an hour apart unless somebody wakes the loop. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // it hangs
class SyncLoopTest {
  private static final SyncOutcome OFFLINE =
      new SyncOutcome.Offline(Sentence.of("offline", "", ""));
  private static final Duration LEAST = Duration.ofMinutes(54);
  private static final Duration MOST = Duration.ofMinutes(66);
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private @TempDir Path dir;
  private final BlockingQueue<Integer> begun = new LinkedBlockingQueue<>();
  private final Semaphore mayEnd = new Semaphore(0);
  private final BlockingQueue<Duration> due = new LinkedBlockingQueue<>();
  private int runs;
  private volatile SyncOutcome outcome = new SyncOutcome.UpToDate(1);
  private volatile Duration waitAsked = Duration.ZERO;
  private volatile boolean crashes;
  private volatile SyncLoop loop;

  @BeforeEach
  void make() {
    loop = loop(Duration.ofHours(1));
  }

  private SyncLoop loop(Duration every) {
    var database = new DriverManagerDataSource("jdbc:sqlite:" + dir.resolve("agent.db"));
    Flyway.configure().dataSource(database).locations("classpath:db/agent").load().migrate();
    return new SyncLoop(
        this::run,
        new SyncRunLog(JdbcClient.create(database)),
        new Schedule(every, new Random(1)),
        Words.in("en"),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() {
    mayEnd.release(1000);
    loop.close();
  }

  private Finished run(Timetable timetable) {
    begun.add(++runs);
    if (crashes) {
      due.add(loop.distance());
      throw new IllegalStateException("for the test");
    }
    mayEnd.acquireUninterruptibly();
    due.add(Duration.between(NOW, timetable.next(outcome, waitAsked)));
    return new Finished(Instant.EPOCH, Duration.ZERO, outcome, 1, 0, Optional.empty());
  }

  @Test
  void theFirstRunStartsAtOnceAndAWakeStartsTheNext() throws InterruptedException {
    loop.start();
    assertEquals(1, begun.take());
    mayEnd.release();
    loop.wake();
    assertEquals(2, begun.take());
  }

  @Test
  void manyWakesDuringARunMakeOneMore() throws InterruptedException {
    loop.start();
    assertEquals(1, begun.take());
    for (int i = 0; i < 50; i++) {
      loop.wake();
    }
    mayEnd.release();
    assertEquals(2, begun.take());
    assertFalse(loop.isWoken(), "the fifty are one");
  }

  @Test
  void aRunThatCrashesIsNotTheLast() throws InterruptedException {
    loop.afterEachRun(() -> {
      throw new IllegalStateException("for the test");
    });
    loop.start();
    mayEnd.release(2);
    assertEquals(1, begun.take());
    loop.wake();
    assertEquals(2, begun.take());
  }

  @Test
  void runsThatCrashBeforeTheySayWhenTheNextIsDueBecomeRarer() throws InterruptedException {
    loop.close();
    crashes = true;
    loop = loop(Duration.ofMinutes(1));
    loop.start();
    Duration longest = Duration.ZERO;
    for (int i = 0; i < 20; i++) {
      Duration distance = due.take();
      assertWithin(Duration.ofSeconds(54), Schedule.LONGEST, distance);
      longest = distance.compareTo(longest) > 0 ? distance : longest;
      loop.wake();
    }
    assertTrue(longest.compareTo(Duration.ofMinutes(8)) > 0, longest::toString);
  }

  @Test
  void hooksComeAfterEachRunInTheirOrder() throws InterruptedException {
    BlockingQueue<String> called = new LinkedBlockingQueue<>();
    loop.afterEachRun(() -> called.add("first of " + runs));
    loop.afterEachRun(() -> called.add("second of " + runs));
    loop.start();
    mayEnd.release();
    assertEquals(List.of("first of 1", "second of 1"), List.of(called.take(), called.take()));
  }

  @Test
  void closingWaitsForTheRunThatGoesOn() throws InterruptedException {
    loop.start();
    begun.take();
    mayEnd.release();
    loop.close();
    assertTrue(loop.last().isPresent());
    loop.wake();
    assertEquals(1, runs);
  }

  /** How far the next run lies after one that ended so. */
  private Duration next(SyncOutcome end) throws InterruptedException {
    outcome = end;
    mayEnd.release();
    loop.wake();
    return due.take();
  }

  private static void assertWithin(Duration least, Duration most, Duration found) {
    assertTrue(found.compareTo(least) >= 0 && found.compareTo(most) <= 0, found::toString);
  }

  @Test
  void aServerThatAsksToWaitIsObeyedAndTheRegularDistanceHoldsAgain() throws InterruptedException {
    loop.start();
    waitAsked = Duration.ofHours(3);
    assertEquals(Duration.ofHours(3), next(OFFLINE));
    waitAsked = Duration.ZERO;
    assertWithin(LEAST, MOST, next(new SyncOutcome.UpToDate(1)));
    waitAsked = Duration.ofSeconds(5);
    assertWithin(LEAST, MOST, next(new SyncOutcome.UpToDate(1)));
  }

  @Test
  void whatGaveWayGoesOnAtOnceAndWhatWaitsForItsHourDoesNot() throws InterruptedException {
    loop.start();
    Sentence why = Sentence.of("waiting.way");
    assertEquals(Duration.ZERO, next(new SyncOutcome.Waiting(why, true)));
    assertWithin(LEAST, MOST, next(new SyncOutcome.Waiting(why, false)));
  }

  @Test
  void failuresInARowMakeRunsRarerAndOneGoodRunEndsThat() throws InterruptedException {
    loop.close();
    loop = loop(Duration.ofMinutes(1));
    loop.start();
    Duration longest = Duration.ZERO;
    for (int i = 0; i < 20; i++) {
      Duration distance = next(OFFLINE);
      assertWithin(Duration.ofSeconds(54), Schedule.LONGEST, distance);
      longest = distance.compareTo(longest) > 0 ? distance : longest;
    }
    assertTrue(longest.compareTo(Duration.ofMinutes(8)) > 0, longest::toString);
    assertWithin(Duration.ofSeconds(54), Duration.ofSeconds(66), next(new SyncOutcome.UpToDate(1)));
    assertWithin(Duration.ofSeconds(54), Duration.ofMinutes(2), next(OFFLINE));
  }
}
