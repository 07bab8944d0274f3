package org.openhall.office.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.lint.Review;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.publisher.RepositoryPublisher;

/** Packs records as the next release, which then waits for its signatures. */
final class Packing {
  private final ReleaseTable releases;
  private final RepositoryPublisher repository;
  private final Publisher.Press press;
  private final Draft draft;

  Packing(
      ReleaseTable releases, RepositoryPublisher repository, Publisher.Press press, Draft draft) {
    this.releases = releases;
    this.repository = repository;
    this.press = press;
    this.draft = draft;
  }

  /** Where the records of a release come from. */
  interface Records {
    /** Hands over each, by ascending id. */
    void forEach(Catalog.RecordVisitor visitor) throws IOException, SQLException;
  }

  /** See {@link Publisher#prepare(LongConsumer, Optional)}; nobody else packs meanwhile. */
  PrepareOutcome pack(Records records, LongConsumer progress, Optional<Review> review)
      throws IOException, SQLException, RepositoryException {
    ReleaseStates states = releases.states();
    try (WorkFolder work = WorkFolder.open(press.workDir());
        ChannelChanges changes =
            new ChannelChanges(states, ChannelPack.NAME, work.path().resolve("changed.records"))) {
      AttachmentTargets files = new AttachmentTargets(press.filesDir());
      Catalog.RecordVisitor noting =
          record -> {
            files.add(record);
            changes.visit(record);
            if (review.isPresent()) {
              review.get().visit(record);
            }
          };
      ChannelPack city =
          ChannelPack.write(records, work.path().resolve("city.pack"), noting, progress);
      changes.end();
      review.ifPresent(Review::end);
      Optional<PrepareOutcome> obstacle = obstacle(city.channel(), files, review);
      if (obstacle.isPresent()) {
        return obstacle.get();
      }
      NetDeltas deltas = new NetDeltas(states, changes, city.channel(), work.path());
      ChannelPack whole = city.with(deltas.make());
      ReleaseManifest manifest = manifest(releases.takeNumber(), whole);
      Path written = Files.createDirectory(work.path().resolve("draft"));
      Draft.write(written, manifest, whole, files.targets().keySet());
      ReleaseChanges.write(written, changes.changes());
      draft.replaceWith(written);
      return new PrepareOutcome.Prepared(manifest.release(), Changes.of(changes.changes()));
    }
  }

  /** Why these records do not make a release. */
  private Optional<PrepareOutcome> obstacle(
      ReleaseManifest.Channel city, AttachmentTargets files, Optional<Review> review)
      throws IOException, RepositoryException {
    if (city.records() == 0) {
      return Optional.of(new PrepareOutcome.EmptyCatalogue());
    }
    Optional<Release> last = releases.last();
    Optional<byte[]> published = new PresentRelease(repository).manifest();
    if (last.isPresent()
        && last.get().stateDigest().equals(city.stateDigest())
        && published.isPresent() // else nobody of the present staff signed it
        && Objects.equals(Draft.read(published.get()).intakeKey(), press.intakeKey())) {
      return Optional.of(new PrepareOutcome.NothingChanged(last.get()));
    }
    if (!files.faults().isEmpty()) {
      return Optional.of(new PrepareOutcome.BadAttachments(files.faults()));
    }
    return review.filter(Review::holdsUp).map(held -> new PrepareOutcome.OpenErrors(held.report()));
  }

  private ReleaseManifest manifest(long number, ChannelPack city) {
    Instant now = press.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    return new ReleaseManifest(
        number,
        now,
        press.office(),
        press.staleAfterDays(),
        press.intakeKey(),
        List.of(city.channel()));
  }
}
