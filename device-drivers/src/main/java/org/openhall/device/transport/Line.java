package org.openhall.device.transport;

import java.io.Closeable;
import java.time.Duration;

/** An open two-way stream of bytes to a device. Used by one thread; closed by any. */
public interface Line extends Closeable {

  /**
   * Reads what has come, waiting for the first byte at most the given time; zero takes only what is
   * there already.
   *
   * @return how many bytes were put into the buffer from the offset on; 0 if none came in time
   * @throws DeviceFaultException with LINE_LOST if the line is gone or was closed
   */
  int read(byte[] buffer, int offset, Duration timeout) throws DeviceFaultException;

  /**
   * Writes all bytes, or fails.
   *
   * @throws DeviceFaultException with LINE_LOST if the line is gone, was closed, or took no byte
   *     for five seconds; some bytes may have been sent then
   */
  void write(byte[] bytes) throws DeviceFaultException;

  /** Gives the port back; a read or write under way ends soon. Idempotent. */
  @Override
  void close();
}
