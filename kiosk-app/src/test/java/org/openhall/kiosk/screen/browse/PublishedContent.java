package org.openhall.kiosk.screen.browse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.openhall.content.ContentRecord;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.ContentQuery;
import org.openhall.kiosk.shell.ContentSource;
import org.openhall.kiosk.shell.ReleaseFolder;

/** A real snapshot that answers at once, or, while held, when it is told to. */
public final class PublishedContent implements ContentSource, AutoCloseable {
  private final ContentSnapshot snapshot;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean held;
  private int asked;

  private PublishedContent(ContentSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Publishes the records into a snapshot in the folder. */
  public static PublishedContent of(Path dir, List<? extends ContentRecord> records)
      throws IOException, UnreadableSnapshotException {
    new ReleaseFolder(dir).publish(7, records);
    Clock clock = Clock.fixed(ReleaseFolder.PUBLISHED, ZoneId.of("Asia/Shanghai"));
    return new PublishedContent(ContentSnapshot.open(dir.resolve("content/content-7.db"), clock));
  }

  @Override
  public <T> void ask(ContentQuery<T> question, Consumer<Answer<T>> then) {
    asked++;
    waiting.add(() -> then.accept(answer(question)));
    if (!held) {
      answerAll();
    }
  }

  /** Keeps questions unanswered until {@link #answerAll()}. */
  public void hold() {
    held = true;
  }

  /** Answers what waits, in the order of the questions. */
  public void answerAll() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  /** How many questions were asked. */
  public int asked() {
    return asked;
  }

  @Override
  public void close() throws UnreadableSnapshotException {
    snapshot.close();
  }

  private <T> Answer<T> answer(ContentQuery<T> question) {
    try {
      return new Answer.Given<>(question.ask(snapshot));
    } catch (UnreadableSnapshotException e) {
      return new Answer.Damaged<>(String.valueOf(e.getMessage()));
    }
  }
}
