package org.openhall.repository.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacedInputTest {
  private long now;

  /** A server that lets {@code seconds} pass before each piece of {@code bytes}. */
  private InputStream server(long seconds, int bytes) {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            now += Duration.ofSeconds(seconds).toNanos();
            return 'x';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            if (length == 0) {
              return 0;
            }
            now += Duration.ofSeconds(seconds).toNanos();
            return Math.min(length, bytes);
          }
        };
    return new PacedInput("targets.json", endless, () -> now);
  }

  @Test
  void givesUpAServerThatDripsWithinTheWaitForEveryRead() {
    var e = assertThrows(FetchException.class, () -> server(29, 1).readNBytes(5_000_000));
    assertTrue(e.toString().contains("3 bytes of targets.json in 87 s"), e::toString);
    assertThrows(FetchException.class, () -> server(29, 1).skipNBytes(5_000_000));
  }

  @Test
  void bearsALineThatIsSlowButMoves() throws IOException {
    assertEquals(1_000_000, server(1, 2_048).readNBytes(1_000_000).length);
  }

  @Test
  void bearsASlowStart() throws IOException {
    assertEquals(4, server(14, 1).readNBytes(4).length);
  }

  @Test
  void aShortFileEndsAsItAlwaysDid() throws IOException {
    InputStream in = new ByteArrayInputStream(new byte[3]);
    assertEquals(3, new PacedInput("a", in, () -> now).readAllBytes().length);
  }
}
