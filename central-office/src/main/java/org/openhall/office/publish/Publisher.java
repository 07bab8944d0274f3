package org.openhall.office.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
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
  private final Draft draft;
  private final Packing packing;
  private final Publication publication;

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

    /** In an office's data folder. */
    public static Press in(
        Path dataDir, String office, int staleAfterDays, @Nullable String intakeKey, Clock clock) {
      return new Press(
          dataDir.resolve("tmp"),
          dataDir.resolve("release"),
          dataDir.resolve("files"),
          office,
          staleAfterDays,
          intakeKey,
          clock);
    }

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
    this.draft = new Draft(press.draftDir(), press.filesDir());
    this.packing = new Packing(releases, repository, press, draft);
    this.publication = new Publication(releases, repository, draft, press.clock());
  }

  /** Deletes what a publisher that was killed left in its work folder. */
  public static void clearLeavings(Path workDir) throws IOException {
    WorkFolder.clearLeavings(workDir);
  }

  /** A release builds upon what is out, wherever it was published. */
  private Alone turn() throws IOException {
    Alone alone = releases.alone();
    try {
      repository.follow();
      return alone;
    } catch (IOException e) {
      alone.close();
      throw e;
    }
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
    try (Alone _ = turn()) {
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
    try (Alone _ = turn()) {
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
    try (Alone _ = turn()) {
      return signAlone(role, key);
    }
  }

  private SignOutcome signAlone(String role, SigningKey key)
      throws IOException, RepositoryException {
    Optional<byte[]> waiting = draft.manifest();
    Optional<byte[]> manifest =
        waiting.isPresent() ? waiting : new PresentRelease(repository).manifest();
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
    Optional<byte[]> manifest =
        waiting.isPresent() ? waiting : new PresentRelease(repository).manifest();
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
    try (Alone alone = turn()) {
      return publishAlone(alone, start);
    }
  }

  /** That a release is to go out, asked and answered while nobody else publishes. */
  public interface Wish {
    /** Whether it is still to go out. */
    boolean holds();

    /** What came of it. */
    void cameTo(PublishOutcome outcome) throws SQLException;
  }

  /**
   * {@link #publish(Instant)} for somebody who has seen what waits.
   *
   * @param release its number
   * @return empty where that release does not wait any more, or is not wished; nothing was
   *     published
   */
  public Optional<PublishOutcome> publish(long release, Wish wish, Instant start)
      throws IOException, SQLException, RepositoryException {
    try (Alone alone = turn()) {
      Optional<byte[]> waiting = draft.manifest();
      if (waiting.isEmpty() || Draft.read(waiting.get()).release() != release || !wish.holds()) {
        return Optional.empty();
      }
      PublishOutcome outcome = publishAlone(alone, start);
      wish.cameTo(outcome);
      return Optional.of(outcome);
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
    try (Alone alone = turn()) {
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
      return publication.run(start);
    }
  }
}
