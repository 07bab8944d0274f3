package org.openhall.demo.bench;

import java.awt.Rectangle;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Program;

/**
 * Touches a kiosk anywhere, always in the same order of places, and looks after each whether
 * something is on the screen, and at each minute how much memory the program takes.
 */
final class Monkey {
  private static final double LIMIT_MB = 400;
  private static final double GROWTH_PERCENT = 10;
  private static final int EARLY_MINUTE = 2;
  private static final int SEED = 20261124;
  private static final int PAUSE_MS = 150;
  private static final int LOOKS = 4;

  private final Program kiosk;
  private final Rectangle window;
  private final int minutes;
  private final Random random = new Random(SEED);
  private final Glass glass = new Glass();
  private final List<Double> megabytes = new ArrayList<>();
  private int touches;
  private int blanks;

  Monkey(Program kiosk, Rectangle window, int minutes) throws HallException {
    this.kiosk = kiosk;
    this.window = window;
    this.minutes = Math.max(EARLY_MINUTE, minutes);
  }

  List<Figure> run() throws IOException, HallException {
    double before = megabytes();
    for (int minute = 1; minute <= minutes; minute++) {
      touchForAMinute();
      megabytes.add(megabytes());
      System.out.printf("  minute %d: %.0f MB%n", minute, megabytes.getLast());
    }
    return figures(before);
  }

  private void touchForAMinute() throws IOException, HallException {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (System.nanoTime() < end) {
      touch();
      kiosk.requireRunning();
      requireNoException();
      if (isBlank()) {
        blanks++;
      }
    }
  }

  /** One in five touches is a swipe. */
  private void touch() {
    touches++;
    int x = window.x + random.nextInt(window.width);
    int y = window.y + random.nextInt(window.height);
    if (random.nextInt(5) == 0) {
      glass.swipe(x, y, window.y + random.nextInt(window.height));
    } else {
      glass.tap(x, y);
    }
    glass.rest(PAUSE_MS);
  }

  private void requireNoException() throws IOException, HallException {
    String output = kiosk.output();
    int at = output.indexOf("Exception");
    if (at >= 0) {
      String told = output.substring(at, Math.min(output.length(), at + 2000));
      throw new HallException("after " + touches + " touches the kiosk said:\n" + told);
    }
  }

  /** A page that is being drawn may be empty for a moment, never for long. */
  private boolean isBlank() {
    for (int look = 0; look < LOOKS; look++) {
      if (!glass.blank(new Rectangle(window.x, window.y, window.width, window.height))) {
        return false;
      }
      glass.rest(PAUSE_MS);
    }
    return true;
  }

  private double megabytes() throws IOException {
    return kiosk.residentMemory().orElse(0) * 1024 / 1e6;
  }

  private List<Figure> figures(double before) throws IOException {
    double early = megabytes.get(EARLY_MINUTE - 1);
    double late = megabytes.getLast();
    double peak = kiosk.peakMemory().orElse(0) * 1024 / 1e6;
    String after = "memory: after " + minutes + " minutes (" + touches + " touches)";
    return List.of(
        Figure.of("memory: after the first frame (VmRSS)", before, "MB"),
        Figure.of("memory: after " + EARLY_MINUTE + " minutes", early, "MB"),
        Figure.atMost(LIMIT_MB, after, late, "MB"),
        Figure.of("memory: peak (VmHWM)", peak, "MB"),
        Figure.atMost(GROWTH_PERCENT, "memory: growth since then", 100 * (late / early - 1), "%"),
        Figure.atMost(0, "memory: touches that left the screen empty", blanks, ""));
  }
}
