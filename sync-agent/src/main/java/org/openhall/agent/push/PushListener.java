package org.openhall.agent.push;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
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
  static final int MESSAGES_AT_ONCE = 10;
  static final Duration MESSAGES_EACH = Duration.ofSeconds(1);

  /** An office that is mad, or not the office, cannot have runs follow on runs. */
  static final int WAKES_AT_ONCE = 5;

  static final Duration WAKES_EACH = Duration.ofSeconds(15);

  /** Seconds within which a terminal says that it has a new emergency list. */
  private static final int TELLING = 30;

  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  private final Parts parts;
  private final URI office;
  private final PushDesk desk;
  private final Backoff backoff;
  private final Allowance messages;
  private final Allowance wakes;
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("push-wake").daemon().factory());
  private final Thread thread = Thread.ofPlatform().name("push").daemon().unstarted(this::follow);
  private @Nullable ScheduledFuture<?> waking;
  private Duration waitAsked = Duration.ZERO;
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
    this(parts, System::nanoTime);
  }

  PushListener(Parts parts, LongSupplier nanos) {
    this.parts = parts;
    this.messages = new Allowance(MESSAGES_AT_ONCE, MESSAGES_EACH, nanos);
    this.wakes = new Allowance(WAKES_AT_ONCE, WAKES_EACH, nanos);
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

  /** Ends the line, and returns once nothing of it is written any more, or after ten seconds. */
  @Override
  public void close() {
    stopped = true;
    later.shutdownNow();
    thread.interrupt();
    open.ifPresent(PushListener::closeQuietly);
    try {
      thread.join(LONGEST_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() {
    while (!stopped) {
      Sentence why = parts.membership().line().map(this::listen).orElseThrow();
      if (!stopped) {
        desk.closed(why);
        parts.pause().accept(waitAsked.plus(backoff.next()));
      }
    }
  }

  /** Listens until the line ends; says why it did. */
  private Sentence listen(OfficeLine line) {
    waitAsked = Duration.ZERO;
    try {
      return switch (line.open(
          PushStream.PATH, PushStream.MEDIA_TYPE, PushStream.LONGEST_SILENCE)) {
        case Opened.Stream(var in, Closeable end) -> {
          open = Optional.of(end); // and where close() came just before, there is nothing to hear
          yield stopped ? Sentence.of("push.ended", office) : listen(new PushReader(in));
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
    waitAsked = answer.waitAsked();
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
    Duration wait = messages.spend();
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
        int spreadSeconds =
            switch (message) {
              case PushMessage.Release(var _, int seconds) -> seconds;
              case PushMessage.Emergency _ -> TELLING; // the office counts who has it
            };
        wake(new Spread(parts.random()).within(spreadSeconds).toMillis());
      }
      case PushOutcome.Missed _ -> wake(0);
      case PushOutcome.Refused(SyncOutcome why) -> {
        desk.refused(why);
        return Optional.of(Sentence.of("push.refused", office));
      }
    }
    return Optional.empty();
  }

  /** One run at most waits for its time: the one that is due first. */
  private void wake(long millis) {
    long wait = Math.max(millis, wakes.left().toMillis());
    if (waking != null && !waking.isDone()) {
      if (waking.getDelay(TimeUnit.MILLISECONDS) <= wait) {
        return;
      }
      waking.cancel(false);
    }
    wakes.spend();
    waking = later.schedule(parts.wake(), wait, TimeUnit.MILLISECONDS);
  }

  private static void closeQuietly(Closeable line) {
    try {
      line.close();
    } catch (IOException e) {
      // it is ended all the same
    }
  }
}
