package org.openhall.device;

import java.util.concurrent.CompletionStage;

/**
 * A command under way. It ends in exactly one outcome.
 *
 * @param <T> the sealed outcome
 */
public interface DeviceCommand<T> {

  /** Its number at its device, from 1 on; the device's events about it bear the same. */
  long id();

  /** Completes once, normally, on the device's thread. */
  CompletionStage<T> outcome();

  /**
   * Asks the device to stop; the outcome still comes, as cancelled or as what had already happened.
   */
  void cancel();
}
