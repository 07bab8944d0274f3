package org.openhall.kiosk.screen.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.openhall.content.CatalogNode;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.GuideFilter;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.shell.ContentSource;

/** What the page for choosing an event of life (一件事) knows. */
final class LifeEventsModel {

  /**
   * An event, and how many guides it takes.
   *
   * @param guides 0 and up; an event without guides is listed too, and says so
   */
  record Counted(CatalogNode event, long guides) {}

  private final ReadOnlyObjectWrapper<Loaded<List<Counted>>> events =
      new ReadOnlyObjectWrapper<>(new Loaded.Loading<>());

  LifeEventsModel(ContentSource content) {
    content.ask(LifeEventsModel::read, answer -> events.set(Loaded.of(answer)));
  }

  /** The events in their order; missing where the content has none. */
  ReadOnlyObjectProperty<Loaded<List<Counted>>> events() {
    return events.getReadOnlyProperty();
  }

  private static Optional<List<Counted>> read(ContentSnapshot snapshot)
      throws UnreadableSnapshotException {
    List<Counted> counted = new ArrayList<>();
    for (CatalogNode event : snapshot.children(CatalogNode.Tree.LIFE_EVENT, null)) {
      GuideFilter under = GuideFilter.none().withLifeEvent(event.header().id());
      counted.add(new Counted(event, snapshot.guideCount(under)));
    }
    return counted.isEmpty() ? Optional.empty() : Optional.of(counted);
  }
}
