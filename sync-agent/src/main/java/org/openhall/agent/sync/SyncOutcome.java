package org.openhall.agent.sync;

import org.openhall.agent.text.Sentence;
import org.openhall.link.status.AgentStatus;

/** How a run ended. Whatever it is, the last good content stays on the screen. */
public sealed interface SyncOutcome {

  /** The entry of the closed list in the status file. */
  AgentStatus.Outcome kind();

  /** What to tell a technician; for trouble with the next step. */
  Sentence words();

  /** Whether the terminal shows the newest release now. */
  default boolean isGood() {
    return this instanceof UpToDate || this instanceof Activated;
  }

  /** The newest release was there already; nothing was downloaded. */
  record UpToDate(long release) implements SyncOutcome {
    @Override
    public AgentStatus.Outcome kind() {
      return AgentStatus.Outcome.UP_TO_DATE;
    }

    @Override
    public Sentence words() {
      return Sentence.of("outcome.up-to-date", release);
    }
  }

  /** A newer release is shown from now on. */
  record Activated(long release, long records) implements SyncOutcome {
    @Override
    public AgentStatus.Outcome kind() {
      return AgentStatus.Outcome.ACTIVATED;
    }

    @Override
    public Sentence words() {
      return Sentence.of("outcome.activated", release, records);
    }
  }

  /** The office could not be reached, or has nothing yet. */
  record Offline(Sentence words) implements SyncOutcome {
    @Override
    public AgentStatus.Outcome kind() {
      return AgentStatus.Outcome.OFFLINE;
    }
  }

  /** The office's signatures are past their expiry, or the clock is wrong. */
  record Expired(Sentence words) implements SyncOutcome {
    @Override
    public AgentStatus.Outcome kind() {
      return AgentStatus.Outcome.EXPIRED;
    }
  }

  /** What the office offers is not to be believed. */
  record Refused(Sentence words) implements SyncOutcome {
    @Override
    public AgentStatus.Outcome kind() {
      return AgentStatus.Outcome.REFUSED;
    }
  }

  /** No room on the terminal's disk. */
  record StorageFull(Sentence words) implements SyncOutcome {
    @Override
    public AgentStatus.Outcome kind() {
      return AgentStatus.Outcome.STORAGE_FULL;
    }
  }

  /** The terminal's disk failed otherwise. */
  record Failed(Sentence words) implements SyncOutcome {
    @Override
    public AgentStatus.Outcome kind() {
      return AgentStatus.Outcome.FAILED;
    }
  }
}
