package org.openhall.repository.metadata;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One file that the repository distributes (specification §4.5).
 *
 * @param name path of the target, segments divided by {@code /}; not to be used as a path on a disk
 *     before {@link MetadataReader#isTargetName} agreed
 * @param length bytes
 * @param hashes hex digests by algorithm, such as {@code sha256}; at least one
 * @param custom what the publisher adds for its own readers, an object; empty where absent
 */
public record TargetFile(String name, long length, Map<String, String> hashes, JsonNode custom) {

  public TargetFile {
    hashes = Map.copyOf(hashes);
  }

  /** A file known by its SHA-256 alone, as this office publishes. */
  public TargetFile(String name, long length, String sha256) {
    this(name, length, Map.of("sha256", sha256), JsonNodeFactory.instance.objectNode());
  }

  /** 64 lower-case hex digits; empty where it is published under other hashes only. */
  public String sha256() {
    return hashes.getOrDefault("sha256", "");
  }

  /**
   * Where a repository with consistent snapshots keeps it: one of its hashes stands before the file
   * name.
   */
  public String consistentPath() {
    int slash = name.lastIndexOf('/') + 1;
    Optional<String> other = new TreeMap<>(hashes).values().stream().findFirst();
    String hash = hashes.getOrDefault("sha256", other.orElse(""));
    return name.substring(0, slash) + hash + "." + name.substring(slash);
  }
}
