package org.openhall.repository.metadata;

import java.time.Instant;
import java.util.Map;

/**
 * The files that may be downloaded, by name, and the roles to which further names are left
 * (specification §4.5). Top-level and delegated roles have the same form.
 */
public record Targets(
    long version, Instant expires, Map<String, TargetFile> targets, Delegations delegations)
    implements Metadata {

  public Targets {
    targets = Map.copyOf(targets);
  }

  /** Without delegations. */
  public Targets(long version, Instant expires, Map<String, TargetFile> targets) {
    this(version, expires, targets, Delegations.NONE);
  }

  @Override
  public TopRole role() {
    return TopRole.TARGETS;
  }
}
