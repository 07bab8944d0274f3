package org.openhall.repository.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private static final long RATE = 10_000;
  private final byte[] content = new byte[100_000];
  private long now = 5_000_000_000L;
  private final Throttle throttle = new Throttle(RATE, () -> now, pause -> now += pause);

  {
    new Random(4).nextBytes(content);
  }

  private double secondsSince(long start) {
    return (now - start) / 1e9;
  }

  @Test
  void aHundredKilobytesAtTenKilobytesASecondTakeTenSeconds() throws IOException {
    long start = now;
    assertArrayEquals(content, throttle.on(new ByteArrayInputStream(content)).readAllBytes());
    assertEquals(10, secondsSince(start), 0.2);
  }

  @Test
  void twoDownloadsShareTheRate() throws IOException {
    long start = now;
    InputStream one = throttle.on(new ByteArrayInputStream(content));
    InputStream other = throttle.on(new ByteArrayInputStream(content));
    while (one.readNBytes(1_000).length + other.readNBytes(1_000).length > 0) {
      // in turns
    }
    assertEquals(20, secondsSince(start), 0.4);
  }

  @Test
  void noPauseIsLongerThanAFewReadsAtThatRate() throws IOException {
    long[] longest = {0};
    Throttle watched =
        new Throttle(
            RATE,
            () -> now,
            pause -> {
              longest[0] = Math.max(longest[0], pause);
              now += pause;
            });
    watched.on(new ByteArrayInputStream(content)).readAllBytes();
    assertTrue(longest[0] <= Duration.ofMillis(130).toNanos(), longest[0] + " ns");
  }

  @Test
  void skippingCostsTheSame() throws IOException {
    long start = now;
    throttle.on(new ByteArrayInputStream(content)).skipNBytes(content.length);
    assertEquals(10, secondsSince(start), 0.2);
  }

  @Test
  void whatWasNotUsedIsNotSavedUp() throws IOException {
    now += Duration.ofHours(1).toNanos();
    long start = now;
    throttle.on(new ByteArrayInputStream(content)).readAllBytes();
    assertEquals(10, secondsSince(start), 0.2);
  }

  @Test
  void aServerIsNotGivenUpForTheTerminalsOwnSlowness() throws IOException {
    Throttle crawl = new Throttle(500, () -> now, pause -> now += pause);
    InputStream paced = new PacedInput("a", new ByteArrayInputStream(content), () -> now);
    assertEquals(content.length, crawl.on(paced).readAllBytes().length);
  }

  @Test
  void withoutARateNothingIsInBetween() {
    InputStream in = new ByteArrayInputStream(content);
    assertSame(in, Throttle.NONE.on(in));
  }
}
