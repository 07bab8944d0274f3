package org.openhall.content.store;

/** Told now and then, on the builder's thread, how far a snapshot has come. */
public interface BuildProgress {
  /** Listens to nothing. */
  BuildProgress NONE = new BuildProgress() {};

  /** So many records have been taken in. */
  default void taken(long records) {}

  /** So many of them can be searched for; this half begins when all have been taken in. */
  default void indexed(long records) {}
}
