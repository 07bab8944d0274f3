package org.openhall.kiosk.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Notice;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.StatusFile;

/**
 * Follows the content folder: opens what the sync agent has made current, or the release before it
 * when that one is damaged, and answers questions to it. A newer release takes the place of the
 * shown one only where no finger is on a text: on the attract and home screens, or when a page is
 * turned. One thread owns the snapshots.
 */
public final class ContentFollower implements ContentSource, AutoCloseable {
  private static final long LOOK_EVERY_MILLIS = 1_000;

  /** What cannot wait is a look at one small file. */
  private static final long LOOK_FOR_EMERGENCIES_EVERY_MILLIS = 200;

  private static final int LOOKS_BETWEEN_NOTICES = 60;

  private final SnapshotShelf shelf;
  private final Path dataDir;
  private final EmergencyFile emergency;
  private final Clock clock;
  private final Executor screen;
  private final Published published = new Published();
  private final ScheduledExecutorService thread;
  private volatile boolean readerAtRest = true;
  private volatile BiConsumer<Long, String> damaged = (_, _) -> {};

  private @Nullable Opened shown;
  private @Nullable Opened next;
  private long passedOver;
  private int looksUntilNotices;
  private ContentState told = new ContentState.Opening();

  /**
   * Does nothing until {@link #start()}.
   *
   * @param dataDir the terminal's data folder
   * @param screen runs on the screen's thread
   */
  public ContentFollower(Path dataDir, Clock clock, Executor screen) {
    this.dataDir = dataDir;
    this.emergency = new EmergencyFile(dataDir);
    this.shelf = new SnapshotShelf(new SnapshotDirectory(dataDir.resolve("content")), clock);
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

  /** Hears, on the thread of the content, which release is damaged and where. */
  public void onDamage(BiConsumer<Long, String> listener) {
    damaged = listener;
  }

  /** Begins to follow. */
  public void start() {
    every(LOOK_EVERY_MILLIS, this::look);
    every(LOOK_FOR_EMERGENCIES_EVERY_MILLIS, this::lookForEmergencies);
  }

  private void every(long millis, Runnable look) {
    var _ = thread.scheduleWithFixedDelay(() -> safely(look), 0, millis, TimeUnit.MILLISECONDS);
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
      shelf.damaged(open, e);
      damaged.accept(open.release().number(), String.valueOf(e.getMessage()));
      System.err.println("The content on this terminal is damaged: " + e.getMessage());
      return new Answer.Damaged<>(String.valueOf(e.getMessage()));
    }
  }

  private static void safely(Runnable look) {
    try {
      look.run();
    } catch (RuntimeException e) {
      // The outermost loop of this thread: a mistake here must not stop the following for good.
      System.err.println("Following the content failed and is tried again: " + e);
    }
  }

  private void lookForEmergencies() {
    if (emergency.look()) {
      withdraw(shown);
      withdraw(next);
      looksUntilNotices = 0;
      announce();
      tellWithdrawn();
    }
  }

  private void tellWithdrawn() {
    Set<String> withdrawn = shown == null ? Set.of() : shown.snapshot().withdrawnIds();
    screen.execute(() -> published.tellWithdrawn(withdrawn));
  }

  private void look() {
    lookForEmergencies();
    switch (shelf.look(open())) {
      case SnapshotShelf.Known(long newer) -> passedOver = newer;
      case SnapshotShelf.Fresh(Opened opened, long newer) -> prepare(opened, newer);
      case SnapshotShelf.Nothing() -> tellUnlessShown(new ContentState.Missing());
      case SnapshotShelf.AllDamaged(String why) -> tellUnlessShown(new ContentState.Damaged(why));
    }
    if (readerAtRest || shown == null) {
      swap();
    }
    announce();
    boolean waiting = next != null;
    screen.execute(() -> published.tellWaiting(waiting));
    judgeFreshness();
  }

  /** A withdrawal does not wait for the turn of a page. */
  private void withdraw(@Nullable Opened opened) {
    if (opened == null) {
      return;
    }
    try {
      opened.snapshot().withdraw(emergency.list());
    } catch (UnreadableSnapshotException e) {
      shelf.damaged(opened, e);
      System.err.println("Records cannot be withdrawn: " + e.getMessage());
    }
  }

  private Set<FileStamp> open() {
    return Stream.of(Optional.ofNullable(shown), Optional.ofNullable(next))
        .flatMap(Optional::stream)
        .map(Opened::stamp)
        .collect(Collectors.toSet());
  }

  private void prepare(Opened opened, long newer) {
    closeQuietly(next);
    withdraw(opened);
    next = opened;
    passedOver = newer;
    looksUntilNotices = 0;
  }

  private void tellUnlessShown(ContentState state) {
    if (shown == null) {
      tell(state);
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
    tellWithdrawn();
  }

  /** Tells the notices of the newest release at once, and again when the day may have changed. */
  private void announce() {
    Opened newest = next == null ? shown : next;
    if (newest == null || looksUntilNotices-- > 0) {
      return;
    }
    looksUntilNotices = LOOKS_BETWEEN_NOTICES;
    try {
      List<Notice> notices = new ArrayList<>(alerts(newest.release().office()));
      notices.addAll(newest.snapshot().notices(LocalDate.now(clock)));
      screen.execute(() -> published.tell(notices));
    } catch (UnreadableSnapshotException e) {
      shelf.damaged(newest, e);
      System.err.println("The notices are damaged: " + e.getMessage());
    }
  }

  private List<Notice> alerts(String office) {
    return emergency.list().alerts().stream()
        .filter(alert -> alert.isShownAt(clock.instant()))
        .map(alert -> alert.notice(office, clock.getZone()))
        .toList();
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
      Freshness now = freshness(open.release());
      LocalDate today = LocalDate.now(clock);
      screen.execute(() -> published.tell(now, today));
    }
  }

  private Freshness freshness(ReleaseInfo release) {
    return passedOver > release.number()
        ? new Freshness.Earlier(release.number(), passedOver)
        : Freshness.of(release, agentStatus(), clock.instant());
  }

  private Optional<AgentStatus> agentStatus() {
    try {
      return StatusFile.agent(dataDir).read();
    } catch (IOException e) {
      return Optional.empty();
    }
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
