package org.openhall.kiosk.screen.browse;

import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.Page;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.ContentSource;

/**
 * A long list of the published content, of which only as many rows are loaded as a citizen has
 * scrolled to. Used on the screen's thread.
 *
 * @param <T> a row
 */
public final class PagedList<T> {
  /** Rows loaded at a time. */
  public static final int AT_A_TIME = 40;

  /** How the list stands. */
  public enum State {
    LOADING,
    SHOWN,
    /** There are no rows under this choice. */
    EMPTY,
    /** This terminal has no content yet. */
    NO_CONTENT,
    /** The rows are damaged on this terminal and are not shown. */
    DAMAGED
  }

  /**
   * Reads a stretch of the list.
   *
   * @param <T> a row
   */
  @FunctionalInterface
  public interface Reader<T> {
    Page<T> read(ContentSnapshot snapshot, int offset, int limit)
        throws UnreadableSnapshotException;
  }

  /** A stretch of a list that is short enough to be read whole. */
  public static <T> Page<T> stretch(List<T> whole, int offset, int limit) {
    int from = Math.min(offset, whole.size());
    return new Page<>(whole.subList(from, Math.min(from + limit, whole.size())), whole.size());
  }

  private final ContentSource content;
  private final ObservableList<T> rows = FXCollections.observableArrayList();
  private final ObservableList<T> shown = FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private Reader<T> reader = (_, _, _) -> new Page<>(List.of(), 0);
  private long choice;
  private boolean asking;

  public PagedList(ContentSource content) {
    this.content = content;
  }

  /** The rows loaded so far; not to be changed. */
  public ObservableList<T> rows() {
    return shown;
  }

  /** How many rows there are in all. */
  public ReadOnlyLongProperty total() {
    return total.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Shows another list from its first row; answers to the one before are dropped. */
  public void show(Reader<T> another) {
    reader = another;
    choice++;
    asking = false;
    ask(0);
  }

  /** Loads the next rows, unless all are loaded or some are on the way. */
  public void more() {
    if (state.get() == State.SHOWN && !asking && rows.size() < total.get()) {
      ask(rows.size());
    }
  }

  private void ask(int offset) {
    asking = true;
    long asked = choice;
    Reader<T> asks = reader;
    content.ask(
        snapshot -> asks.read(snapshot, offset, AT_A_TIME),
        answer -> {
          if (asked == choice) {
            asking = false;
            take(answer, offset);
          }
        });
  }

  private void take(Answer<Page<T>> answer, int offset) {
    switch (answer) {
      case Answer.Given<Page<T>>(Page<T> page) -> add(page, offset);
      case Answer.NoContent<Page<T>> _ -> clear(State.NO_CONTENT);
      case Answer.Damaged<Page<T>> _ -> clear(State.DAMAGED);
    }
  }

  private void add(Page<T> page, int offset) {
    total.set(page.total());
    if (offset == 0) {
      rows.setAll(page.rows());
    } else {
      rows.addAll(page.rows());
    }
    state.set(rows.isEmpty() ? State.EMPTY : State.SHOWN);
  }

  private void clear(State reason) {
    rows.clear();
    total.set(0);
    state.set(reason);
  }
}
