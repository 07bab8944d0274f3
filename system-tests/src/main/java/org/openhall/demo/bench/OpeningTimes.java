package org.openhall.demo.bench;

import java.awt.Rectangle;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Program;

/**
 * Opens a text from the directory's list again and again, and goes back. A page counts as painted
 * when its middle line of pixels on the display is as it stays.
 */
final class OpeningTimes {
  private static final int OPENINGS = 120;
  private static final int WARMING_UP = 10;
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Program scene;
  private final Glass glass = new Glass();

  OpeningTimes(Program scene) throws HallException {
    this.scene = scene;
  }

  Times measure() throws IOException, InterruptedException, HallException {
    Rectangle row = await("entry-");
    Rectangle middle = new Rectangle((int) row.getCenterX(), 0, 1, ScrollScene.HEIGHT);
    glass.still(middle);
    glass.tap((int) row.getCenterX(), (int) row.getCenterY());
    Rectangle text = await(ReadingScene.TEXT);
    Rectangle line = new Rectangle(middle.x, text.y, 1, text.height);
    int[] page = glass.still(line);
    Rectangle back = await(ReadingScene.BACK);
    glass.tap((int) back.getCenterX(), (int) back.getCenterY());
    int[] list = glass.still(line);
    List<Double> times = new ArrayList<>();
    for (int opening = 0; opening < WARMING_UP + OPENINGS; opening++) {
      double millis = glass.click(row, line, page);
      glass.click(back, line, list);
      if (opening >= WARMING_UP) {
        times.add(millis);
      }
    }
    return Times.of(times);
  }

  private Rectangle await(String id) throws IOException, InterruptedException, HallException {
    scene.awaitOutput(id, SOON);
    return scene
        .output()
        .lines()
        .filter(line -> line.startsWith(id))
        .map(line -> Arrays.stream(line.split(" ", -1)).skip(1).mapToInt(Integer::parseInt))
        .map(numbers -> numbers.toArray())
        .map(at -> new Rectangle(at[0], at[1], at[2], at[3]))
        .findFirst()
        .orElseThrow();
  }
}
