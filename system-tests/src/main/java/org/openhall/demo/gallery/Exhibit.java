package org.openhall.demo.gallery;

import java.util.List;
import org.openhall.kiosk.shell.Destination;

/**
 * One thing to look at.
 *
 * @param name lower-case words joined by hyphens, the same for each orientation and language
 * @param scenery what the terminal has to show
 * @param destination the screen
 * @param presses ids of what is then pressed, one after the other; {@code *} stands for any ending
 */
record Exhibit(String name, Scenery scenery, Destination destination, List<String> presses) {

  Exhibit {
    presses = List.copyOf(presses);
  }

  static Exhibit of(String name, Scenery scenery, Destination destination, String... presses) {
    return new Exhibit(name, scenery, destination, List.of(presses));
  }
}
