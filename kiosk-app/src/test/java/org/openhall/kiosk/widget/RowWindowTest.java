package org.openhall.kiosk.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.openhall.kiosk.widget.RowWindow.Placed;

class RowWindowTest {
  private static final double WINDOW = 100;

  @Test
  void showsRowsFromTheTopUntilTheWindowIsFull() {
    RowWindow window = window(40, 40, 40, 40);

    assertEquals(
        List.of(new Placed(0, 0, 40), new Placed(1, 40, 40), new Placed(2, 80, 40)),
        window.placed());
  }

  @Test
  void stopsAtTheBeginningAndAtTheEnd() {
    RowWindow window = window(40, 40, 40, 40);

    assertEquals(0, window.moveBy(-30));
    assertEquals(60, window.moveBy(500));
    assertEquals(new Placed(3, 60, 40), window.placed().getLast());
    assertEquals(-60, window.moveBy(-500));
    assertEquals(new Placed(0, 0, 40), window.placed().getFirst());
  }

  @Test
  void aListShorterThanTheWindowDoesNotMove() {
    RowWindow window = window(30, 30);

    assertEquals(0, window.moveBy(25));
    assertEquals(new Placed(0, 0, 30), window.placed().getFirst());
  }

  @Test
  void growingAtTheEndKeepsWhatIsSeen() {
    RowWindow window = new RowWindow(_ -> 40);
    window.setViewport(WINDOW);
    window.setCount(4);
    assertEquals(60, window.moveBy(60));

    window.setCount(400);

    assertEquals(new Placed(1, -20, 40), window.placed().getFirst());
  }

  @Test
  void aRowNearTheEndIsShownAsFarUpAsTheEndAllows() {
    RowWindow window = window(40, 40, 40, 40);
    window.showAtTop(3);

    assertEquals(new Placed(1, -20, 40), window.placed().getFirst());
  }

  @Test
  void anyDragsKeepTheWindowFilledWithoutGapsOrOverlaps() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    double[] heights = random.doubles(300, 20, 180).toArray();
    RowWindow window = window(heights);
    for (int drag = 0; drag < 2_000; drag++) {
      double asked = random.nextDouble(-900, 900);
      double moved = window.moveBy(asked);
      assertTrue(Math.abs(moved) <= Math.abs(asked) + 1e-6, "moved " + moved + " of " + asked);
      requireFilled(window.placed());
    }
  }

  private static void requireFilled(List<Placed> rows) {
    assertTrue(rows.getFirst().y() <= 1e-6);
    assertTrue(rows.getLast().y() + rows.getLast().height() >= WINDOW - 1e-6);
    for (int row = 1; row < rows.size(); row++) {
      Placed above = rows.get(row - 1);
      assertEquals(above.y() + above.height(), rows.get(row).y(), 1e-6);
      assertEquals(above.row() + 1, rows.get(row).row());
    }
  }

  private static RowWindow window(double... heights) {
    RowWindow window = new RowWindow(row -> heights[row]);
    window.setViewport(WINDOW);
    window.setCount(heights.length);
    return window;
  }
}
