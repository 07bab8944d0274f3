package org.openhall.kiosk.screen.guide;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.openhall.content.ServiceGuide;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.shell.ContentSource;

/** What the page of one guide knows. */
final class GuideModel {

  /** A guide, and the release that it is read from. */
  record Reading(ServiceGuide guide, ReleaseInfo release) {}

  private final ReadOnlyObjectWrapper<Loaded<Reading>> reading =
      new ReadOnlyObjectWrapper<>(new Loaded.Loading<>());

  GuideModel(ContentSource content, String id) {
    content.ask(
        Loaded.asking(id, snapshot -> read(snapshot, id)),
        answer -> reading.set(Loaded.answered(answer)));
  }

  ReadOnlyObjectProperty<Loaded<Reading>> reading() {
    return reading.getReadOnlyProperty();
  }

  private static Optional<Reading> read(ContentSnapshot snapshot, String id)
      throws UnreadableSnapshotException {
    ReleaseInfo release = snapshot.release();
    return snapshot
        .find(id)
        .filter(ServiceGuide.class::isInstance)
        .map(guide -> new Reading((ServiceGuide) guide, release));
  }
}
