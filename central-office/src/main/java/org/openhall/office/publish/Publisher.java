package org.openhall.office.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.Alone;
import org.openhall.office.lint.Review;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Sha256;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.publisher.RepositoryPublisher;

/**
 * Publishes the catalogue as a release, in three steps by different people: prepare, sign twice,
 * publish.
 */
public final class Publisher {
  private final Catalog catalog;
  private final ReleaseTable releases;
  private final RepositoryPublisher repository;
  private final Press press;
  private final Draft draft;
  private final Packing packing;

  /**
   * What a release is made with.
   *
   * @param workDir for files on their way, made when absent
   * @param draftDir for a release that waits for signatures, on the same disk
   * @param filesDir the bytes of attachments, each under its SHA-256
   * @param office the office's name, as terminals show it
   * @param staleAfterDays how old the release may become before terminals say so
   * @param intakeKey to which terminals seal what is personal, or null
   * @param clock the time
   */
  public record Press(
      Path workDir,
      Path draftDir,
      Path filesDir,
      String office,
      int staleAfterDays,
      @Nullable String intakeKey,
      Clock clock) {

    /** Of an office that takes nothing personal. */
    public Press(
        Path workDir,
        Path draftDir,
        Path filesDir,
        String office,
        int staleAfterDays,
        Clock clock) {
      this(workDir, draftDir, filesDir, office, staleAfterDays, null, clock);
    }
  }

  /** A publisher of this catalogue into this repository. */
  public Publisher(
      Catalog catalog, ReleaseTable releases, RepositoryPublisher repository, Press press) {
    this.catalog = catalog;
    this.releases = releases;
    this.repository = repository;
    this.press = press;
    this.draft = new Draft(press.draftDir(), press.filesDir());
    this.packing = new Packing(releases, repository, press, draft);
  }

  /** Deletes what a publisher that was killed left in its work folder. */
  public static void clearLeavings(Path workDir) throws IOException {
    WorkFolder.clearLeavings(workDir);
  }

  /** {@link #prepare(LongConsumer, Optional)} with records at which nobody looks. */
  public PrepareOutcome prepare(LongConsumer progress)
      throws IOException, SQLException, RepositoryException {
    return prepare(progress, Optional.empty());
  }

  /**
   * Packs the next release, unless the last one holds the same records. It waits for signatures in
   * the place of one that was prepared before.
   *
   * @param progress hears the number of records packed
   * @param review looks at the records, and may hold the release up
   */
  public PrepareOutcome prepare(LongConsumer progress, Optional<Review> review)
      throws IOException, SQLException, RepositoryException {
    try (Alone _ = releases.alone()) {
      return packing.pack(catalog::forEach, progress, review);
    }
  }

  /**
   * Packs the records of a former release as the next one. The catalogue stays as it is: the
   * release after that holds again what it holds.
   *
   * @param former its number
   */
  public PrepareOutcome rollBack(long former, LongConsumer progress, Optional<Review> review)
      throws IOException, SQLException, RepositoryException {
    try (Alone _ = releases.alone()) {
      Optional<Path> pack = new FormerReleases(releases, repository).pack(former);
      return pack.isEmpty()
          ? new PrepareOutcome.ForgottenRelease(former)
          : packing.pack(v -> PackedRecords.forEach(pack.get(), v), progress, review);
    }
  }

  /**
   * Signs the release that waits, else the one that is out, as when its editor has left.
   *
   * @param role {@link FourEyes#EDITORS} or {@link FourEyes#REVIEWERS}
   */
  public SignOutcome sign(String role, SigningKey key) throws IOException, RepositoryException {
    try (Alone _ = releases.alone()) {
      return signAlone(role, key);
    }
  }

  private SignOutcome signAlone(String role, SigningKey key)
      throws IOException, RepositoryException {
    Optional<byte[]> waiting = draft.manifest();
    Optional<byte[]> manifest = waiting.isPresent() ? waiting : publishedManifest();
    if (manifest.isEmpty()) {
      return new SignOutcome.NothingToSign();
    }
    byte[] bytes = manifest.get();
    TargetFile file = new TargetFile(ReleaseManifest.TARGET, bytes.length, Sha256.hex(bytes));
    byte[] statement = repository.sign(role, List.of(file), key);
    if (repository.verified(role, statement).isEmpty()) {
      return new SignOutcome.NotOfTheRole();
    }
    draft.put(role, statement);
    return new SignOutcome.Signed(Draft.read(bytes).release());
  }

