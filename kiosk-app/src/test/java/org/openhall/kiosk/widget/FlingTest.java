package org.openhall.kiosk.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FlingTest {

  @Test
  void beginsAsFastAsTheFingerAndComesToRest() {
    Fling fling = new Fling(1_000);

    assertEquals(10, fling.distance(0.01), 0.5);
    assertFalse(fling.ended(0.5));
    assertTrue(fling.ended(2));
    assertEquals(fling.distance(5), fling.distance(6), 0.01);
  }

  @Test
  void goesTheOtherWayForADragTheOtherWay() {
    assertEquals(-new Fling(800).distance(1), new Fling(-800).distance(1), 1e-9);
  }

  @Test
  void aFingerThatRestedBeforeLettingGoFlingsNothing() {
    FingerSpeed speed = new FingerSpeed();
    speed.start(0, 500);
    speed.moved(0.02, 400);

    assertEquals(0, speed.atRelease(0.5));
    assertTrue(new Fling(speed.atRelease(0.5)).ended(0));
  }

  @Test
  void theSpeedIsThatOfTheLastTenthOfASecond() {
    FingerSpeed speed = new FingerSpeed();
    speed.start(0, 0);
    speed.moved(0.5, 10);
    speed.moved(0.55, 60);
    speed.moved(0.60, 110);

    assertEquals(1_000, speed.atRelease(0.61), 1);
  }
}
