package org.openhall.agent.sync;

import java.time.Clock;
import java.util.List;
import org.openhall.agent.text.Words;
import org.openhall.link.status.Refusal;
import org.openhall.repository.client.Sources;
import org.openhall.repository.metadata.RepositoryException;

/** Says of each place that did not do well what was wrong, though another made up for it. */
record PlaceWords(Words words, Clock clock) {

  List<String> of(List<Sources.Troubled> places) {
    return places.stream().map(this::of).toList();
  }

  private String of(Sources.Troubled place) {
    return place.why() instanceof RepositoryException refused
        ? words.say("place.refused", place.name(), rule(Breach.of(refused)))
        : words.say("place.away", place.name(), String.valueOf(place.why().getMessage()));
  }

  private String rule(Breach breach) {
    Refusal refusal =
        Refusal.met(
            breach.file(), breach.rule(), breach.clause(), breach.offered(), "", clock.instant());
    return refusal.thing() + " – " + refusal.cited(words.say("rule." + refusal.rule()));
  }
}
