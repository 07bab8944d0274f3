package org.openhall.agent.daemon;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.agent.sync.FilesOutcome;
import org.openhall.agent.sync.SyncRun;
import org.openhall.agent.sync.SyncRun.Finished;
import org.openhall.agent.text.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.TriggerContext;

/** One run after the other; each says itself when the next is due. */
final class SyncLoop implements Runnable, Trigger {
  private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);

  private final SyncRun run;
  private final SyncRunLog log;
  private final Schedule schedule;
  private final Words words;
  private final Clock clock;
  private Instant next;
  private volatile @Nullable Finished last;

  SyncLoop(SyncRun run, SyncRunLog log, Schedule schedule, Words words, Clock clock) {
    this.run = run;
    this.log = log;
    this.schedule = schedule;
    this.words = words;
    this.clock = clock;
    this.next = clock.instant();
  }

  @Override
  public void run() {
    next = schedule.after(clock.instant());
    Finished finished = run.run(next);
    say(finished);
    last = finished;
    log.add(finished, words.say(finished.outcome().words()));
  }

  @Override
  public Instant nextExecution(TriggerContext context) {
    Instant now = clock.instant();
    return next.isAfter(now) ? next : now;
  }

  /** The run that ended last, or empty before the first. */
  Optional<Finished> last() {
    return Optional.ofNullable(last);
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
      case FilesOutcome.Interrupted it ->
          LOG.warn("{} {}", words.say(it.words()), words.say(it.trouble().words()));
    }
  }

  /** What is as before is not said again: a terminal that is offline for a week fills no disk. */
  private void say(Finished finished) {
    boolean same = last().filter(f -> f.outcome().equals(finished.outcome())).isPresent();
    if (same) {
      LOG.debug("{}", finished.outcome());
    } else if (finished.outcome().isGood()) {
      LOG.info("{}", words.say(finished.outcome().words()));
    } else {
      LOG.warn("{}", words.say(finished.outcome().words()));
    }
    sayFiles(finished);
  }
}
