package org.openhall.office.publish;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Sha256;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.publisher.RepositoryPublisher;

/** The last step of a release: from the draft that two people signed to what terminals fetch. */
final class Publication {
  private final ReleaseTable releases;
  private final RepositoryPublisher repository;
  private final Draft draft;
  private final Clock clock;

  Publication(ReleaseTable releases, RepositoryPublisher repository, Draft draft, Clock clock) {
    this.releases = releases;
    this.repository = repository;
    this.draft = draft;
    this.clock = clock;
  }

  /** {@link Publisher#publish}, in the turns of releases and of the repository. */
  PublishOutcome run(Instant start) throws IOException, SQLException, RepositoryException {
    Optional<byte[]> manifest = draft.manifest();
    Statements statements = Statements.of(draft, repository, manifest.isPresent());
    if (manifest.isEmpty() && statements.said().isEmpty()) {
      return new PublishOutcome.NothingPrepared();
    }
    return switch (statements.verdict(repository.delegations())) {
      case FourEyes.Agreed(TargetFile file) -> layOut(file, manifest, statements.said(), start);
      case FourEyes.Disagreed() -> new PublishOutcome.Disagreed();
      case FourEyes.SharedKey() -> new PublishOutcome.SharedKey();
      case FourEyes.NotDelegated _, FourEyes.Unsigned _ ->
          new PublishOutcome.Unsigned(statements.missing());
    };
  }

  private PublishOutcome layOut(
      TargetFile agreed, Optional<byte[]> manifest, Map<String, byte[]> said, Instant start)
      throws IOException, SQLException, RepositoryException {
    if (manifest.isEmpty()) {
      repository.publish(Map.of(), said);
      draft.delete();
      return new PublishOutcome.SignedAgain();
    }
    byte[] bytes = manifest.get();
    if (!agreed.sha256().equals(Sha256.hex(bytes))) {
      return new PublishOutcome.Disagreed();
    }
    List<ReleaseManifest> served = new ArrayList<>(List.of(Draft.read(bytes)));
    Optional<byte[]> former = draft.former(new PresentRelease(repository).manifest());
    if (former.isPresent()) {
      served.add(Draft.read(former.get()));
    }
    repository.publish(draft.targets(bytes), said);
    Release release = release(served.getFirst(), start);
    releases
        .states()
        .note(
            ChannelPack.NAME,
            new ReleaseStates.State(release.number(), release.stateDigest()),
            ReleaseChanges.read(draft.folder()));
    releases.complete(release);
    FormerReleases kept = new FormerReleases(releases, repository);
    kept.note(release.number(), bytes);
    new ServedPacks(repository).keepOnly(served, kept.packs());
    draft.delete();
    return new PublishOutcome.Published(release);
  }

  private Release release(ReleaseManifest manifest, Instant start) {
    ReleaseManifest.Channel city = manifest.channels().getFirst();
    Duration taken = Duration.between(start, clock.instant());
    return new Release(
        manifest.release(),
        manifest.publishedAt(),
        city.records(),
        city.full().length(),
        taken.toMillis() / 1000.0,
        city.stateDigest());
  }
}
