package org.openhall.agent.sync;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.agent.text.Words;
import org.openhall.link.JsonFile;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.StatusFile;

/** A run of the job with what has to be written down about it. */
public final class SyncRun {
  private static final int REASONS_WRITTEN = 50;

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
   * @param files how the attachments stand, or empty where the run ended before them
   */
  public record Finished(
      Instant startedAt,
      Duration took,
      SyncOutcome outcome,
      long release,
      long bytes,
      Optional<FilesOutcome> files) {}

  /**
   * Runs the job and writes the status file: once when the text is shown, and again when the
   * attachments have come, which may take hours.
   *
   * @param nextAttempt when the next run is due, or null for none
   */
  public Finished run(@Nullable Instant nextAttempt) {
    Instant start = clock.instant();
    SyncOutcome outcome = job.run();
    SyncOutcome reported = report(outcome, Optional.empty(), nextAttempt);
    Optional<FilesOutcome> files =
        outcome.isGood() ? Optional.of(job.fetchFiles()) : Optional.empty();
    if (files.isPresent()) {
      reported = report(outcome, files, nextAttempt);
    }
    Duration took = Duration.between(start, clock.instant());
    return new Finished(start, took, reported, job.shown(), job.bytes(), files);
  }

  private SyncOutcome report(
      SyncOutcome outcome, Optional<FilesOutcome> files, @Nullable Instant nextAttempt) {
    JsonFile<AgentStatus> file = StatusFile.agent(terminal.data());
    try {
      AgentStatus previous = previous(file);
      AgentStatus.Files counted = files.map(this::counted).orElse(previous.files());
      file.write(status(outcome, previous, nextAttempt).withFiles(counted));
      return outcome;
    } catch (IOException e) {
      // A run that ended well is not good when nobody can learn of it.
      return outcome.isGood() ? new Trouble(terminal).outcome(e) : outcome;
    }
  }

  private AgentStatus.Files counted(FilesOutcome files) {
    List<String> why =
        switch (files) {
          case FilesOutcome.Complete _ -> List.of();
          case FilesOutcome.Incomplete it -> it.leftOut().stream().map(words::say).toList();
          case FilesOutcome.Interrupted it -> List.of(words.say(it.trouble().words()));
        };
    List<String> first = why.subList(0, Math.min(REASONS_WRITTEN, why.size()));
    return new AgentStatus.Files(files.named(), files.present(), first);
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
        nextAttempt,
        null);
  }

  private static AgentStatus previous(JsonFile<AgentStatus> file) {
    AgentStatus none = new AgentStatus(0, null, null, AgentStatus.Outcome.OTHER, null, null, null);
    try {
      return file.read().orElse(none);
    } catch (IOException e) {
      return none; // damaged, and about to be replaced
    }
  }
}
