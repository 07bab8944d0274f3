package org.openhall.demo.bench;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.walk.KioskWindow;

/**
 * The presses of one round through the kiosk's pages. It begins and ends on the home page, so that
 * every button is found at the same place again in every round.
 */
final class ClickTour {
  private static final String HOME = "nav-home";

  /** From the home page on: ids, or with a star at the end the first that begins so. */
  private static final List<List<String>> WAYS =
      List.of(
          List.of("home-directory", "disclosure-directory", "entry-*"),
          List.of("home-guides", "guide-*"),
          List.of("home-search"),
          List.of("home-hall"),
          List.of("home-departments", "department-*"),
          List.of("home-events"),
          List.of("home-staff"),
          List.of("home-notices"),
          List.of("home-identify"));

  private final KioskWindow window;

  /**
   * A press.
   *
   * @param kind the page it opens, told by the id of the button
   * @param button where it is, in pixels of the display
   */
  record Press(String kind, Rectangle button) {}

  /** Works on a kiosk that has just shown its first frame. */
  ClickTour(KioskWindow window) {
    this.window = window;
  }

  /** Presses through every page once, and remembers where. Ends on the home page. */
  List<Press> learn() throws IOException, InterruptedException, HallException {
    window.await("attract");
    window.awaitWords(List.of("数据更新至")); // with the content this screen is built anew
    window.pressAnywhere();
    Map<String, Rectangle> known = new LinkedHashMap<>();
    List<Press> round = new ArrayList<>();
    for (List<String> way : WAYS) {
      for (String button : way) {
        round.add(press(button, known));
      }
      round.add(press(HOME, known));
    }
    return round;
  }

  private Press press(String id, Map<String, Rectangle> known)
      throws IOException, InterruptedException, HallException {
    Rectangle place = id.endsWith("*") ? first(id) : window.await(id);
    window.press(place);
    known.putIfAbsent(id, place);
    return new Press(id, Objects.requireNonNull(known.get(id)));
  }

  private Rectangle first(String id) throws IOException, InterruptedException, HallException {
    return window.awaitFirst(id.substring(0, id.length() - 1));
  }
}
