package org.openhall.office.desk.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AddressLimitTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  private AddressLimit limit(int most, int addresses) {
    return new AddressLimit(
        most,
        addresses,
        new Clock() {
          @Override
          public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return clock.instant();
          }
        });
  }

  @Test
  void oneAddressWaitsAndAnotherDoesNot() {
    AddressLimit limit = limit(3, 10);
    for (int i = 0; i < 3; i++) {
      assertEquals(0, limit.seconds("192.0.2.1"));
    }
    clock = Clock.offset(clock, Duration.ofSeconds(20));
    assertEquals(40, limit.seconds("192.0.2.1"));
    assertEquals(0, limit.seconds("192.0.2.2"));
    clock = Clock.offset(clock, Duration.ofMillis(39_999));
    assertEquals(1, limit.seconds("192.0.2.1"), "not even for the last of the minute");
    clock = Clock.offset(clock, Duration.ofMillis(1));
    assertEquals(0, limit.seconds("192.0.2.1"), "a minute is over");
  }

  @Test
  void anyNumberOfAddressesTakesTheSameRoom() {
    AddressLimit limit = limit(1, 100);
    for (int i = 0; i < 10_000; i++) {
      limit.seconds("192.0.2." + i);
      assertTrue(limit.size() <= 100);
    }
    assertEquals(100, limit.size());
  }

  /** Whoever goes on is not forgotten for others who come by. */
  @Test
  void whoGoesOnIsKept() {
    AddressLimit limit = limit(1, 3);
    limit.seconds("flood");
    for (int i = 0; i < 10; i++) {
      limit.seconds("192.0.2." + i);
      assertTrue(limit.seconds("flood") > 0);
    }
  }
}
