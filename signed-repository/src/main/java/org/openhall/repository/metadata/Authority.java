package org.openhall.repository.metadata;

import java.util.HashMap;
import java.util.Map;

/**
 * Who may sign for a role: its keys, resolved, and its threshold. Delegated roles will have one
 * too.
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
}
