package org.openhall.kiosk;

import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.ShownNames;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.ContentSource;
import org.openhall.kiosk.shell.ContentState;
import org.openhall.kiosk.typing.InputMethod;
import org.openhall.kiosk.widget.Glyphs;

/**
 * Brings the keyboard its words: those of the dictionaries, then those of each release that is
 * shown. They are read and learnt on other threads, so that no key waits; until then the keyboard
 * reads by what it knew before.
 */
final class KeyboardWords {
  private final InputMethod inputMethod;
  private final ContentSource content;
  private final Executor thread;
  private final Executor screen;

  /**
   * Does nothing until {@link #start}.
   *
   * @param thread a thread of its own, which takes one thing after the other
   * @param screen runs on the screen's thread
   */
  KeyboardWords(InputMethod inputMethod, ContentSource content, Executor thread, Executor screen) {
    this.inputMethod = inputMethod;
    this.content = content;
    this.thread = thread;
    this.screen = screen;
  }

  /**
   * Reads the fonts and the dictionaries, then the words of what is shown and of every release that
   * takes its place.
   */
  void start(ObservableValue<ContentState> state) {
    thread.execute(() -> {
      load();
      screen.execute(() -> state.subscribe(this::shown));
    });
  }

  /** Reading leaves more behind than is kept; it is cleared away at once, as between visits. */
  private void load() {
    Glyphs.prepare();
    String missing = inputMethod.load();
    if (!missing.isEmpty()) {
      System.err.println("kiosk: " + missing);
    }
    System.gc();
  }

  private void shown(ContentState state) {
    if (state instanceof ContentState.Shown) {
      content.ask(
          ContentSnapshot::names,
          answer -> {
            if (answer instanceof Answer.Given<ShownNames>(ShownNames names)) {
              thread.execute(() -> inputMethod.learn(names));
            }
          });
    }
  }
}
