package org.openhall.agent.sync;

/** Told how a run goes on, on the run's thread. */
public interface SyncWatch {

  /** Listens to nothing. */
  SyncWatch NONE = new SyncWatch() {};

  /** A step begins. */
  default void entered(SyncStep step) {}

  /** So many bytes have come from the office in this run. */
  default void fetched(long bytes) {}

  /** So many records are in the snapshot being built. */
  default void built(long records) {}
}
