package org.openhall.kiosk.screen.home;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.EntryFilter;
import org.openhall.content.store.EntryTitle;
import org.openhall.content.store.GuideFilter;
import org.openhall.content.store.GuideTitle;
import org.openhall.content.store.Page;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.ContentSource;

/** What the home screen knows: how much there is, what is asked for most, what came last. */
final class HomeModel {
  static final int POPULAR = 4;
  static final int LATEST = 6;

  private final ContentSource content;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Loading());

  /** How the page stands. */
  sealed interface State {
    /** It has asked. */
    record Loading() implements State {}

    /** It has been answered. */
    record Shown(Overview overview) implements State {}

    /** This terminal has no content yet. */
    record NoContent() implements State {}

    /** The content is damaged on this terminal. */
    record Damaged() implements State {}
  }

  /**
   * What there is.
   *
   * @param popular guides of common matters: the most used, where the office counts them
   * @param latest the newest entries of the directory
   */
  record Overview(long entries, long guides, List<GuideTitle> popular, List<EntryTitle> latest) {}

  HomeModel(ContentSource content) {
    this.content = content;
    ask();
  }

  /** Asks again: something may have been taken back meanwhile. */
  void ask() {
    content.ask(HomeModel::overview, this::show);
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  private void show(Answer<Overview> answer) {
    state.set(
        switch (answer) {
          case Answer.Given<Overview>(Overview overview) -> new State.Shown(overview);
          case Answer.NoContent<Overview> _ -> new State.NoContent();
          case Answer.Damaged<Overview> _ -> new State.Damaged();
        });
  }

  private static Overview overview(ContentSnapshot snapshot) throws UnreadableSnapshotException {
    Page<EntryTitle> entries = snapshot.entries(EntryFilter.none(), 0, LATEST);
    Page<GuideTitle> guides = snapshot.guides(GuideFilter.none(), 0, POPULAR);
    List<GuideTitle> popular = snapshot.popularGuides(POPULAR);
    return new Overview(
        entries.total(),
        guides.total(),
        popular.isEmpty() ? guides.rows() : popular,
        entries.rows());
  }
}
