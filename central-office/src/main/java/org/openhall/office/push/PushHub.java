package org.openhall.office.push;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.openhall.link.push.PushMessage;
import org.openhall.link.push.PushStream;
import org.openhall.repository.metadata.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All open lines, and what is told on them: news of the repository at once, signs of life else.
 * Whom the office has locked out is cut off. One terminal has one line: a newer takes the place of
 * the older.
 */
public final class PushHub implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PushHub.class);

  /** Terminals that may call within the same second after a release. */
  private static final int CALLS_A_SECOND = 250;

  private static final int LONGEST_SPREAD = 45;

  /** A line that is older is ended: the terminal calls again, and is looked at again. */
  private static final Duration LONGEST_LIFE = Duration.ofHours(12);

  /** How far back is asked who was locked out, as a line may open at that very moment. */
  private static final Duration LOOK_BACK = Duration.ofSeconds(30);

  private final RepositoryWatch watch;
  private final Function<Instant, Collection<String>> lockedOutSince;
  private final LongSupplier nanos;
  private final Map<String, Open> lines = new ConcurrentHashMap<>();
  private String trouble = "";
  private volatile boolean closed;

  /**
   * @param repository what is published
   * @param lockedOutSince which terminals have been locked out since a time
   * @param nanos a clock such as {@link System#nanoTime}
   */
  public PushHub(
      Path repository, Function<Instant, Collection<String>> lockedOutSince, LongSupplier nanos) {
    this.watch = new RepositoryWatch(repository);
    this.lockedOutSince = lockedOutSince;
    this.nanos = nanos;
  }

  /** A line with the times of its opening and of the last that was sent on it. */
  private static final class Open {
    private final PushLine line;
    private final long opened;
    private volatile long lastSent;

    Open(PushLine line, long now) {
      this.line = line;
      this.opened = now;
      this.lastSent = now;
    }

    void send(Frame frame, long now) {
      lastSent = now;
      line.send(frame);
    }
  }

  /** A terminal has opened its line. */
  public void join(String terminalId, PushLine line) {
    Open open = new Open(line, nanos.getAsLong());
    Open before = lines.put(terminalId, open);
    if (before != null) {
      before.line.close();
    }
    if (closed) {
      end(terminalId);
    }
    present()
        .ifPresentOrElse(
            frame -> open.send(frame, open.opened), () -> open.send(Frame.BEAT, open.opened));
  }

  /** The line has ended. */
  public void leave(String terminalId, PushLine line) {
    lines.computeIfPresent(terminalId, (_, open) -> open.line.equals(line) ? null : open);
  }

  /** How many lines are open. */
  public int size() {
    return lines.size();
  }

  /** Looks at the repository and tells what is new. */
  public void look(Instant now) {
    List<PushMessage> news = news();
    if (!news.isEmpty()) {
      cutOff(now);
    }
    news.forEach(this::tell);
  }

  private List<PushMessage> news() {
    try {
      synchronized (watch) {
        List<PushMessage> news = watch.look();
        trouble = "";
        return news;
      }
    } catch (IOException | RepositoryException e) {
      if (!trouble.equals(e.toString())) {
        trouble = e.toString(); // said once, not five times a second
        LOG.warn("The repository cannot be read for the push; terminals look by themselves", e);
      }
      return List.of();
    }
  }

  /** Ends the lines of those whom the office has locked out. */
  public void cutOff(Instant now) {
    for (String terminal : lockedOutSince.apply(now.minus(LOOK_BACK))) {
      end(terminal);
    }
  }

  /** Sends signs of life on lines that were silent, and ends those that are too old. */
  public void beat() {
    long now = nanos.getAsLong();
    lines.forEach((terminal, open) -> {
      if (now - open.opened > LONGEST_LIFE.toNanos()) {
        end(terminal);
      } else if (now - open.lastSent >= PushStream.HEARTBEAT.toNanos()) {
        open.send(Frame.BEAT, now);
      }
    });
  }

  /** Ends all lines; terminals call again by themselves. */
  @Override
  public void close() {
    closed = true;
    lines.keySet().forEach(this::end);
  }

  private void end(String terminal) {
    Open open = lines.remove(terminal);
    if (open != null) {
      open.line.close();
    }
  }

  private void tell(PushMessage message) {
    Frame frame = Frame.of(spread(message));
    long now = nanos.getAsLong();
    lines.values().parallelStream().forEach(open -> open.send(frame, now));
    LOG.info("Told {} terminals: {}", lines.size(), message.event());
  }

  /** All at once would be more than the office answers. */
  private PushMessage spread(PushMessage message) {
    return switch (message) {
      case PushMessage.Emergency it -> it;
      case PushMessage.Release(var files, _) ->
          new PushMessage.Release(files, Math.min(LONGEST_SPREAD, lines.size() / CALLS_A_SECOND));
    };
  }

  private Optional<Frame> present() {
    synchronized (watch) {
      return watch.present().map(message -> Frame.of(spread(message)));
    }
  }
}
