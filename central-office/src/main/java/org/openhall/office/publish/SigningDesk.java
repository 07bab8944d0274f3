package org.openhall.office.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Sha256;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.metadata.Targets;
import org.openhall.repository.publisher.RepositoryPublisher;

/**
 * Where a release waits for people who sign it elsewhere, with keys that the office never sees: it
 * gives out what they need and takes what they say.
 */
public final class SigningDesk {
  private final ReleaseTable releases;
  private final RepositoryPublisher repository;
  private final Draft draft;
  private final Clock clock;

  /** A desk of the office whose releases are made with this press. */
  public SigningDesk(ReleaseTable releases, RepositoryPublisher repository, Publisher.Press press) {
    this.releases = releases;
    this.repository = repository;
    this.draft = new Draft(press.draftDir(), press.filesDir());
    this.clock = press.clock();
  }

  /** What came of a statement. */
  public enum Outcome {
    /** It lies with the release, and is published with it. */
    TAKEN,
    /** No release waits. */
    NOTHING_WAITS,
    /** No key of the role's signed it, or it is none. */
    NOT_OF_THE_ROLE,
    /** It is about other bytes, or more than these, or runs out too early. */
    OTHER_RELEASE,
    /** Its version is not the next one: something was published since it was begun. */
    OUTDATED
  }

  /** The release that waits. */
  public Optional<Waiting> waiting() throws IOException, RepositoryException {
    Optional<byte[]> manifest = draft.manifest();
    if (manifest.isEmpty()) {
      return Optional.empty();
    }
    Waiting.Packs packs = new Waiting.Packs(draft.folder(), lastPack());
    return Optional.of(
        new Waiting(manifest.get(), ReleaseChanges.read(draft.folder()), releases.states(), packs));
  }

  /** The number of the release that waits, without its changes. */
  public Optional<Long> number() throws IOException {
    Optional<byte[]> manifest = draft.manifest();
    return manifest.isEmpty()
        ? Optional.empty()
        : Optional.of(Draft.read(manifest.get()).release());
  }

  /** The numbers of the releases to which the office can go back, the newest first. */
  public List<Long> former() throws IOException {
    return new FormerReleases(releases, repository).numbers();
  }

  /** The roles whose statement lies with the release that waits, and counts. */
  public List<String> signedBy() throws IOException, RepositoryException {
    return draft.manifest().isEmpty()
        ? List.of()
        : Statements.of(draft, repository, true).verified().keySet().stream().sorted().toList();
  }

  /** The version that a role's next word must have. */
  public long nextVersion(String role) throws IOException {
    return repository.nextVersion(role);
  }

  /**
   * Takes what a role says of the release that waits.
   *
   * @param role {@link FourEyes#EDITORS} or {@link FourEyes#REVIEWERS}
   * @param statement signed targets metadata of that role
   */
  public Outcome take(String role, byte[] statement) throws IOException, RepositoryException {
    Optional<byte[]> manifest = draft.manifest();
    if (manifest.isEmpty()) {
      return Outcome.NOTHING_WAITS;
    }
    Optional<Targets> said = repository.read(role, statement);
    if (said.isEmpty()) {
      return Outcome.NOT_OF_THE_ROLE;
    } else if (said.get().version() != nextVersion(role)) {
      return Outcome.OUTDATED;
    } else if (!isAbout(manifest.get(), said.get())) {
      return Outcome.OTHER_RELEASE;
    }
    draft.put(role, statement);
    return Outcome.TAKEN;
  }

  private boolean isAbout(byte[] manifest, Targets said) {
    TargetFile file = new TargetFile(ReleaseManifest.TARGET, manifest.length, Sha256.hex(manifest));
    return said.targets().equals(Map.of(ReleaseManifest.TARGET, file))
        && said.expires().isAfter(clock.instant());
  }

  private Optional<Path> lastPack() throws IOException, RepositoryException {
    Optional<byte[]> last = new PresentRelease(repository).manifest();
    if (last.isEmpty()) {
      return Optional.empty();
    }
    ReleaseManifest.Pack pack = Draft.read(last.get()).channels().getFirst().full();
    return Optional.of(
        repository.file(new TargetFile(pack.target(), pack.length(), pack.sha256())));
  }
}
