package org.openhall.kiosk.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.CurrentContent;
import org.openhall.content.store.SnapshotDirectory;

/** The current snapshot of a data folder, opened for each question and answering at once. */
public final class SnapshotContent implements ContentSource {
  private final SnapshotDirectory directory;
  private final Clock clock;

  /** The content of a terminal's data folder. */
  public SnapshotContent(Path data, Clock clock) {
    this.directory = new SnapshotDirectory(data.resolve("content"));
    this.clock = clock;
  }

  @Override
  public <T> void ask(ContentQuery<T> question, Consumer<Answer<T>> then) {
    then.accept(
        directory
            .current()
            .<Answer<T>>map(current -> answer(current, question))
            .orElseGet(Answer.NoContent::new));
  }

  private <T> Answer<T> answer(CurrentContent current, ContentQuery<T> question) {
    try (ContentSnapshot snapshot = ContentSnapshot.open(current.file(), clock)) {
      return new Answer.Given<>(question.ask(snapshot));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
