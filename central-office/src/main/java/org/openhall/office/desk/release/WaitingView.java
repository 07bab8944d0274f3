package org.openhall.office.desk.release;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.office.publish.Changes;
import org.openhall.office.publish.ReleasePlans;
import org.openhall.office.publish.ReleaseSigners;
import org.openhall.office.publish.Waiting;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.metadata.RepositoryException;

/**
 * The release that waits, as a page shows it.
 *
 * @param counting the roles whose signature lies with it and counts
 */
record WaitingView(
    long number,
    String preparedAt,
    long records,
    Changes changes,
    List<String> counting,
    List<ReleaseSigners.Signer> signers,
    Optional<ReleasePlans.Plan> plan) {
  private static final int ROLES = 2;
  private static final Duration NOTICED = Duration.ofSeconds(30);

  static Optional<WaitingView> of(ReleaseRoom room, ReleasePlans plans)
      throws IOException, RepositoryException {
    Optional<Waiting> found = room.desk().waiting();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ReleaseManifest manifest = found.get().release();
    long number = manifest.release();
    return Optional.of(
        new WaitingView(
            number,
            OfficeTime.minute(manifest.publishedAt()),
            manifest.channels().getFirst().records(),
            found.get().changes(),
            room.desk().signedBy(),
            room.signers().of(number),
            plans.of(number)));
  }

  /** Who signed in a role, as far as the desk knows. */
  public String signer(String role) {
    return signers.stream()
        .filter(s -> s.role().equals(role))
        .map(ReleaseSigners.Signer::person)
        .findFirst()
        .orElse("");
  }

  public boolean isSigned(String role) {
    return counting.contains(role);
  }

  public boolean isReady() {
    return counting.size() == ROLES;
  }

  /** Whether it should be out for longer than the servers take to notice. */
  boolean isLate(Instant now) {
    return plan.filter(p -> p.state() == ReleasePlans.State.WAITING)
        .filter(p -> p.at().plus(NOTICED).isBefore(now))
        .isPresent();
  }

  /** The plan's time, for people. */
  public String planned() {
    return plan.map(p -> OfficeTime.minute(p.at())).orElse("");
  }

  /** Who planned it. */
  public String planner() {
    return plan.map(ReleasePlans.Plan::who).orElse("");
  }

  /** How the plan stands, or empty. */
  public String planState() {
    return plan.map(p -> p.state().name()).orElse("");
  }
}
