package org.openhall.demo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.openhall.content.store.ContentSnapshot;

/** What the first search of a program takes, before anything of it is warm. */
final class FirstSearch {
  private static final double GOAL = 200;
  private static final String QUESTION = "身份证丢了怎么办";
  private static final int FIRST_PAGE = 20;

  private FirstSearch() {}

  /** Opens the snapshot, gets the words ready as a kiosk does, and asks one question. */
  static List<Figure> measure(Path db) throws IOException {
    try (ContentSnapshot snapshot =
        ContentSnapshot.open(db, Clock.system(ZoneId.systemDefault()))) {
      ClockAndProcessor ready = new ClockAndProcessor(1);
      ready.begin();
      snapshot.prepareSearch();
      ready.end();
      ClockAndProcessor first = new ClockAndProcessor(1);
      first.begin();
      snapshot.search(QUESTION, FIRST_PAGE);
      first.end();
      return List.of(
          ready.figures("words of the search made ready", GOAL).getFirst(),
          first.figures("first search after that", GOAL).get(1),
          first.figures("first search after that", GOAL).get(3));
    }
  }
}
