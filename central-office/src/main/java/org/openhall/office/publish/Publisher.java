package org.openhall.office.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.office.catalog.Catalog;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.publisher.RepositoryPublisher;

/** Publishes the catalogue as a signed release. */
public final class Publisher {
  private final Catalog catalog;
  private final ReleaseTable releases;
  private final RepositoryPublisher repository;
  private final Press press;

  /**
   * What a release is made with.
   *
   * @param workDir for files on their way, made when absent
   * @param filesDir the bytes of attachments, each under its SHA-256
   * @param office the office's name, as terminals show it
   * @param clock the time
   */
  public record Press(Path workDir, Path filesDir, String office, Clock clock) {}

  /** A publisher of this catalogue into this repository. */
  public Publisher(
      Catalog catalog, ReleaseTable releases, RepositoryPublisher repository, Press press) {
    this.catalog = catalog;
    this.releases = releases;
    this.repository = repository;
    this.press = press;
  }

  /** Deletes what a publisher that was killed left in its work folder. */
  public static void clearLeavings(Path workDir) throws IOException {
    WorkFolder.clearLeavings(workDir);
  }

  /**
   * Packs, signs and lays out the next release, unless the last one holds the same records.
   *
   * @param progress hears the number of records packed
   */
  public PublishOutcome publish(LongConsumer progress)
      throws IOException, SQLException, RepositoryException {
    Instant start = press.clock().instant();
    try (WorkFolder work = WorkFolder.open(press.workDir())) {
      Path folder = work.path();
      AttachmentTargets files = new AttachmentTargets(press.filesDir());
      ChannelPack city =
          ChannelPack.write(catalog, folder.resolve("city.pack"), files::add, progress);
      Optional<Release> last = releases.last();
      if (city.channel().records() == 0) {
        return new PublishOutcome.EmptyCatalogue();
      }
      if (last.isPresent() && last.get().stateDigest().equals(city.channel().stateDigest())) {
        return new PublishOutcome.NothingChanged(last.get());
      }
      if (!files.faults().isEmpty()) {
        return new PublishOutcome.BadAttachments(files.faults());
      }
      ReleaseManifest manifest = manifest(releases.takeNumber(), city);
      Map<String, Path> targets = new HashMap<>(files.targets());
      targets.putAll(targets(folder, manifest, city));
      repository.publish(targets);
      Release release = release(manifest, city.channel(), start);
      releases.complete(release);
      return new PublishOutcome.Published(release);
    }
  }

  private ReleaseManifest manifest(long number, ChannelPack city) {
    Instant now = press.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    return new ReleaseManifest(number, now, press.office(), List.of(city.channel()));
  }

  private static Map<String, Path> targets(Path folder, ReleaseManifest manifest, ChannelPack city)
      throws IOException {
    Path file = Files.write(folder.resolve(ReleaseManifest.TARGET), manifest.toJson());
    return Map.of(ReleaseManifest.TARGET, file, city.channel().full().target(), city.file());
  }

  private Release release(ReleaseManifest manifest, ReleaseManifest.Channel city, Instant start) {
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
