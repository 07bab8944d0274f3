package org.openhall.agent.sync;

import org.openhall.content.store.BuildProgress;

/** Told how a run goes on, on the run's thread; of a snapshot being built, record by record. */
public interface SyncWatch extends BuildProgress {

  /** Listens to nothing. */
  SyncWatch NONE = new SyncWatch() {};

  /** A step begins. */
  default void entered(SyncStep step) {}

  /** So many bytes have come from the office in this run. */
  default void fetched(long bytes) {}
}
