package org.openhall.kiosk.screen.guide;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.openhall.content.CatalogNode;
import org.openhall.content.ContentRecord;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.GuideFilter;
import org.openhall.content.store.GuideTitle;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.shell.ContentSource;

/** What the page of one event of life (一件事) knows. */
final class LifeEventModel {
  private static final int MOST = 200;

  /** An event, and the guides that it takes. */
  record Event(CatalogNode node, List<GuideTitle> guides) {
    Event {
      guides = List.copyOf(guides);
    }
  }

  private final ReadOnlyObjectWrapper<Loaded<Event>> event =
      new ReadOnlyObjectWrapper<>(new Loaded.Loading<>());

  LifeEventModel(ContentSource content, String id) {
    content.ask(snapshot -> read(snapshot, id), answer -> event.set(Loaded.of(answer)));
  }

  ReadOnlyObjectProperty<Loaded<Event>> event() {
    return event.getReadOnlyProperty();
  }

  private static Optional<Event> read(ContentSnapshot snapshot, String id)
      throws UnreadableSnapshotException {
    Optional<ContentRecord> found = snapshot.find(id);
    if (found.isPresent()
        && found.get() instanceof CatalogNode node
        && node.tree() == CatalogNode.Tree.LIFE_EVENT) {
      GuideFilter under = GuideFilter.none().withLifeEvent(id);
      return Optional.of(new Event(node, snapshot.guides(under, 0, MOST).rows()));
    }
    return Optional.empty();
  }
}
