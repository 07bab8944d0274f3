package org.openhall.device.transport;

import org.openhall.device.DeviceHealth;

/**
 * One command as the device's thread does it. Exactly one of the three methods gives the outcome,
 * but for a run that ends by an exception: then one of the others does.
 *
 * @param <C> the connection that it works on
 * @param <T> the sealed outcome
 */
public interface DeviceJob<C extends Connection, T> {

  /** What it does, in a word, e.g. {@code read}; in events and traces. */
  String name();

  /**
   * Does the work. Asks whether it is still wanted before anything that cannot be taken back, and
   * after every wait on the connection: a cancel {@link Connection#wake wakes} it.
   *
   * @throws DeviceFaultException if the connection is of no more use; it is dropped and opened anew
   * @throws CommandCancelledException if it is no longer wanted and nothing came of it
   */
  T run(C connection, CommandRun run) throws DeviceFaultException, CommandCancelledException;

  /** The outcome where the device could not be reached, or where {@link #run} failed. */
  T failed(DeviceHealth health);

  /** The outcome where the command was cancelled before anything came of it. */
  T cancelled();
}
