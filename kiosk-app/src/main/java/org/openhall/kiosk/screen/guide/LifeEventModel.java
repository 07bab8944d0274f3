package org.openhall.kiosk.screen.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

  /**
   * An event, and the guides that it takes.
   *
   * @param steps in the order in which they are handled, as the event states it
   * @param others those of which the event states no order, in that of every list of guides
   */
  record Event(CatalogNode node, List<GuideTitle> steps, List<GuideTitle> others) {
    Event {
      steps = List.copyOf(steps);
      others = List.copyOf(others);
    }

    private static Event of(CatalogNode node, List<GuideTitle> guides) {
      Map<String, GuideTitle> others = new LinkedHashMap<>();
      guides.forEach(guide -> others.put(guide.id(), guide));
      List<GuideTitle> steps =
          node.steps().stream().flatMap(id -> Stream.ofNullable(others.remove(id))).toList();
      return new Event(node, steps, List.copyOf(others.values()));
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
      return Optional.of(Event.of(node, snapshot.guides(under, 0, MOST).rows()));
    }
    return Optional.empty();
  }
}
