package org.openhall.repository.metadata;

import java.time.Instant;

/** Which snapshot is the newest (specification §4.6). */
public record Timestamp(long version, Instant expires, MetaFile snapshot) implements Metadata {

  @Override
  public TopRole role() {
    return TopRole.TIMESTAMP;
  }
}