  /** The intake key that the release names to which {@link #sign} would put a signature. */
  public Optional<String> intakeKeyToSign() throws IOException, RepositoryException {
    Optional<byte[]> waiting = draft.manifest();
    Optional<byte[]> manifest = waiting.isPresent() ? waiting : publishedManifest();
    return manifest.isPresent()
        ? Optional.ofNullable(Draft.read(manifest.get()).intakeKey())
        : Optional.empty();
  }

  /**
   * Lays out the release that waits, if both roles signed it: the same rule by which terminals take
   * it.
   *
   * @param start when the work on the release began, for the record
   */
  public PublishOutcome publish(Instant start)
      throws IOException, SQLException, RepositoryException {
    try (Alone alone = releases.alone()) {
      return publishAlone(alone, start);
    }
  }

  /**
   * All steps in one turn, for a demonstration.
   *
   * @param keys of both roles, by their names
   * @param review looks at the records, and may hold the release up
   * @return what came of packing, and of publishing where that led to it
   */
  public Whole whole(
      Map<String, SigningKey> keys, LongConsumer progress, Optional<Review> review, Instant start)
      throws IOException, SQLException, RepositoryException {
    try (Alone alone = releases.alone()) {
      PrepareOutcome prepared = packing.pack(catalog::forEach, progress, review);
      if (!(prepared instanceof PrepareOutcome.Prepared)) {
        return new Whole(prepared, Optional.empty());
      }
      for (Map.Entry<String, SigningKey> signer : keys.entrySet()) {
        signAlone(signer.getKey(), signer.getValue());
      }
      return new Whole(prepared, Optional.of(publishAlone(alone, start)));
    }
  }

  /** What came of {@link #whole}. */
  public record Whole(PrepareOutcome prepared, Optional<PublishOutcome> published) {}

  private PublishOutcome publishAlone(Alone alone, Instant start)
      throws IOException, SQLException, RepositoryException {
    try (Alone _ = releases.aloneInRepository()) {
      alone.confirm();
      return publishInRepository(start);
    }
  }

  private PublishOutcome publishInRepository(Instant start)
      throws IOException, SQLException, RepositoryException {
    Optional<byte[]> manifest = draft.manifest();
    Statements statements = Statements.of(draft, repository, manifest.isPresent());
    if (manifest.isEmpty() && statements.said().isEmpty()) {
      return new PublishOutcome.NothingPrepared();
    }
    return switch (statements.verdict(repository.delegations())) {
      case FourEyes.Agreed(TargetFile file) -> publish(file, manifest, statements.said(), start);
      case FourEyes.Disagreed() -> new PublishOutcome.Disagreed();
      case FourEyes.SharedKey() -> new PublishOutcome.SharedKey();
      case FourEyes.NotDelegated _, FourEyes.Unsigned _ ->
          new PublishOutcome.Unsigned(statements.missing());
    };
  }

  private PublishOutcome publish(
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
    Optional<byte[]> former = draft.former(publishedManifest());
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

  private Optional<byte[]> publishedManifest() throws IOException, RepositoryException {
    return publishedManifest(repository);
  }

  /** The manifest that is out, as one of the roles names it by a key that counts. */
  static Optional<byte[]> publishedManifest(RepositoryPublisher repository)
      throws IOException, RepositoryException {
    for (String role : Statements.ROLES) {
      Optional<TargetFile> file =
          repository.published(role).map(said -> said.targets().get(ReleaseManifest.TARGET));
      if (file.isPresent()) {
        return Optional.of(Files.readAllBytes(repository.file(file.get())));
      }
    }
    return Optional.empty();
  }

  private Release release(ReleaseManifest manifest, Instant start) {
    ReleaseManifest.Channel city = manifest.channels().getFirst();
    Duration taken = Duration.between(start, press.clock().instant());
    return new Release(
        manifest.release(),
        manifest.publishedAt(),
        city.records(),
        city.full().length(),
        taken.toMillis() / 1000.0,
        city.stateDigest());
  }
}
