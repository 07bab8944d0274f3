package org.openhall.link.envelope;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes about a person, in memory and nowhere else: never text, never shown, overwritten when
 * closed.
 */
public final class Personal implements AutoCloseable {
  private final byte[] bytes;
  private boolean closed;

  private Personal(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes these bytes over; the caller keeps no other copy. */
  public static Personal takeOver(byte[] bytes) {
    return new Personal(bytes);
  }

  /** How many there are. */
  public int length() {
    return bytes.length;
  }

  /**
   * The bytes themselves, to be read only; overwritten when this is closed.
   *
   * @throws IllegalStateException after that
   */
  public ByteBuffer read() {
    return ByteBuffer.wrap(open()).asReadOnlyBuffer();
  }

  byte[] open() {
    if (closed) {
      throw new IllegalStateException("it has been overwritten");
    }
    return bytes;
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
    closed = true;
  }

  /** Never shows them. */
  @Override
  public String toString() {
    return "Personal[…]";
  }
}
