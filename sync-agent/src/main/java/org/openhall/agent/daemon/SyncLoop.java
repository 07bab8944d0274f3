package org.openhall.agent.daemon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.openhall.agent.sync.FilesOutcome;
import org.openhall.agent.sync.SyncOutcome;
import org.openhall.agent.sync.SyncRun.Finished;
import org.openhall.agent.sync.SyncRun.Timetable;
import org.openhall.agent.text.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run after the other on a thread of its own, each when it is due or as soon as somebody wakes
 * it. Waiting is measured by the machine's uptime, so that a clock that is set does not stop it.
 */
final class SyncLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);
  private static final Duration LAST_RUN = Duration.ofSeconds(20);

  private final Run run;
  private final SyncRunLog log;
  private final Schedule schedule;
  private final Words words;
  private final Clock clock;
  private final List<Runnable> hooks = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::repeat, "sync");
  private volatile @Nullable Finished last;
  private volatile long begun;
  private volatile Duration wait = Duration.ZERO;
  private int failures;

  private boolean woken; // these two under the lock of this object
  private boolean stopped;

  /** One run. */
  interface Run {
    Finished run(Timetable timetable);
  }

  SyncLoop(Run run, SyncRunLog log, Schedule schedule, Words words, Clock clock) {
    this.run = run;
    this.log = log;
    this.schedule = schedule;
    this.words = words;
    this.clock = clock;
  }

  /** Begins with the first run. */
  void start() {
    thread.start();
  }

  /**
   * Has the next run start at once, or as soon as the one that goes on has ended. However often it
   * is called until then, one run comes of it. Any thread may call it; it does not wait.
   */
  synchronized void wake() {
    woken = true;
    notifyAll();
  }

  /** Whether a run has been asked for that has not started yet. */
  synchronized boolean isWoken() {
    return woken;
  }

  /** The distance to the next run, should the present one say nothing of it. */
  Duration distance() {
    return wait;
  }

  /** What is done after each run, on its thread, in the order of adding. */
  void afterEachRun(Runnable hook) {
    hooks.add(hook);
  }

  /** The run that ended last, or empty before the first. */
  Optional<Finished> last() {
    return Optional.ofNullable(last);
  }

  /** Lets the run that goes on come to its end, for 20 s at most. */
  @Override
  public void close() {
    synchronized (this) {
      stopped = true;
      notifyAll();
    }
    try {
      thread.join(LAST_RUN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether something more urgent than a long download waits: somebody has woken the loop, or a
   * poll would have been due.
   */
  boolean isPressing() {
    return isWoken() || System.nanoTime() - begun > schedule.every().toNanos();
  }

  private void repeat() {
    while (awaitDue(wait)) {
      begun = System.nanoTime();
      wait = schedule.afterFailures(failures + 1); // unless the run says otherwise
      guarded();
    }
  }

  /** When the run after this one is due; see {@link Timetable}. */
  private Instant next(SyncOutcome outcome, Duration waitAsked) {
    Duration due =
        switch (outcome) {
          case SyncOutcome.Waiting(_, boolean atOnce) when atOnce -> Duration.ZERO;
          case SyncOutcome.UpToDate _, SyncOutcome.Activated _, SyncOutcome.Waiting _ ->
              schedule.regular();
          case SyncOutcome.Offline _,
              SyncOutcome.Expired _,
              SyncOutcome.Refused _,
              SyncOutcome.LockedOut _,
              SyncOutcome.StorageFull _,
              SyncOutcome.Failed _ ->
              schedule.afterFailures(failures + 1);
        };
    wait = due.compareTo(waitAsked) > 0 ? due : waitAsked;
    return clock.instant().plus(wait);
  }

  /** Returns false where no further run is wanted. */
  private synchronized boolean awaitDue(Duration distance) {
    long due = System.nanoTime() + distance.toNanos();
    try {
      while (!woken && !stopped && due - System.nanoTime() > 0) {
        wait((due - System.nanoTime()) / 1_000_000 + 1);
      }
      woken = false;
      return !stopped;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** The outermost loop of the thread: a run that crashes must not be the last. */
  private void guarded() {
    try {
      once();
    } catch (RuntimeException e) {
      failures++;
      LOG.error("A run crashed; the next is due in {} s", wait.toSeconds(), e);
    }
  }

  private void once() {
    Finished finished = run.run(this::next);
    failures = hasFailed(finished) ? failures + 1 : 0;
    say(finished);
    last = finished;
    log.add(finished, words.say(finished.outcome().words()));
    hooks.forEach(Runnable::run);
  }

  /** Files that are not to be had are no failure of the run: they are asked for ever less. */
  private static boolean hasFailed(Finished finished) {
    SyncOutcome end = finished.files().flatMap(FilesOutcome::ended).orElse(finished.outcome());
    return !end.isGood() && !(end instanceof SyncOutcome.Waiting);
  }

  private void sayFiles(Finished finished) {
    boolean same = last().filter(f -> f.files().equals(finished.files())).isPresent();
    if (same || finished.files().isEmpty()) {
      return;
    }
    switch (finished.files().get()) {
      case FilesOutcome.Complete it -> LOG.info("{}", words.say(it.words()));
      case FilesOutcome.Incomplete it -> {
        LOG.warn("{}", words.say(it.words()));
        it.leftOut().forEach(why -> LOG.warn("{}", words.say(why)));
      }
      case FilesOutcome.Interrupted(_, _, SyncOutcome.Waiting why) ->
          LOG.debug("{}", words.say(why.words()));
      case FilesOutcome.Interrupted it ->
          LOG.warn("{} {}", words.say(it.words()), words.say(it.trouble().words()));
    }
  }

  /** What is as before is not said again: a terminal that is offline for a week fills no disk. */
  private void say(Finished finished) {
    boolean same = last().filter(f -> f.outcome().equals(finished.outcome())).isPresent();
    if (same) {
      LOG.debug("{}", finished.outcome());
    } else if (finished.outcome().isGood() || finished.outcome() instanceof SyncOutcome.Waiting) {
      LOG.info("{}", words.say(finished.outcome().words()));
    } else {
      LOG.warn("{}", words.say(finished.outcome().words()));
    }
    sayFiles(finished);
  }
}
