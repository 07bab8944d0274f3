package org.openhall.demo.walk;

import java.awt.Rectangle;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;

/** The panel beside the kiosk in which what its printer gives lies. */
final class PaperPanel {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Hall hall;
  private final KioskWindow window;
  private final Rectangle place;
  private int before;

  PaperPanel(Hall hall, KioskWindow window, Rectangle place) {
    this.hall = hall;
    this.window = window;
    this.place = place;
  }

  /** Remembers what it looks like before something is printed. */
  void watch() throws IOException, InterruptedException, HallException {
    before = window.settled(place);
  }

  /** Waits for a new slip; the step's words that it lacks, or why there is none. */
  List<String> missing(Step step) throws IOException, InterruptedException {
    try {
      String slip = hall.control("show");
      Await.until("the slip lies in the panel", PATIENCE, () -> window.settled(place) != before);
      return step.missingIn(slip);
    } catch (HallException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }
}
