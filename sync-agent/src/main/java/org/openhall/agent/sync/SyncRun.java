package org.openhall.agent.sync;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openhall.agent.text.Words;
import org.openhall.link.JsonFile;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.StatusFile;

/** A run of the job with what has to be written down about it. */
public final class SyncRun {
  private final Terminal terminal;
  private final SyncJob job;
  private final Words words;
  private final Clock clock;

  /**
   * @param words the language of the status file's sentence
   */
  public SyncRun(Terminal terminal, SyncJob job, Words words, Clock clock) {
    this.terminal = terminal;
    this.job = job;
    this.words = words;
    this.clock = clock;
  }

  /**
   * What a run came to.
   *
   * @param release the release that is shown now, 0 for none
   * @param bytes what came over the line
   */
  public record Finished(
      Instant startedAt, Duration took, SyncOutcome outcome, long release, long bytes) {}

  /**
   * Runs the job and writes the status file.
   *
   * @param nextAttempt when the next run is due, or null for none
   */
  public Finished run(@Nullable Instant nextAttempt) {
    Instant start = clock.instant();
    SyncOutcome outcome = job.run();
    SyncOutcome reported = report(outcome, nextAttempt);
    Duration took = Duration.between(start, clock.instant());
    return new Finished(start, took, reported, job.shown(), job.bytes());
  }

  private SyncOutcome report(SyncOutcome outcome, @Nullable Instant nextAttempt) {
    JsonFile<AgentStatus> file = StatusFile.agent(terminal.data());
    try {
      file.write(status(outcome, previous(file), nextAttempt));
      return outcome;
    } catch (IOException e) {
      // A run that ended well is not good when nobody can learn of it.
      return outcome.isGood() ? new Trouble(terminal).outcome(e) : outcome;
    }
  }

  private AgentStatus status(
      SyncOutcome outcome, AgentStatus previous, @Nullable Instant nextAttempt) {
    Instant now = clock.instant();
    boolean answered =
        switch (outcome.kind()) {
          case UP_TO_DATE, ACTIVATED, REFUSED, EXPIRED -> true;
          case OFFLINE, STORAGE_FULL, FAILED, OTHER -> false;
        };
    return new AgentStatus(
        job.shown(),
        answered ? now : previous.lastContact(),
        outcome.isGood() ? now : previous.lastVerified(),
        outcome.kind(),
        outcome.isGood() ? null : words.say(outcome.words()),
        nextAttempt);
  }

  private static AgentStatus previous(JsonFile<AgentStatus> file) {
    AgentStatus none = new AgentStatus(0, null, null, AgentStatus.Outcome.OTHER, null, null);
    try {
      return file.read().orElse(none);
    } catch (IOException e) {
      return none; // damaged, and about to be replaced
    }
  }
}
