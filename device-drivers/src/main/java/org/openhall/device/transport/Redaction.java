package org.openhall.device.transport;

/**
 * Takes out of what goes over a line what is personal, before any of it is kept. Each connection
 * has one of its own, which is given all bytes in their order, as they come; so it may remember
 * where in a message it stands. The arrays that it is given are zeroed after the call.
 */
public interface Redaction {

  /** What may be kept of bytes that were sent; a new array. */
  byte[] sent(byte[] bytes);

  /** What may be kept of bytes that were received; a new array of the same length. */
  byte[] received(byte[] bytes);

  /** Keeps no more than how many bytes there were. For drivers that know no better. */
  static Redaction ofEverything() {
    return new Redaction() {
      @Override
      public byte[] sent(byte[] bytes) {
        return new byte[bytes.length];
      }

      @Override
      public byte[] received(byte[] bytes) {
        return new byte[bytes.length];
      }
    };
  }
}
