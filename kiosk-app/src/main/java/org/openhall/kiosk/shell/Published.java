package org.openhall.kiosk.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Notice;
import org.openhall.content.store.ReleaseInfo;

/** How the published content stands, on the screen's thread. */
public final class Published {
  private final ReadOnlyObjectWrapper<ContentState> state =
      new ReadOnlyObjectWrapper<>(new ContentState.Opening());
  private final ReadOnlyBooleanWrapper newerWaiting = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<Freshness> freshness =
      new ReadOnlyObjectWrapper<>(new Freshness.Fresh());

  private final ReadOnlyObjectWrapper<@Nullable LocalDate> day = new ReadOnlyObjectWrapper<>();

  private final ReadOnlyObjectWrapper<List<Notice>> notices =
      new ReadOnlyObjectWrapper<>(List.of());

  private final ReadOnlyObjectWrapper<Set<String>> withdrawn =
      new ReadOnlyObjectWrapper<>(Set.of());

  /** What there is to show. */
  public ReadOnlyObjectProperty<ContentState> state() {
    return state.getReadOnlyProperty();
  }

  /** Whether a newer release waits for the next turn of a page. */
  public ReadOnlyBooleanProperty newerWaiting() {
    return newerWaiting.getReadOnlyProperty();
  }

  /** Whether what is shown may be out of date. */
  public ReadOnlyObjectProperty<Freshness> freshness() {
    return freshness.getReadOnlyProperty();
  }

  /** The day on which the age of what is shown was last looked at; null before that. */
  ReadOnlyObjectProperty<@Nullable LocalDate> day() {
    return day.getReadOnlyProperty();
  }

  /**
   * The notices effective today in the newest release that has arrived, even while the screen still
   * shows the one before: an emergency does not wait for the turn of a page.
   */
  public ReadOnlyObjectProperty<List<Notice>> notices() {
    return notices.getReadOnlyProperty();
  }

  /** Ids of the records that the office has taken back. */
  public ReadOnlyObjectProperty<Set<String>> withdrawn() {
    return withdrawn.getReadOnlyProperty();
  }

  /** The release on the screen, if there is one. */
  public Optional<ReleaseInfo> release() {
    return state.get().shownRelease();
  }

  void tell(ContentState now) {
    state.set(now);
  }

  void tellWaiting(boolean waiting) {
    newerWaiting.set(waiting);
  }

  void tellWithdrawn(Set<String> now) {
    withdrawn.set(Set.copyOf(now));
  }

  void tell(Freshness now, LocalDate today) {
    freshness.set(now);
    day.set(today);
  }

  void tell(List<Notice> now) {
    notices.set(now);
  }
}
