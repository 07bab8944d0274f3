package org.openhall.kiosk.shell;

import java.util.function.Consumer;

/** The published content, as a model asks for it. */
public interface ContentSource {

  /**
   * Asks on the content's thread and gives the answer on the screen's thread; answers come in the
   * order of the questions. Never blocks.
   */
  <T> void ask(ContentQuery<T> question, Consumer<Answer<T>> then);
}
