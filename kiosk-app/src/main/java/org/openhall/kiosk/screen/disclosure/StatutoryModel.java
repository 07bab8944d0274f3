package org.openhall.kiosk.screen.disclosure;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.shell.ContentSource;

/** What the page of the fifteen items knows. */
final class StatutoryModel {
  private final ReadOnlyObjectWrapper<Loaded<StatutoryItems>> items =
      new ReadOnlyObjectWrapper<>(new Loaded.Loading<>());

  StatutoryModel(ContentSource content) {
    content.ask(
        snapshot -> Optional.of(StatutoryItems.read(snapshot)),
        answer -> items.set(Loaded.of(answer)));
  }

  ReadOnlyObjectProperty<Loaded<StatutoryItems>> items() {
    return items.getReadOnlyProperty();
  }
}
