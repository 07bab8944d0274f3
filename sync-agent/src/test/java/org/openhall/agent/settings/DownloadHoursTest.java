package org.openhall.agent.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DownloadHoursTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static boolean contain(String hours, String utc) {
    return DownloadHours.parse(hours, SHANGHAI)
        .orElseThrow()
        .contain(Instant.parse("2026-11-24T" + utc + "Z"));
  }

  @Test
  void hoursOverMidnightAreThoseOfTheHall() {
    assertTrue(contain("23:00-06:00", "15:00:00"), "23:00 in Shanghai");
    assertTrue(contain("23:00-06:00", "21:59:59"), "05:59:59 in Shanghai");
    assertFalse(contain("23:00-06:00", "22:00:00"), "06:00 in Shanghai");
    assertFalse(contain("23:00-06:00", "14:59:59"), "22:59:59 in Shanghai");
  }

  @Test
  void hoursOfOneDay() {
    assertTrue(contain("12:00-14:00", "04:00:00"));
    assertFalse(contain("12:00-14:00", "06:00:00"));
    assertFalse(contain("12:00-14:00", "03:59:59"));
  }

  @Test
  void whatAreNoHours() {
    for (String wrong : new String[] {"", "23-6", "23:00", "24:00-06:00", "06:00-06:00", "a-b"}) {
      assertEquals(Optional.empty(), DownloadHours.parse(wrong, SHANGHAI), wrong);
    }
  }
}
