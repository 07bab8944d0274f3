package org.openhall.device.transport;

import org.openhall.device.DeviceHealth;

/**
 * One command as the device's thread does it. Exactly one of the three methods gives the outcome,
 * but for a run that fails: then {@link #failed} does.
 *
 * @param <T> the sealed outcome
 */
public interface DeviceJob<T> {

  /**
   * Does the work. Asks the cancellation before anything that cannot be taken back.
   *
   * @throws DeviceFaultException if the line is of no more use; it is dropped and opened anew
   */
  T run(Line line, Cancellation cancellation) throws DeviceFaultException;

  /** The outcome where the line could not be opened, or where {@link #run} failed. */
  T failed(DeviceHealth health);

  /** The outcome where the command was cancelled before it was begun. */
  T cancelled();
}
