package org.openhall.kiosk.screen.reader;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.shell.ContentSource;

/** What the reader knows: the document, and the searched words in it. */
final class ReaderModel {
  private final ReadOnlyObjectWrapper<Loaded<Reading>> reading =
      new ReadOnlyObjectWrapper<>(new Loaded.Loading<>());
  private final @Nullable String highlight;
  private int place = -1;

  /**
   * Begins to fetch a document.
   *
   * @param highlight the words that were searched for, or null
   */
  ReaderModel(ContentSource content, String id, @Nullable String highlight) {
    this.highlight = highlight;
    content.ask(
        snapshot -> Reading.read(snapshot, id, highlight), answer -> show(Loaded.of(answer)));
  }

  ReadOnlyObjectProperty<Loaded<Reading>> reading() {
    return reading.getReadOnlyProperty();
  }

  @Nullable String highlight() {
    return highlight;
  }

  /** The place, from 0, where the reader was last brought to, or -1 for the top of the page. */
  int place() {
    return place;
  }

  /** Goes to the next place of the searched words, after the last to the first again. */
  int nextPlace(Reading read) {
    return go(read, place + 1);
  }

  /** Goes to the place before, from the first to the last. */
  int previousPlace(Reading read) {
    return go(read, Math.max(place, 0) - 1);
  }

  private void show(Loaded<Reading> loaded) {
    if (loaded instanceof Loaded.Shown<Reading>(Reading read) && read.start(highlight) > 0) {
      place = 0;
    }
    reading.set(loaded);
  }

  private int go(Reading read, int to) {
    place = Math.floorMod(to, read.places().size());
    return read.places().get(place);
  }
}
