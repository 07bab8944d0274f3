package org.openhall.kiosk.screen.reader;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.shell.ContentSource;

/** What the reader knows: the document, and the searched words in it. */
final class ReaderModel {

  /**
   * What is marked in the text.
   *
   * @param words the searched words; empty for none
   * @param places where they stand, in reading order
   * @param place which of them, from 0, the reader was last brought to; -1 where there is none
   */
  record Found(String words, List<Place> places, int place) {
    static final Found NOTHING = new Found("", List.of(), -1);

    Found {
      places = List.copyOf(places);
    }

    /** The place that the reader was last brought to. */
    Optional<Place> current() {
      return place < 0 ? Optional.empty() : Optional.of(places.get(place));
    }

    /** What is marked in a piece. */
    Marks in(int piece) {
      return new Marks(places.stream().filter(place -> place.piece() == piece).toList(), current());
    }

    private Found at(int next) {
      return new Found(words, places, places.isEmpty() ? -1 : Math.floorMod(next, places.size()));
    }
  }

  private final ReadOnlyObjectWrapper<Loaded<Reading>> reading =
      new ReadOnlyObjectWrapper<>(new Loaded.Loading<>());
  private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
  private final ReadOnlyBooleanWrapper typing = new ReadOnlyBooleanWrapper();
  private final @Nullable String highlight;
  private Optional<FindInPage> finder = Optional.empty();
  private int from;

  /**
   * Begins to fetch a document.
   *
   * @param highlight the words that were searched for, or null
   */
  ReaderModel(ContentSource content, String id, @Nullable String highlight) {
    this.highlight = highlight;
    content.ask(
        Loaded.asking(id, snapshot -> Reading.read(snapshot, id, highlight)),
        answer -> show(Loaded.answered(answer)));
  }

  ReadOnlyObjectProperty<Loaded<Reading>> reading() {
    return reading.getReadOnlyProperty();
  }

  /** What is marked now. */
  ReadOnlyObjectProperty<Found> found() {
    return found.getReadOnlyProperty();
  }

  /** Whether words to find are being typed. */
  ReadOnlyBooleanProperty typing() {
    return typing.getReadOnlyProperty();
  }

  /**
   * Begins to find other words.
   *
   * @param piece the first piece seen; what stands from here on is found first
   */
  void beginFinding(int piece) {
    from = piece;
    typing.set(true);
  }

  /** Puts the keys away; what was found stays. */
  void endTyping() {
    typing.set(false);
  }

  /** Forgets the words. */
  void endFinding() {
    typing.set(false);
    found.set(Found.NOTHING);
  }

  /** Finds words as they are typed: the first place from where the reader was, else the first. */
  void find(String words) {
    if (!(reading.get() instanceof Loaded.Shown<Reading>(Reading read))) {
      return;
    }
    FindInPage page = finder.orElseGet(() -> new FindInPage(read.pieces()));
    finder = Optional.of(page);
    List<Place> places = page.places(words);
    int before = (int) places.stream().filter(place -> place.piece() < from).count();
    found.set(new Found(words, places, -1).at(before));
  }

  /** Goes to the next place of the searched words, after the last to the first again. */
  void nextPlace() {
    found.set(found.get().at(found.get().place() + 1));
  }

  /** Goes to the place before, from the first to the last. */
  void previousPlace() {
    found.set(found.get().at(found.get().place() - 1));
  }

  private void show(Loaded<Reading> loaded) {
    if (loaded instanceof Loaded.Shown<Reading>(Reading read) && highlight != null) {
      found.set(new Found(highlight, read.places(), -1).at(0));
    }
    reading.set(loaded);
  }
}
