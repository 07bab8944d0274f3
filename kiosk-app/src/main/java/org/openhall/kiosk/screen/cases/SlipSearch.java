package org.openhall.kiosk.screen.cases;

import java.util.Optional;
import java.util.function.Consumer;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.Hit;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.ContentSource;
import org.openhall.kiosk.shell.Destination;

/** Finds the page of a slip by its title, in what is published now. */
record SlipSearch(ContentSource content) implements CaseModel.SlipPages {
  private static final int LOOKED_AT = 20;

  @Override
  public void find(CodeMeaning.Slip slip, Consumer<Optional<Destination>> then) {
    content.ask(
        snapshot -> page(snapshot, slip),
        answer ->
            then.accept(
                answer instanceof Answer.Given<Optional<Destination>>(Optional<Destination> page)
                    ? page
                    : Optional.empty()));
  }

  private static Optional<Destination> page(ContentSnapshot snapshot, CodeMeaning.Slip slip)
      throws UnreadableSnapshotException {
    for (Hit hit : snapshot.searchExactly(slip.title(), LOOKED_AT).hits()) {
      boolean same =
          slip.whole() ? hit.title().equals(slip.title()) : hit.title().startsWith(slip.title());
      if (same) {
        return snapshot.find(hit.id()).flatMap(Destination::of);
      }
    }
    return Optional.empty();
  }
}
