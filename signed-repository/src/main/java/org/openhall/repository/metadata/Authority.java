package org.openhall.repository.metadata;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may sign for a top-level or delegated role: its keys, resolved, and its threshold.
 *
 * @param role the role's name, for messages
 */
public record Authority(String role, Map<KeyId, Key> keys, int threshold) {

  public Authority {
    keys = Map.copyOf(keys);
  }

  static Authority of(String role, RoleKeys named, Map<KeyId, Key> known) {
    Map<KeyId, Key> keys = new HashMap<>();
    for (KeyId id : named.keyIds()) {
      Key key = known.get(id);
      if (key != null) {
        keys.put(id, key);
      }
    }
    return new Authority(role, keys, named.threshold());
  }

  /** Whether none of the keys of {@code earlier} is withdrawn, whatever ids they have. */
  public boolean hasAllKeysOf(Authority earlier) {
    return identities(this).containsAll(identities(earlier));
  }

  /** Whether one key counts for both, whatever ids it has and however it is written. */
  public boolean sharesKeyWith(Authority other) {
    Set<String> shared = new HashSet<>(identities(this));
    shared.retainAll(identities(other));
    return !shared.isEmpty();
  }

  private static Set<String> identities(Authority authority) {
    return authority.keys.values().stream()
        .flatMap(key -> key.identity().stream())
        .collect(Collectors.toSet());
  }
}
