package org.openhall.kiosk.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openhall.content.ReleaseAge;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.AgentStatus.Stale.Reason;

/** Whether what is shown may be out of date, as far as this terminal can know. */
public sealed interface Freshness {
  /** Nothing to be said. */
  record Fresh() implements Freshness {}

  /** The release is this many days old, which is more than its office wants. */
  record Old(long days) implements Freshness {}

  /** The terminal cannot check at present whether there is something newer. */
  record Unverified() implements Freshness {}

  /** The terminal's clock is wrong by what the office says: nobody knows how old the release is. */
  record ClockWrong() implements Freshness {}

  /** A newer release has arrived and is damaged on this terminal; an earlier one is shown. */
  record Earlier(long shown, long damaged) implements Freshness {}

  /** Judges by what the sync agent last said, and by the age of the release. */
  static Freshness of(ReleaseInfo release, Optional<AgentStatus> agent, Instant now) {
    if (agent.map(AgentStatus::outcome).filter(Freshness::cannotVerify).isPresent()) {
      return new Unverified();
    }
    if (agent.map(AgentStatus::stale).filter(s -> s.reason() == Reason.CLOCK).isPresent()) {
      return new ClockWrong();
    }
    Optional<Duration> age =
        ReleaseAge.at(
            now, release.publishedAt(), agent.map(AgentStatus::lastVerified).orElse(null));
    if (age.isEmpty()) {
      return new Unverified();
    }
    boolean isOld = age.get().compareTo(release.staleAfter()) > 0;
    return isOld ? new Old(age.get().toDays()) : new Fresh();
  }

  /** A line that is down for an hour is no news; a broken or expired signature is. */
  private static boolean cannotVerify(AgentStatus.Outcome outcome) {
    return switch (outcome) {
      case REFUSED, EXPIRED, LOCKED_OUT, STORAGE_FULL, FAILED -> true;
      case UP_TO_DATE, ACTIVATED, WAITING, OFFLINE, OTHER -> false;
    };
  }
}
