package org.openhall.agent.push;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openhall.agent.identity.LineTrouble;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.identity.OfficeLine;
import org.openhall.agent.identity.OfficeLine.Opened;
import org.openhall.agent.identity.OfficeWord;
import org.openhall.agent.sync.PushIntake;
import org.openhall.agent.sync.PushOutcome;
import org.openhall.agent.sync.SyncOutcome;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.text.Sentence;
import org.openhall.agent.text.Words;
import org.openhall.link.push.PushMessage;
import org.openhall.link.push.PushReader;
import org.openhall.link.push.PushStream;
import org.openhall.link.status.StatusFile;

/**
 * Keeps the line open on which the office pushes, on a thread of its own, and tries again and again
 * where it is not. What comes is judged by {@link PushIntake}; of a release the loop of runs is
 * told, after a time drawn from the one over which the office wants its terminals spread.
 */
public final class PushListener implements AutoCloseable {
  private final Parts parts;
  private final URI office;
  private final PushDesk desk;
  private final Backoff backoff;
  private final Allowance allowance = new Allowance(System::nanoTime);
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("push-wake").daemon().factory());
  private final Thread thread = Thread.ofPlatform().name("push").daemon().unstarted(this::follow);
  private @Nullable Future<?> waking;
  private volatile Optional<Closeable> open = Optional.empty();
  private volatile boolean stopped;

  /**
   * What it works with.
   *
   * @param intake where what comes is judged
   * @param wake asks for a run at once; returns without waiting for it
   * @param pause waits on this thread
   */
  public record Parts(
      Terminal terminal,
      Membership membership,
      PushIntake intake,
      Runnable wake,
      Words words,
      Clock clock,
      RandomGenerator random,
      Consumer<Duration> pause) {}

  public PushListener(Parts parts) {
    this.parts = parts;
    this.office = parts.terminal().identity().office();
    this.desk =
        new PushDesk(StatusFile.push(parts.terminal().data()), parts.words(), parts.clock());
    this.backoff = new Backoff(parts.random());
  }

  /** Begins, unless the office is reached without TLS and does not know who this terminal is. */
  public void start() {
    if (parts.membership().line().isPresent()) {
      desk.begin();
      thread.start();
    }
  }

  @Override
  public void close() {
    stopped = true;
    later.shutdownNow();
    thread.interrupt();
    open.ifPresent(PushListener::closeQuietly);
  }

  private void follow() {
    while (!stopped) {
      Sentence why = parts.membership().line().map(this::listen).orElseThrow();
      if (!stopped) {
        desk.closed(why);
        parts.pause().accept(backoff.next());
      }
    }
  }

  /** Listens until the line ends; says why it did. */
  private Sentence listen(OfficeLine line) {
    try {
      return switch (line.open(
          PushStream.PATH, PushStream.MEDIA_TYPE, PushStream.LONGEST_SILENCE)) {
        case Opened.Stream(var in, Closeable end) -> {
          open = Optional.of(end);
          yield listen(new PushReader(in));
        }
        case Opened.Other(OfficeLine.Answer answer) -> refused(answer);
      };
    } catch (SocketTimeoutException e) {
      return Sentence.of("push.silent", office, PushStream.LONGEST_SILENCE.toSeconds());
    } catch (IOException e) {
      return LineTrouble.of(office, e, parts.clock()).words();
    } finally {
      open.ifPresent(PushListener::closeQuietly);
      open = Optional.empty();
    }
  }

  private Sentence refused(OfficeLine.Answer answer) {
    return switch (OfficeWord.refused(office, answer)) {
      case OfficeWord.LockedOut(Sentence words) -> words;
      case OfficeWord.Troubled _ -> Sentence.of("push.none", office, answer.status());
      case OfficeWord.Well _ -> throw new IllegalStateException("a refusal is not well");
    };
  }

  private Sentence listen(PushReader reader) throws IOException {
    long opened = System.nanoTime();
    while (!stopped) {
      PushReader.Heard heard = reader.next();
      if (System.nanoTime() - opened > PushStream.LONGEST_SILENCE.toNanos()) {
        backoff.reset();
      }
      Optional<Sentence> end = heard(heard);
      if (end.isPresent()) {
        return end.get();
      }
    }
    return Sentence.of("push.ended", office);
  }

  /** Something came; says why the line is not to be listened to any longer. */
  private Optional<Sentence> heard(PushReader.Heard heard) {
    Duration wait = allowance.spend();
    if (wait.isPositive()) {
      parts.pause().accept(wait);
    }
    return switch (heard) {
      case PushReader.Beat _ -> {
        desk.opened();
        yield Optional.empty();
      }
      case PushReader.Message(PushMessage message) -> {
        desk.opened();
        yield took(message);
      }
      case PushReader.Strange(String why) -> Optional.of(Sentence.of("push.strange", office, why));
      case PushReader.End _ -> Optional.of(Sentence.of("push.ended", office));
    };
  }

  private Optional<Sentence> took(PushMessage message) {
    switch (parts.intake().take(message)) {
      case PushOutcome.Known _ -> {}
      case PushOutcome.Taken(Optional<SyncOutcome> but) -> {
        but.ifPresentOrElse(desk::refused, desk::taken);
        wake(message);
      }
      case PushOutcome.Missed _ -> parts.wake().run();
      case PushOutcome.Refused(SyncOutcome why) -> {
        desk.refused(why);
        return Optional.of(Sentence.of("push.refused", office));
      }
    }
    return Optional.empty();
  }

  /** One run at most waits for its time. */
  private void wake(PushMessage message) {
    boolean isWaiting = waking != null && !waking.isDone();
    if (message instanceof PushMessage.Release(var _, int spreadSeconds) && !isWaiting) {
      Duration wait = new Spread(parts.random()).within(spreadSeconds);
      waking = later.schedule(parts.wake(), wait.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static void closeQuietly(Closeable line) {
    try {
      line.close();
    } catch (IOException e) {
      // it is ended all the same
    }
  }
}
