package org.openhall.demo.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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
import org.openhall.agent.sync.PushedFiles;
import org.openhall.agent.sync.SyncJob;
import org.openhall.agent.sync.SyncWatch;
import org.openhall.agent.sync.Terminal;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.credential.Credential;
import org.openhall.link.credential.LiveKey;
import org.openhall.link.push.PushMessage;
import org.openhall.link.push.PushReader;
import org.openhall.link.push.PushStream;
import org.openhall.repository.client.HttpRoute;
import org.openhall.repository.metadata.RepositoryException;

/**
 * A terminal without a screen: its own certificate, its own trusted metadata, the product's client
 * of the repository and of the push. It fetches and verifies what a release changes, and does not
 * build it. Two virtual threads: one listens, one looks. Of a pushed release it leaves out the
 * agent's judgement at once, before the run: on its own processor that costs nobody's time.
 */
final class FleetTerminal {
  private final String id;
  private final Path data;
  private final URI office;
  private final SSLSocketFactory tls;
  private final FleetTally tally;
  private final PushedFiles ahead = new PushedFiles();
  private final FleetLook look;
  private final boolean judgesAtOnce;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile boolean stopped;
  private volatile Optional<PushMessage> last = Optional.empty();
  private boolean woken;

  /**
   * @param data a folder with the trusted root
   * @param office address for terminals, with a slash at its end
   * @param judgesAtOnce whether it judges a notice as soon as it has it, or when {@link #judgeLast}
   */
  FleetTerminal(
      String id,
      Credential credential,
      Path data,
      URI office,
      FleetTally tally,
      boolean judgesAtOnce) {
    this.id = id;
    this.data = data;
    this.office = office;
    this.tls = Tls.to(credential.authority(), new LiveKey(credential));
    this.tally = tally;
    this.judgesAtOnce = judgesAtOnce;
    this.look = new FleetLook(data, office.resolve("repository/"), route(), tally, ahead);
  }

  /** From now on it reads the repository there. */
  void readFrom(URI address) {
    look.readFrom(address);
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
        last = Optional.of(it);
        if (judgesAtOnce) {
          judge(it);
        }
      }
      case PushMessage.Release(var files, int spread) -> {
        ahead.keep(files);
        pause(ThreadLocalRandom.current().nextLong(spread * 1_000L + 1));
        wake();
      }
    }
  }

  /** As the agent does, by its own code. */
  private void judge(PushMessage message) {
    Terminal terminal =
        new Terminal(data, new TerminalIdentity(id, office, List.of("city"), Instant.EPOCH));
    SyncJob job = new SyncJob(terminal, look.line(), Clock.systemUTC(), SyncWatch.NONE);
    PushOutcome outcome;
    synchronized (look) { // one disk
      outcome = job.push().take(message);
    }
    if (outcome instanceof PushOutcome.Taken(Optional<?> but) && but.isEmpty()) {
      tally.judged(Instant.now());
    } else {
      tally.failed("a push was not taken");
    }
  }

  /** Judges the notice that came last, unless it has done so at once. */
  void judgeLast() {
    if (!judgesAtOnce) {
      last.ifPresent(this::judge);
    }
  }

  /** Looks again and again, as the agent's loop does. */
  void look() {
    pause(ThreadLocalRandom.current().nextLong(tally.spreadMillis()));
    while (!stopped) {
      tally.looking().acquireUninterruptibly();
      try {
        synchronized (look) {
          look.run();
        }
      } catch (IOException | RepositoryException | MalformedManifestException e) {
        tally.failed("look: " + e);
      } finally {
        tally.looking().release();
      }
      awaitDue();
    }
  }

  /** The line by which it says how it is. */
  OfficeLine line() {
    return new OfficeLine(office, route());
  }

  private HttpRoute route() {
    return HttpRoute.direct().proving(tls);
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
