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
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Hall hall;
  private final KioskWindow window;
  private final Rectangle paper;
  private int before;

  /**
   * The panel in its place, upright as on the walk's display.
   *
   * @param panel its window; below the middle, at the right, paper comes out
   */
  PaperPanel(Hall hall, KioskWindow window, Rectangle panel) {
    this.hall = hall;
    this.window = window;
    this.paper =
        new Rectangle(
            panel.x + panel.width * 3 / 5,
            panel.y + panel.height * 3 / 5,
            panel.width / 4,
            panel.height / 6);
  }

  /** Remembers what it looks like before something is printed. */
  void watch() throws IOException, InterruptedException, HallException {
    before = window.settled(paper);
  }

  /** Waits for a new slip; the step's words that it lacks, or why there is none. */
  List<String> missing(Step step) throws IOException, InterruptedException {
    try {
      String slip = hall.control("show");
      Await.until("the slip lies in the panel", PATIENCE, () -> window.settled(paper) != before);
      return step.missingIn(slip);
    } catch (HallException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  /** The step's words that the devices do not say of themselves. */
  List<String> missingInStatus(Step step) throws IOException, InterruptedException {
    try {
      return step.missingIn(hall.control("status"));
    } catch (HallException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }
}
