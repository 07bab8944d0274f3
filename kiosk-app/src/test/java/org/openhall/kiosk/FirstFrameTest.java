package org.openhall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FirstFrameTest {
  @Test
  void theTimeSinceTheStartIsTheDifferenceOfUptimes() {
    String process =
        "4711 (a (java) b) S 1 2 3 0 -1 4194560 1 0 0 0 5 6 0 0 20 0 3 0 1234567 99 88 77";

    assertEquals(1_230, FirstFrame.sinceStart("12346.90 20000.00\n", process));
  }

  @Test
  void thisVeryProcessHasBegunBefore() {
    assertTrue(FirstFrame.sinceStart() > 0);
  }
}
