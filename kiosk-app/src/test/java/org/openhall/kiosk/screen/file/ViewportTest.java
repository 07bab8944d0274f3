package org.openhall.kiosk.screen.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.openhall.kiosk.file.PageSize;
import org.openhall.kiosk.file.Tile;

class ViewportTest {
  private static final PageSize A4 = new PageSize(500, 700);

  @Test
  void aPageBeginsAsWideAsThePlace() {
    Viewport view = Viewport.fitWidth(1000, 1000, A4);
    assertEquals(2, view.scale());
    assertEquals(100, view.percent());
    assertEquals(new Tile(3, 2, 0, 0, 1000, 1000), view.tile(3));
  }

  @Test
  void theWholePageStandsInTheMiddle() {
    Viewport view = Viewport.fitPage(1000, 700, A4);
    assertEquals(1, view.scale());
    assertEquals(-250, view.x());
    assertEquals(new Tile(0, 1, 0, 0, 500, 700), view.tile(0));
    assertFalse(view.canDiminish());
  }

  @Test
  void magnifyingKeepsTheMiddleInTheMiddle() {
    Viewport view = Viewport.fitWidth(1000, 1000, A4).moved(0, 100).magnified(2);
    assertEquals(4, view.scale());
    assertEquals(500, view.x());
    assertEquals((100 + 500) * 2 - 500, view.y());
  }

  @Test
  void thereIsNoGapAtAnEdge() {
    Viewport view = Viewport.fitWidth(1000, 1000, A4);
    assertEquals(400, view.moved(0, 10_000).y());
    assertEquals(0, view.moved(-50, -50).y());
    assertEquals(0, view.moved(50, 0).x());
  }

  @Test
  void magnifyingHasBothItsEnds() {
    Viewport view = Viewport.fitWidth(1000, 1000, A4);
    Viewport close = view;
    Viewport far = view;
    for (int i = 0; i < 20; i++) {
      close = close.magnified(1.4);
      far = far.magnified(0.7);
    }
    assertEquals(12, close.scale(), 1e-9);
    assertFalse(close.canMagnify());
    assertTrue(close.canDiminish());
    assertEquals(1000.0 / 700, far.scale(), 1e-9);
    assertEquals(1000, close.tile(0).width(), 1.0, "the place, and a pixel cut by its edge");
  }

  @Test
  void theNextPageBeginsAtItsTopAsLargeAsTheOneBefore() {
    Viewport view = Viewport.fitWidth(1000, 1000, A4).magnified(2).moved(0, 300);
    Viewport next = view.turnedTo(new PageSize(250, 350));
    assertEquals(0, next.y());
    assertEquals(view.percent(), next.percent());
  }

  @Test
  void aPlaceOfAnotherSizeShowsAsMuchOfTheWidth() {
    Viewport view = Viewport.fitWidth(1000, 1000, A4).resized(500, 800);
    assertEquals(100, view.percent());
  }
}
