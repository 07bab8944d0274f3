package org.openhall.kiosk.screen.hall;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.openhall.content.HallMap;
import org.openhall.content.search.Pinyin;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.GuideTitle;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.ContentSource;

/** What the page of windows and map knows: the floor seen, the window chosen, the words typed. */
final class HallModel {
  /** Characters taken at most. */
  static final int LONGEST_QUERY = 30;

  private final ReadOnlyObjectWrapper<Loaded<Hall>> hall =
      new ReadOnlyObjectWrapper<>(new Loaded.Loading<>());
  private final ReadOnlyObjectWrapper<Sight> sight =
      new ReadOnlyObjectWrapper<>(new Sight("", null, HallRoute.Access.ANY));
  private final ReadOnlyStringWrapper query = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper(false);

  private final ReadOnlyObjectWrapper<List<GuideTitle>> matters =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ContentSource content;
  private String typed = "";
  private String composed = "";

  /**
   * What is looked at.
   *
   * @param floorId the floor that is drawn
   * @param windowId the window to which the way is shown, or null
   * @param access how the way may go
   */
  record Sight(String floorId, @Nullable String windowId, HallRoute.Access access) {}

  /**
   * Asks for the hall in which this terminal stands.
   *
   * @param terminalPoint id of the point where it stands, or empty
   * @param windowId the window to show the way to, or null
   */
  HallModel(ContentSource content, String terminalPoint, @Nullable String windowId) {
    this.content = content;
    content.ask(
        snapshot -> read(snapshot, terminalPoint),
        answer -> {
          Loaded<Hall> loaded = Loaded.of(answer);
          if (loaded instanceof Loaded.Shown<Hall>(Hall shown)) {
            lookAround(shown);
            hall.set(loaded);
            if (windowId != null) {
              choose(windowId);
            }
          } else {
            hall.set(loaded);
          }
        });
  }

  ReadOnlyObjectProperty<Loaded<Hall>> hall() {
    return hall.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Sight> sight() {
    return sight.getReadOnlyProperty();
  }

  /** The words typed to find a window, letters of an unfinished one included. */
  ReadOnlyStringProperty query() {
    return query.getReadOnlyProperty();
  }

  /** Whether the keys are out. */
  ReadOnlyBooleanProperty searching() {
    return searching.getReadOnlyProperty();
  }

  void showFloor(String floorId) {
    Sight now = sight.get();
    sight.set(new Sight(floorId, now.windowId(), now.access()));
  }

  /** Shows a window, its floor and the way to it; unknown numbers change nothing. */
  void choose(String windowId) {
    shown()
        .flatMap(it -> it.window(windowId))
        .flatMap(window -> shown().flatMap(it -> it.floorOf(window)))
        .ifPresent(floor -> {
          searching.set(false);
          askMatters(windowId);
          sight.set(new Sight(floor.id(), windowId, sight.get().access()));
        });
  }

  /** The guides of what is handled at the chosen window; empty until they are known. */
  ReadOnlyObjectProperty<List<GuideTitle>> matters() {
    return matters.getReadOnlyProperty();
  }

  private void askMatters(String windowId) {
    matters.set(List.of());
    content.ask(
        snapshot -> snapshot.guidesAtWindow(windowId),
        answer -> {
          if (answer instanceof Answer.Given<List<GuideTitle>>(List<GuideTitle> guides)
              && windowId.equals(sight.get().windowId())) {
            matters.set(guides);
          }
        });
  }

  /** Back to all windows of the floor. */
  void chooseNone() {
    Sight now = sight.get();
    sight.set(new Sight(now.floorId(), null, now.access()));
  }

  void go(HallRoute.Access access) {
    Sight now = sight.get();
    sight.set(new Sight(now.floorId(), now.windowId(), access));
  }

  /** Takes the keys out, or puts them away and forgets what was typed. */
  void search(boolean wanted) {
    if (wanted) {
      chooseNone();
    }
    clear();
    searching.set(wanted);
  }

  /** Text that is meant. */
  void type(String text) {
    if (typed.length() + text.length() <= LONGEST_QUERY) {
      typed += text;
      query.set(typed + composed);
    }
  }

  /** Letters that are not yet a word; they find windows by their pinyin. */
  void compose(String letters) {
    composed = letters;
    query.set(typed + composed);
  }

  void backspace() {
    if (!typed.isEmpty()) {
      typed = typed.substring(0, typed.offsetByCodePoints(typed.length(), -1));
      query.set(typed + composed);
    }
  }

  void clear() {
    typed = "";
    composed = "";
    query.set("");
  }

  /** What the list shows: while typing what was found on all floors, else the floor's windows. */
  List<HallMap.Window> listed() {
    Optional<Hall> shown = shown();
    if (searching.get() && !query.get().isBlank()) {
      return shown.map(it -> it.finder().find(query.get())).orElse(List.of());
    }
    return shown
        .flatMap(it -> it.floor(sight.get().floorId()))
        .map(HallMap.Floor::windows)
        .orElse(List.of());
  }

  private Optional<Hall> shown() {
    return hall.get() instanceof Loaded.Shown<Hall>(Hall shown)
        ? Optional.of(shown)
        : Optional.empty();
  }

  private void lookAround(Hall shown) {
    shown
        .start()
        .map(Hall.Start::floor)
        .or(() -> shown.map().floors().stream().findFirst())
        .ifPresent(floor -> showFloor(floor.id()));
  }

  private static Optional<Hall> read(ContentSnapshot snapshot, String terminalPoint)
      throws UnreadableSnapshotException {
    List<HallMap> maps = snapshot.hallMaps();
    Optional<HallMap> own =
        maps.stream()
            .filter(map -> HallGraph.of(map, HallRoute.Access.ANY).place(terminalPoint).isPresent())
            .findFirst()
            .or(() -> maps.stream().findFirst());
    return own.isEmpty() ? Optional.empty() : Optional.of(hall(snapshot, own.get(), terminalPoint));
  }

  private static Hall hall(ContentSnapshot snapshot, HallMap map, String terminalPoint)
      throws UnreadableSnapshotException {
    return new Hall(map, snapshot.staff(), new WindowFinder(map, Readings.TABLE), terminalPoint);
  }

  /** Loaded once, when a hall is first shown. */
  private static final class Readings {
    static final Pinyin TABLE = new Pinyin();
  }
}
