package org.openhall.repository.metadata;

import java.time.Instant;

/** The signed part of one metadata file. */
public sealed interface Metadata permits Root, Timestamp, Snapshot, Targets {

  /** The role that must have signed it. */
  TopRole role();

  /** 1 and up; grows with every change. */
  long version();

  /** From this instant on it must not be used to accept anything new. */
  Instant expires();
}
