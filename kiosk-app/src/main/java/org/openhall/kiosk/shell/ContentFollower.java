package org.openhall.kiosk.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Notice;
import org.openhall.content.store.CurrentContent;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.StatusFile;

/**
 * Follows the content folder: opens what the sync agent has made current, and answers questions to
 * it. A newer release takes the place of the shown one only where no finger is on a text: on the
 * attract and home screens, or when a page is turned. One thread owns the snapshots.
 */
public final class ContentFollower implements ContentSource, AutoCloseable {
  private static final long LOOK_EVERY_MILLIS = 1_000;
  private static final int LOOKS_BEFORE_RETRY = 30;
  private static final int LOOKS_BETWEEN_NOTICES = 60;

  private final SnapshotDirectory folder;
  private final Path dataDir;
  private final Clock clock;
  private final Executor screen;
  private final Published published = new Published();
  private final ScheduledExecutorService thread;
  private volatile boolean readerAtRest = true;

  private @Nullable Opened shown;
  private @Nullable Opened next;
  private long refused;
  private int looksUntilNotices;
  private int looksSinceRefusal;
  private ContentState told = new ContentState.Opening();

  /**
   * Does nothing until {@link #start()}.
   *
   * @param dataDir the terminal's data folder
   * @param screen runs on the screen's thread
   */
  public ContentFollower(Path dataDir, Clock clock, Executor screen) {
    this.dataDir = dataDir;
    this.folder = new SnapshotDirectory(dataDir.resolve("content"));
    this.clock = clock;
    this.screen = screen;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("content").daemon().factory());
  }

  /** How the content stands. */
  public Published published() {
    return published;
  }

  /** Begins to follow. */
  public void start() {
    var _ =
        thread.scheduleWithFixedDelay(
            this::lookSafely, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Says whether the screen shows nothing that is being read, so that it may change at once. */
  public void readerAtRest(boolean atRest) {
    readerAtRest = atRest;
  }

  /** A page is being turned: a waiting release takes its place before any later question. */
  public void pageTurned() {
    thread.execute(this::swap);
  }

  @Override
  public <T> void ask(ContentQuery<T> question, Consumer<Answer<T>> then) {
    thread.execute(() -> {
      Answer<T> answer = answer(question);
      screen.execute(() -> then.accept(answer));
    });
  }

  /** Ends the thread and closes the snapshots. */
  @Override
  public void close() {
    thread.execute(() -> {
      closeQuietly(shown);
      closeQuietly(next);
    });
    thread.shutdown();
  }

  private <T> Answer<T> answer(ContentQuery<T> question) {
    Opened open = shown;
    if (open == null) {
      return told instanceof ContentState.Damaged(String sentence)
          ? new Answer.Damaged<>(sentence)
          : new Answer.NoContent<>();
    }
    try {
      return new Answer.Given<>(question.ask(open.snapshot()));
    } catch (UnreadableSnapshotException e) {
      System.err.println("The content on this terminal is damaged: " + e.getMessage());
      return new Answer.Damaged<>(String.valueOf(e.getMessage()));
    }
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      // The outermost loop of this thread: a mistake here must not stop the following for good.
      System.err.println("Following the content failed and is tried again: " + e);
    }
  }

  private void look() {
    Optional<CurrentContent> current = folder.current();
    if (current.isPresent()) {
      prepare(current.get());
    } else if (shown == null) {
      tell(new ContentState.Missing());
    }
    if (readerAtRest || shown == null) {
      swap();
    }
    announce();
    boolean waiting = next != null;
    screen.execute(() -> published.tellWaiting(waiting));
    judgeFreshness();
  }

  private void prepare(CurrentContent current) {
    boolean known = isRelease(shown, current) || isRelease(next, current);
    boolean refusedLately =
        refused == current.release() && looksSinceRefusal++ < LOOKS_BEFORE_RETRY;
    if (known || refusedLately) {
      return;
    }
    try {
      Opened opened = Opened.of(current, clock);
      closeQuietly(next);
      next = opened;
      refused = 0;
      looksUntilNotices = 0;
    } catch (UnreadableSnapshotException e) {
      refuse(current, e);
    }
  }

  private void refuse(CurrentContent current, UnreadableSnapshotException why) {
    refused = current.release();
    looksSinceRefusal = 0;
    System.err.println(
        "Release " + refused + " cannot be shown, the one before it stays: " + why.getMessage());
    if (shown == null) {
      tell(new ContentState.Damaged(String.valueOf(why.getMessage())));
    }
  }

  private void swap() {
    Opened ready = next;
    if (ready == null) {
      return;
    }
    closeQuietly(shown);
    shown = ready;
    next = null;
    tell(new ContentState.Shown(ready.release()));
    screen.execute(() -> published.tellWaiting(false));
  }

  /** Tells the notices of the newest release at once, and again when the day may have changed. */
  private void announce() {
    Opened newest = next == null ? shown : next;
    if (newest == null || looksUntilNotices-- > 0) {
      return;
    }
    looksUntilNotices = LOOKS_BETWEEN_NOTICES;
    try {
      List<Notice> notices = newest.snapshot().notices(LocalDate.now(clock));
      screen.execute(() -> published.tell(notices));
    } catch (UnreadableSnapshotException e) {
      System.err.println("The notices are damaged: " + e.getMessage());
    }
  }

  private void tell(ContentState state) {
    if (!state.equals(told)) {
      told = state;
      screen.execute(() -> published.tell(state));
    }
  }

  private void judgeFreshness() {
    Opened open = shown;
    if (open != null) {
      Freshness now = Freshness.of(open.release(), agentStatus(), clock.instant());
      screen.execute(() -> published.tell(now));
    }
  }

  private Optional<AgentStatus> agentStatus() {
    try {
      return StatusFile.agent(dataDir).read();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isRelease(@Nullable Opened opened, CurrentContent current) {
    return opened != null && opened.current().equals(current);
  }

  private static void closeQuietly(@Nullable Opened opened) {
    if (opened == null) {
      return;
    }
    try {
      opened.snapshot().close();
    } catch (UnreadableSnapshotException e) {
      System.err.println("A snapshot did not close: " + e.getMessage());
    }
  }
}
