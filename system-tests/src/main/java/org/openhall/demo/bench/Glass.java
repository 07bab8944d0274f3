package org.openhall.demo.bench;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.function.Predicate;
import org.openhall.demo.hall.HallException;

/** A finger and an eye on the display, both through the X server, with a clock between them. */
final class Glass {
  /** A change that has not come by then never comes. */
  static final double NEVER_MS = 5000;

  private static final int FINGER_MS = 60;
  private static final int REST_MS = 250;

  private final Robot robot;

  Glass() throws HallException {
    System.setProperty("awt.robot.gtk", "false"); // XGetImage, not a picture through GTK
    try {
      robot = new Robot();
    } catch (AWTException e) {
      throw new HallException("no X pointer on this display: " + e.getMessage());
    }
  }

  /**
   * Presses, rests as a finger does, lets go and looks until a line of pixels is another.
   *
   * @return milliseconds from letting go, or {@link #NEVER_MS}
   */
  double click(Rectangle button, Rectangle line) {
    press(button);
    int[] before = pixels(line);
    return release(line, now -> !Arrays.equals(before, now));
  }

  /**
   * Presses and looks until a line of pixels is as it will stay.
   *
   * @param wanted what {@link #still} once saw there
   * @return milliseconds from letting go, or {@link #NEVER_MS}
   */
  double click(Rectangle button, Rectangle line, int[] wanted) {
    press(button);
    return release(line, now -> Arrays.equals(wanted, now));
  }

  /** A part of the display once nothing moves there any more. */
  int[] still(Rectangle part) {
    int[] last = pixels(part);
    for (int same = 0; same < 3; same++) {
      robot.delay(REST_MS);
      int[] now = pixels(part);
      same = Arrays.equals(last, now) ? same : -1;
      last = now;
    }
    return last;
  }

  private void press(Rectangle button) {
    robot.mouseMove((int) button.getCenterX(), (int) button.getCenterY());
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.delay(FINGER_MS);
  }

  private double release(Rectangle line, Predicate<int[]> seen) {
    long began = System.nanoTime();
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    double millis = 0;
    while (millis < NEVER_MS && !seen.test(pixels(line))) {
      millis = (System.nanoTime() - began) / 1e6;
    }
    millis = Math.min(NEVER_MS, (System.nanoTime() - began) / 1e6);
    robot.delay(REST_MS);
    return millis;
  }

  /** A touch without a look at the clock. */
  void tap(int x, int y) {
    robot.mouseMove(x, y);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.delay(FINGER_MS / 2);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
  }

  /** A finger that moves up or down and lets go while it moves. */
  void swipe(int x, int fromY, int toY) {
    robot.mouseMove(x, fromY);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    int steps = 6;
    for (int step = 1; step <= steps; step++) {
      robot.delay(16);
      robot.mouseMove(x, fromY + (toY - fromY) * step / steps);
    }
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
  }

  void rest(int millis) {
    robot.delay(millis);
  }

  /** Whether a part of the display has one colour only. */
  boolean blank(Rectangle part) {
    return Arrays.stream(pixels(part)).distinct().count() == 1;
  }

  private int[] pixels(Rectangle part) {
    BufferedImage image = robot.createScreenCapture(part);
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}
