package org.openhall.demo.bench;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.openhall.agent.sync.PushedFiles;
import org.openhall.agent.sync.Terminal;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.client.Fetcher;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.client.HttpFetcher;
import org.openhall.repository.client.HttpRoute;
import org.openhall.repository.client.Throttle;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.TargetFile;

/**
 * What a terminal of a fleet does when it looks: by the product's client of the repository it
 * brings its metadata up to date, has four eyes' word on the manifest, and fetches the delta. It
 * builds nothing. One thread at a time.
 */
final class FleetLook {
  private final Path data;
  private final HttpRoute route;
  private final FleetTally tally;
  private final PushedFiles ahead;
  private volatile URI repository;
  private long release;

  /**
   * @param data a folder with the trusted root
   * @param repository where it is read until {@link #readFrom}
   * @param ahead what came with a push
   */
  FleetLook(Path data, URI repository, HttpRoute route, FleetTally tally, PushedFiles ahead) {
    this.data = data;
    this.repository = repository;
    this.route = route;
    this.tally = tally;
    this.ahead = ahead;
  }

  /** From now on it reads the repository there. */
  void readFrom(URI address) {
    repository = address;
  }

  /** Looks once. */
  void run() throws IOException, RepositoryException, MalformedManifestException {
    Fetcher line = ahead.before(line());
    Updater updater =
        new Updater(
            Terminal.metadata(data), line.in("metadata"), Clock.systemUTC(), new QuickStorage());
    updater.refresh();
    updater.role("emergency");
    Path manifest =
        updater.download(agreed(updater), line.in("targets"), data.resolve("repository"));
    ReleaseManifest offered = ReleaseManifest.fromJson(Files.readAllBytes(manifest));
    if (offered.release() > release) {
      if (release > 0) {
        fetchDelta(offered, updater, line.in("targets"));
      }
      release = offered.release();
      tally.verified(release, Instant.now());
    }
  }

  private static TargetFile agreed(Updater updater) throws IOException, RepositoryException {
    FourEyes.Verdict verdict =
        FourEyes.judge(
            ReleaseManifest.TARGET,
            updater.delegations(),
            updater.role(FourEyes.EDITORS),
            updater.role(FourEyes.REVIEWERS));
    if (verdict instanceof FourEyes.Agreed(TargetFile file)) {
      return file;
    }
    throw new FetchException(ReleaseManifest.TARGET, "not agreed: " + verdict);
  }

  /** The net delta from the release before. */
  private void fetchDelta(ReleaseManifest offered, Updater updater, Fetcher targets)
      throws IOException, RepositoryException {
    for (ReleaseManifest.Delta delta : offered.channels().getFirst().deltas()) {
      if (delta.fromRelease() == release) {
        ReleaseManifest.Pack pack = delta.pack();
        updater.download(
            new TargetFile(pack.target(), pack.length(), pack.sha256()),
            targets,
            data.resolve("repository"));
      }
    }
  }

  /** The line to the repository, every request and byte of it counted. */
  Fetcher line() {
    Fetcher line = new HttpFetcher(repository, route, Throttle.NONE);
    return new Fetcher() {
      @Override
      public InputStream fetch(String path) throws FetchException {
        tally.asked();
        return counted(line.fetch(path));
      }

      @Override
      public InputStream fetch(String path, long offset) throws FetchException {
        tally.asked();
        return counted(line.fetch(path, offset));
      }
    };
  }

  private InputStream counted(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int next = super.read();
        tally.brought(next < 0 ? 0 : 1);
        return next;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        tally.brought(Math.max(0, count));
        return count;
      }
    };
  }
}
