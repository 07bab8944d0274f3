package org.openhall.repository.metadata;

import java.time.Instant;
import java.util.Map;

/** The files that may be downloaded, by name (specification §4.5, without delegations). */
public record Targets(long version, Instant expires, Map<String, TargetFile> targets)
    implements Metadata {

  public Targets {
    targets = Map.copyOf(targets);
  }

  @Override
  public TopRole role() {
    return TopRole.TARGETS;
  }
}
