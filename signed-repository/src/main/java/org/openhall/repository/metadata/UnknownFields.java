package org.openhall.repository.metadata;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries what this version does not know from an older form of metadata into its new one: who
 * writes metadata again must not lose it (specification §4).
 */
final class UnknownFields {
  /** What the records of this package know, at any level; whether it stays is theirs to say. */
  private static final Set<String> KNOWN =
      Set.of(
          "_type",
          "spec_version",
          "version",
          "expires",
          "consistent_snapshot",
          "keys",
          "roles",
          "meta",
          "targets",
          "delegations",
          "length",
          "hashes",
          "custom",
          "keytype",
          "scheme",
          "keyval",
          "public",
          "keyids",
          "threshold",
          "name",
          "terminating",
          "paths",
          "path_hash_prefixes");

  /** Objects whose members are named by the publisher, each an object with fields of its own. */
  private static final Set<String> COLLECTIONS = Set.of("keys", "roles", "meta", "targets");

  private static final Set<String> PARTS = Set.of("delegations", "keyval");

  private UnknownFields() {}

  static void carry(JsonNode before, ObjectNode after) {
    for (Map.Entry<String, JsonNode> field : before.properties()) {
      String name = field.getKey();
      if (!KNOWN.contains(name)) {
        after.set(name, field.getValue());
      } else if (COLLECTIONS.contains(name)) {
        carryMembers(field.getValue(), after.path(name));
      } else if (PARTS.contains(name) && after.path(name) instanceof ObjectNode part) {
        carry(field.getValue(), part);
      }
    }
  }

  private static void carryMembers(JsonNode before, JsonNode after) {
    for (Map.Entry<String, JsonNode> member : after.properties()) {
      if (member.getValue() instanceof ObjectNode entry) {
        carry(before.path(member.getKey()), entry);
      }
    }
    for (JsonNode listed : after.isArray() ? after : Set.<JsonNode>of()) {
      for (JsonNode earlier : before) {
        if (listed instanceof ObjectNode entry && earlier.path("name").equals(entry.path("name"))) {
          carry(earlier, entry);
        }
      }
    }
  }
}
