package org.openhall.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.sync.SyncOutcome;
import org.openhall.agent.sync.SyncRun.Finished;
import org.openhall.agent.sync.SyncRun.Timetable;
import org.openhall.agent.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Runs that are an hour apart unless somebody wakes the loop. */
@Timeout(120)
class SyncLoopTest {
  private @TempDir Path dir;
  private final BlockingQueue<Integer> begun = new LinkedBlockingQueue<>();
  private final Semaphore mayEnd = new Semaphore(0);
  private int runs;
  private volatile SyncOutcome outcome = new SyncOutcome.UpToDate(1);
  private volatile Duration waitAsked = Duration.ZERO;
  private SyncLoop loop;

  @BeforeEach
  void start() {
    var database = new DriverManagerDataSource("jdbc:sqlite:" + dir.resolve("agent.db"));
    Flyway.configure().dataSource(database).locations("classpath:db/agent").load().migrate();
    loop =
        new SyncLoop(
            this::run,
            new SyncRunLog(JdbcClient.create(database)),
            new Schedule(Duration.ofHours(1), new Random(1)),
            Words.in("en"),
            Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    mayEnd.release(1000);
    loop.close();
  }

  private Finished run(Timetable timetable) {
    begun.add(++runs);
    mayEnd.acquireUninterruptibly();
    timetable.next(outcome, waitAsked);
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
}
