package org.openhall.agent.sync;

import java.util.Optional;
import org.openhall.agent.text.Sentence;
import org.openhall.link.status.AgentStatus;

/** How a run ended. Whatever it is, the last good content stays on the screen. */
public sealed interface SyncOutcome {

  /** What to tell a technician; for trouble with the next step. */
  Sentence words();

  /** The entry of the closed list in the status file. */
  default AgentStatus.Outcome kind() {
    return switch (this) {
      case UpToDate _ -> AgentStatus.Outcome.UP_TO_DATE;
      case Activated _ -> AgentStatus.Outcome.ACTIVATED;
      case Waiting _ -> AgentStatus.Outcome.WAITING;
      case Offline _ -> AgentStatus.Outcome.OFFLINE;
      case Expired _ -> AgentStatus.Outcome.EXPIRED;
      case Refused _ -> AgentStatus.Outcome.REFUSED;
      case LockedOut _ -> AgentStatus.Outcome.LOCKED_OUT;
      case StorageFull _ -> AgentStatus.Outcome.STORAGE_FULL;
      case Failed _ -> AgentStatus.Outcome.FAILED;
    };
  }

  /** Which rule was broken; empty where nothing that was offered is to blame. */
  default Optional<Breach> broken() {
    return switch (this) {
      case Refused it -> Optional.of(it.breach());
      case Expired it -> it.breach();
      default -> Optional.empty();
    };
  }

  /** Whether the terminal shows the newest release now. */
  default boolean isGood() {
    return this instanceof UpToDate || this instanceof Activated;
  }

  /** The newest release was there already; nothing was downloaded. */
  record UpToDate(long release) implements SyncOutcome {
    @Override
    public Sentence words() {
      return Sentence.of("outcome.up-to-date", release);
    }
  }

  /** A newer release is shown from now on. */
  record Activated(long release, long records) implements SyncOutcome {
    @Override
    public Sentence words() {
      return Sentence.of("outcome.activated", release, records);
    }
  }

  /**
   * There is something newer that is fetched later: it is not the hour, or something more urgent
   * came in between.
   *
   * @param atOnce whether the next run may begin at once
   */
  record Waiting(Sentence words, boolean atOnce) implements SyncOutcome {}

  /** The office could not be reached, or has nothing yet. */
  record Offline(Sentence words) implements SyncOutcome {}

  /**
   * The office's signatures are past their expiry, or the clock is wrong.
   *
   * @param breach empty where the office's certificate proves the clock to be wrong
   */
  record Expired(Sentence words, Optional<Breach> breach) implements SyncOutcome {}

  /** What the office offers is not to be believed. */
  record Refused(Sentence words, Breach breach) implements SyncOutcome {}

  /** The office does not serve this terminal any more. */
  record LockedOut(Sentence words) implements SyncOutcome {}

  /** No room on the terminal's disk. */
  record StorageFull(Sentence words) implements SyncOutcome {}

  /** The terminal's disk failed otherwise. */
  record Failed(Sentence words) implements SyncOutcome {}
}
