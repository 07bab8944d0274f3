package org.openhall.demo.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Rectangle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

  @ParameterizedTest
  @CsvSource({"1800,1920", "1920,1080", "1366,768", "3840,2160", "1080,1920"})
  void everyWindowLiesOnTheScreenAndOnNoOther(int width, int height) {
    Places places = Places.on(new Dimension(width, height));
    Rectangle screen = new Rectangle(width, height);
    assertTrue(screen.contains(places.kiosk()), places::toString);
    assertTrue(screen.contains(places.tallPanel()), places::toString);
    assertFalse(places.kiosk().intersects(places.panel()), places::toString);
    assertFalse(places.kiosk().intersects(places.console()), places::toString);
    assertFalse(places.panel().intersects(places.console()), places::toString);
    assertEquals(9.0 / 16, (double) places.kiosk().width / places.kiosk().height, 0.01);
  }
}
