package org.openhall.demo.bench;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocketFactory;
import org.openhall.agent.identity.OfficeLine;
import org.openhall.agent.identity.Tls;
import org.openhall.agent.sync.PushOutcome;
import org.openhall.agent.sync.SyncJob;
import org.openhall.agent.sync.SyncWatch;
import org.openhall.agent.sync.Terminal;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.credential.Credential;
import org.openhall.link.credential.LiveKey;
import org.openhall.link.push.PushMessage;
import org.openhall.link.push.PushReader;
import org.openhall.link.push.PushStream;
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
 * A terminal without a screen: its own certificate, its own trusted metadata, the product's client
 * of the repository and of the push. It fetches and verifies what a release changes, and does not
 * build it. Two virtual threads: one listens, one looks.
 */
final class FleetTerminal {
  private final String id;
  private final Path data;
  private final URI office;
  private final SSLSocketFactory tls;
  private final FleetTally tally;
  private final boolean verifiesPush;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile URI repository;
  private volatile boolean stopped;
  private boolean woken;
  private long release;

  /**
   * @param data a folder with the trusted root
   * @param office address for terminals, with a slash at its end
   * @param verifiesPush whether it judges what is pushed, or only takes it
   */
  FleetTerminal(
      String id,
      Credential credential,
      Path data,
      URI office,
      FleetTally tally,
      boolean verifiesPush) {
    this.id = id;
    this.data = data;
    this.office = office;
    this.tls = Tls.to(credential.authority(), new LiveKey(credential));
    this.tally = tally;
    this.verifiesPush = verifiesPush;
    this.repository = office.resolve("repository/");
  }

  /** From now on it reads the repository there. */
  void readFrom(URI address) {
    repository = address;
  }

  /** Opens the line and takes what comes until it ends. */
  void listen() {
    while (!stopped) {
      long began = System.nanoTime();
      try {
        OfficeLine.Opened opened =
            new OfficeLine(office, route())
                .open(PushStream.PATH, PushStream.MEDIA_TYPE, PushStream.LONGEST_SILENCE);
        if (opened instanceof OfficeLine.Opened.Stream(InputStream in, var _)) {
          listen(new PushReader(in), began);
        } else {
          tally.failed("push: " + opened);
        }
      } catch (IOException e) {
        tally.failed("push: " + e);
      }
      pause(ThreadLocalRandom.current().nextLong(15_000));
    }
  }

  private void listen(PushReader reader, long began) throws IOException {
    boolean first = true;
    PushReader.Heard heard = reader.next();
    while (!(heard instanceof PushReader.End || heard instanceof PushReader.Strange)) {
      if (first) {
        tally.connected((System.nanoTime() - began) / 1e9);
        first = false;
      } else if (heard instanceof PushReader.Message(PushMessage message)) {
        take(message);
      }
      heard = reader.next();
    }
    tally.failed("push: " + heard);
  }

  private void take(PushMessage message) throws IOException {
    switch (message) {
      case PushMessage.Emergency it -> {
        tally.received(Instant.now());
        if (verifiesPush) {
          judge(it);
        }
      }
      case PushMessage.Release(var _, int spread) -> {
        pause(ThreadLocalRandom.current().nextLong(spread * 1_000L + 1));
        wake();
      }
    }
  }

  /** As the agent does, by its own code. */
  private void judge(PushMessage message) {
    Terminal terminal =
        new Terminal(data, new TerminalIdentity(id, office, List.of("city"), Instant.EPOCH));
    SyncJob job = new SyncJob(terminal, fetcher(), Clock.systemUTC(), SyncWatch.NONE);
    if (job.push().take(message) instanceof PushOutcome.Taken(Optional<?> but) && but.isEmpty()) {
      tally.judged(Instant.now());
    } else {
      tally.failed("a push was not taken");
    }
  }

  /** Looks again and again, as the agent's loop does. */
  void look() {
    pause(ThreadLocalRandom.current().nextLong(tally.spreadMillis()));
    while (!stopped) {
      tally.looking().acquireUninterruptibly();
      try {
        verify();
      } catch (IOException | RepositoryException | MalformedManifestException e) {
        tally.failed("look: " + e);
      } finally {
        tally.looking().release();
      }
      awaitDue();
    }
  }

  private void verify() throws IOException, RepositoryException, MalformedManifestException {
    Fetcher line = fetcher();
    Updater updater =
        new Updater(
            Terminal.metadata(data), line.in("metadata"), Clock.systemUTC(), new QuickStorage());
    updater.refresh();
    updater.role("emergency");
    FourEyes.Verdict verdict =
        FourEyes.judge(
            ReleaseManifest.TARGET,
            updater.delegations(),
            updater.role(FourEyes.EDITORS),
            updater.role(FourEyes.REVIEWERS));
    if (!(verdict instanceof FourEyes.Agreed(TargetFile file))) {
      throw new FetchException(ReleaseManifest.TARGET, "not agreed: " + verdict);
    }
    Path manifest = updater.download(file, line.in("targets"), data.resolve("repository"));
    ReleaseManifest offered = ReleaseManifest.fromJson(Files.readAllBytes(manifest));
    if (offered.release() > release) {
      if (release > 0) {
        fetchDelta(offered, updater, line.in("targets"));
      }
      release = offered.release();
      tally.verified(release, Instant.now());
    }
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

  private HttpRoute route() {
    return HttpRoute.direct().proving(tls);
  }

  private Fetcher fetcher() {
    Fetcher line = new HttpFetcher(repository, route(), Throttle.NONE);
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

  private void awaitDue() {
    long every = tally.everyMillis();
    long wait = every * 9 / 10 + ThreadLocalRandom.current().nextLong(every / 5);
    long nanos = TimeUnit.MILLISECONDS.toNanos(wait);
    lock.lock();
    try {
      while (!woken && !stopped && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      woken = false;
    } catch (InterruptedException e) {
      stopped = true;
    } finally {
      lock.unlock();
    }
  }

  private void wake() {
    lock.lock();
    try {
      woken = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void stop() {
    stopped = true;
    wake();
  }

  private void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      stopped = true;
    }
  }
}
