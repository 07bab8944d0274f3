package org.openhall.repository.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Gives up a server that sends a little again and again, so that no wait for a read ever ends, and
 * with it no update (the specification's slow retrieval attack). Only the time in which a read
 * waits is counted: whoever reads slowly, because he writes to a slow disk or keeps below a rate,
 * does not blame the server.
 */
final class PacedInput extends FilterInputStream {
  /** Until then a slow start is forgiven. */
  static final Duration GRACE = Duration.ofMinutes(1);

  /** Bytes a second on average from the first byte on; the slowest mobile line brings more. */
  static final long SLOWEST = 1024;

  private final String path;
  private final LongSupplier nanos;
  private long waited;
  private long received;

  /**
   * @param nanos a clock such as {@link System#nanoTime}
   */
  PacedInput(String path, InputStream in, LongSupplier nanos) {
    super(in);
    this.path = path;
    this.nanos = nanos;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    long start = nanos.getAsLong();
    int count = super.read(buffer, offset, length);
    waited += nanos.getAsLong() - start;
    count(Math.max(0, count));
    return count;
  }

  /** Reads what is skipped, as skipping waits no less than reading. */
  @Override
  public long skip(long count) throws IOException {
    byte[] skipped = new byte[(int) Math.min(8_192, Math.max(0, count))];
    return Math.max(0, read(skipped, 0, skipped.length));
  }

  private void count(int bytes) throws FetchException {
    received += bytes;
    Duration passed = Duration.ofNanos(waited);
    if (passed.compareTo(GRACE) > 0 && received < passed.toSeconds() * SLOWEST) {
      throw new FetchException(
          path,
          "the line is too slow: %d bytes of %s in %d s"
              .formatted(received, path, passed.toSeconds()));
    }
  }
}
