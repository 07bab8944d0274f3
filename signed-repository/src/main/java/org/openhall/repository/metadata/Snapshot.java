package org.openhall.repository.metadata;

import java.time.Instant;
import java.util.Map;

/**
 * Which versions of all targets metadata belong together (specification §4.4).
 *
 * @param meta by file name without a version, such as {@code targets.json}
 */
public record Snapshot(long version, Instant expires, Map<String, MetaFile> meta)
    implements Metadata {

  public Snapshot {
    meta = Map.copyOf(meta);
  }

  @Override
  public TopRole role() {
    return TopRole.SNAPSHOT;
  }
}
