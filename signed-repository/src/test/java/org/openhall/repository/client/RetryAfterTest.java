package org.openhall.repository.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
  private static final String DATE = "Tue, 24 Nov 2026 08:00:00 GMT";

  @Test
  void secondsAreTakenAsTheyAre() {
    assertEquals(Duration.ofSeconds(77), RetryAfter.of(" 77 ", DATE));
    assertEquals(Duration.ZERO, RetryAfter.of("0", DATE));
  }

  @Test
  void aDateCountsFromTheServersOwnClock() {
    assertEquals(Duration.ofSeconds(90), RetryAfter.of("Tue, 24 Nov 2026 08:01:30 GMT", DATE));
    assertEquals(Duration.ZERO, RetryAfter.of("Tue, 24 Nov 2026 07:59:59 GMT", DATE));
  }

  @Test
  void nobodySilencesATerminalForLongerThanAnHour() {
    for (String endless :
        new String[] {
          "3601", "999999999", "99999999999999999999", "Tue, 24 Nov 2099 08:00:00 GMT"
        }) {
      assertEquals(RetryAfter.LONGEST, RetryAfter.of(endless, DATE));
    }
  }

  @Test
  void whatNobodyUnderstandsIsNotSaid() {
    for (String strange : new String[] {"", "soon", "-5", "1.5", "2026-11-24T08:00:00Z"}) {
      assertEquals(Duration.ZERO, RetryAfter.of(strange, DATE));
    }
    assertEquals(Duration.ZERO, RetryAfter.of(null, DATE));
    assertEquals(Duration.ZERO, RetryAfter.of("Tue, 24 Nov 2026 08:01:30 GMT", "yesterday"));
  }
}
