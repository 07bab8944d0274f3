package org.openhall.demo.walk;

import java.io.IOException;
import java.util.List;
import org.openhall.demo.hall.HallException;

/**
 * A step of the walk.
 *
 * @param name lower-case words joined by hyphens; becomes the picture's name
 * @param sight where its picture is taken and its words are looked for
 * @param expected words that must be visible at its end
 * @param action what the person does
 */
record Step(String name, Sight sight, List<String> expected, Action action) {

  /** The expected words that a text lacks. */
  List<String> missingIn(String text) {
    return expected.stream().filter(word -> !text.contains(word)).toList();
  }

  /** What is looked at. */
  enum Sight {
    KIOSK,
    PAPER,
    PANEL,
    CONSOLE,
    DESK
  }

  /** Something done by pointer or by an emulator's control. */
  @FunctionalInterface
  interface Action {
    void act() throws IOException, InterruptedException, HallException;
  }

  /**
   * What became of a step, as steps.json lists it.
   *
   * @param picture file name of its picture, empty when the step was never reached
   * @param missing those of the expected words that were not visible, or why it failed
   */
  record Result(
      String step, String picture, List<String> expected, boolean ok, List<String> missing) {}
}
