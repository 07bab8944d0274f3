package org.openhall.agent.sync;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.identity.OfficeWord;
import org.openhall.agent.text.Sentence;
import org.openhall.agent.text.Words;
import org.openhall.content.ReleaseAge;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.link.JsonFile;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.AgentStatus.Stale.Reason;
import org.openhall.link.status.Refusal;
import org.openhall.link.status.StatusFile;

/** A run of the job with what has to be written down about it. */
public final class SyncRun {
  private static final int REASONS_WRITTEN = 50;

  /** Clocks of office and terminal that are further apart than this are not both right. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

  private final Terminal terminal;
  private final SyncJob job;
  private final Membership membership;
  private final Words words;
  private final Clock clock;

  /**
   * @param membership by which the office is told how the run ended
   * @param words the language of the status file's sentence
   */
  public SyncRun(SyncJob job, Membership membership, Words words, Clock clock) {
    this.terminal = job.terminal();
    this.job = job;
    this.membership = membership;
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
   * Renews the certificate in time, runs the job, tells the office and writes the status file: once
   * when the text is shown, and again when the attachments have come, which may take hours.
   *
   * @param nextAttempt when the next run is due, or null for none
   */
  public Finished run(@Nullable Instant nextAttempt) {
    return runBy((_, _) -> nextAttempt);
  }

  /** Says when the next run is due after one that has come so far. */
  public interface Timetable {
    /**
     * Asked when the text is shown and again when the attachments have come.
     *
     * @param outcome of the text, or what kept the attachments away
     * @param waitAsked how long office and mirrors want to be left alone
     */
    @Nullable Instant next(SyncOutcome outcome, Duration waitAsked);
  }

  /** The same where the time of the next run depends on how this one ends. */
  public Finished runBy(Timetable timetable) {
    Instant start = clock.instant();
    OfficeWord word = membership.renewInTime();
    SyncOutcome outcome = job.run();
    Ending ending =
        new Ending(outcome, Optional.empty(), next(timetable, outcome), word, refusal(outcome));
    SyncOutcome reported = report(ending);
    Optional<FilesOutcome> files =
        reported.isGood() ? Optional.of(job.fetchFiles()) : Optional.empty();
    if (files.isPresent()) {
      SyncOutcome end = files.get().ended().orElse(reported);
      Refusal refusal = withFiles(ending.refusal(), files.get());
      reported = report(ending.with(reported, files, next(timetable, end), refusal));
    }
    Duration took = Duration.between(start, clock.instant());
    return new Finished(start, took, reported, job.shown(), job.bytes(), files);
  }

  private @Nullable Instant next(Timetable timetable, SyncOutcome outcome) {
    Duration office = membership.waitAsked();
    Duration places = job.waitAsked();
    return timetable.next(outcome, office.compareTo(places) > 0 ? office : places);
  }

  /** What is to be reported; {@code word} is the office's on the renewal. */
  private record Ending(
      SyncOutcome outcome,
      Optional<FilesOutcome> files,
      @Nullable Instant nextAttempt,
      OfficeWord word,
      @Nullable Refusal refusal) {

    Ending with(
        SyncOutcome later,
        Optional<FilesOutcome> brought,
        @Nullable Instant due,
        @Nullable Refusal turnedDown) {
      return new Ending(later, brought, due, word, turnedDown);
    }

    /** Whether more is to come that takes no time worth a report of its own. */
    boolean isHalfTime() {
      return files.isEmpty() && outcome instanceof SyncOutcome.UpToDate;
    }
  }

  /** What was not taken in this run, counted on; else what was known before. */
  private @Nullable Refusal refusal(SyncOutcome outcome) {
    Refusal before = previous(StatusFile.agent(terminal.data())).refusal();
    Optional<SyncOutcome> aside = job.turnedDown().or(job::passedOver);
    SyncOutcome met = outcome.broken().isPresent() ? outcome : aside.orElse(outcome);
    Refusal now = met.broken().map(breach -> refusal(breach, met).after(before)).orElse(before);
    boolean well = outcome.isGood() && job.turnedDown().isEmpty();
    return now != null && well ? now.settled() : now;
  }

  /** A wrong attachment is told unless something worse is; it is counted when it is asked for. */
  private @Nullable Refusal withFiles(@Nullable Refusal before, FilesOutcome files) {
    Optional<FilesOutcome.WrongFile> wrong = files.wrong();
    if (wrong.isEmpty() || (before != null && before.standing())) {
      return before;
    }
    SyncOutcome.Refused refused = wrong.get().refused();
    Refusal met = refusal(refused.breach(), refused);
    return !wrong.get().anew() && before != null && before.isOf(met)
        ? before.standingAgain()
        : met.after(before);
  }

  private Refusal refusal(Breach breach, SyncOutcome met) {
    return Refusal.met(
        breach.file(),
        breach.rule(),
        breach.clause(),
        breach.offered(),
        words.say(met.words()),
        clock.instant());
  }

  private SyncOutcome report(Ending ending) {
    JsonFile<AgentStatus> file = StatusFile.agent(terminal.data());
    AgentStatus previous = previous(file);
    AgentStatus status = status(ending.outcome(), previous, ending);
    OfficeWord word = ending.isHalfTime() ? ending.word() : tell(status, ending.word());
    SyncOutcome outcome = ending.outcome();
    if (word instanceof OfficeWord.LockedOut(Sentence why)) {
      outcome = new SyncOutcome.LockedOut(why);
    }
    try {
      file.write(with(status(outcome, previous, ending), word));
      return outcome;
    } catch (IOException e) {
      // A run that ended well is not good when nobody can learn of it.
      return outcome.isGood() ? new Trouble(terminal, clock).outcome(e) : outcome;
    }
  }

  /** Trouble with the renewal is not forgotten because a report went through. */
  private OfficeWord tell(AgentStatus status, OfficeWord renewal) {
    OfficeWord answer = membership.report(with(status, renewal));
    return answer instanceof OfficeWord.Well ? renewal : answer;
  }

  /** That the terminal is locked out is said by the outcome already. */
  private AgentStatus with(AgentStatus status, OfficeWord word) {
    String trouble =
        switch (word) {
          case OfficeWord.Well _, OfficeWord.LockedOut _ -> null;
          case OfficeWord.Troubled(Sentence why) -> words.say(why);
        };
    return status.withCertificate(
        membership
            .credential()
            .map(credential -> new AgentStatus.Certificate(credential.until(), trouble))
            .orElse(null));
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

  private AgentStatus status(SyncOutcome outcome, AgentStatus previous, Ending ending) {
    Instant now = clock.instant();
    boolean answered =
        switch (outcome.kind()) {
          case UP_TO_DATE, ACTIVATED, WAITING, REFUSED, EXPIRED, LOCKED_OUT -> membership.hasLine();
          case OFFLINE, STORAGE_FULL, FAILED, OTHER -> false;
        };
    return new AgentStatus(
        job.shown(),
        answered ? now : previous.lastContact(),
        outcome.isGood() ? now : previous.lastVerified(),
        outcome.kind(),
        outcome.isGood() ? null : words.say(outcome.words()),
        ending.nextAttempt(),
        ending.files().map(this::counted).orElse(previous.files()),
        null,
        ending.refusal(),
        stale(now, outcome.isGood() ? now : previous.lastVerified(), previous.stale()).orElse(null),
        job.emergencyIssued().orElse(null),
        new PlaceWords(words, clock).of(job.troubledPlaces()));
  }

  /** Whether what is shown may be out of date, and since when. */
  private Optional<AgentStatus.Stale> stale(
      Instant now, @Nullable Instant verified, AgentStatus.@Nullable Stale before) {
    Optional<ReleaseManifest> release = job.shownRelease();
    if (release.isEmpty()) {
      return Optional.empty();
    }
    AgentStatus.Stale wrongClock =
        before != null && before.reason() == Reason.CLOCK
            ? before
            : new AgentStatus.Stale(Reason.CLOCK, now);
    if (isClockWrong(before)) {
      return Optional.of(wrongClock);
    }
    Instant published = release.get().publishedAt();
    Duration fresh = Duration.ofDays(release.get().staleAfterDays());
    Optional<Duration> age = ReleaseAge.at(now, published, verified);
    if (age.isEmpty()) {
      return Optional.of(wrongClock);
    }
    return age.get().compareTo(fresh) > 0
        ? Optional.of(new AgentStatus.Stale(Reason.OLD, published.plus(fresh)))
        : Optional.empty();
  }

  /** By the office's word; until that is heard, a clock that was wrong is not believed. */
  private boolean isClockWrong(AgentStatus.@Nullable Stale before) {
    boolean wasWrong = before != null && before.reason() == Reason.CLOCK;
    return membership
        .clockAhead()
        .map(ahead -> ahead.abs().compareTo(CLOCKS_DIFFER) > 0)
        .orElse(wasWrong && membership.line().isPresent());
  }

  private static AgentStatus previous(JsonFile<AgentStatus> file) {
    AgentStatus none =
        new AgentStatus(
            0, null, null, AgentStatus.Outcome.OTHER, null, null, null, null, null, null);
    try {
      return file.read().orElse(none);
    } catch (IOException e) {
      return none; // damaged, and about to be replaced
    }
  }
}
