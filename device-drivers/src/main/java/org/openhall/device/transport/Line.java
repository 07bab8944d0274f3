package org.openhall.device.transport;

import java.time.Duration;

/** An open two-way stream of bytes to a device. */
public interface Line extends Connection {

  /**
   * Reads what has come, waiting for the first byte at most the given time; zero takes only what is
   * there already.
   *
   * @return how many bytes were put into the buffer from the offset on; 0 if none came in time, or
   *     if the line was {@link #wake() woken}
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
}
