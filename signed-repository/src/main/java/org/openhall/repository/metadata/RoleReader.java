package org.openhall.repository.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openhall.repository.metadata.DelegatedRole.HashPrefixes;
import org.openhall.repository.metadata.DelegatedRole.Names;
import org.openhall.repository.metadata.DelegatedRole.Patterns;
import org.openhall.repository.metadata.RepositoryException.Malformed;
import tools.jackson.databind.JsonNode;

/** Reads who may sign: keys, roles, delegations. */
final class RoleReader {

  private RoleReader() {}

  /**
   * The keys of {@code owner}. A key's id is a name that the owner gives it: equal keys under two
   * ids still count once, see {@link Signed#verify}.
   */
  static Map<KeyId, Key> keys(Fields owner) throws Malformed {
    Map<KeyId, Key> keys = new HashMap<>();
    for (Map.Entry<String, Fields> entry : owner.objects("keys").entrySet()) {
      keys.put(new KeyId(entry.getKey()), key(entry.getValue()));
    }
    return keys;
  }

  static RoleKeys roleKeys(Fields role) throws Malformed {
    return new RoleKeys(keyIds(role), threshold(role));
  }

  static Delegations delegations(Fields targets) throws Malformed {
    if (!targets.has("delegations")) {
      return Delegations.NONE;
    }
    Fields delegations = targets.object("delegations");
    List<DelegatedRole> roles = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Fields role : delegations.objectsOf("roles")) {
      if (!names.add(role.text("name"))) {
        throw role.malformed("name", "is there twice: " + role.text("name"));
      }
      roles.add(delegatedRole(role));
    }
    return new Delegations(keys(delegations), roles);
  }

  private static DelegatedRole delegatedRole(Fields role) throws Malformed {
    String name = role.text("name");
    if (!DelegatedRole.isRoleName(name)) {
      throw role.malformed("name", "is empty, too long, or a top-level role: " + name);
    }
    return new DelegatedRole(name, roleKeys(role), role.flag("terminating", false), names(role));
  }

  /** Exactly one of the two; neither leaves no name to the role. */
  private static Names names(Fields role) throws Malformed {
    boolean hashed = role.has("path_hash_prefixes");
    if (hashed && role.has("paths")) {
      throw role.malformed("paths", "and path_hash_prefixes exclude each other");
    }
    if (hashed) {
      return new HashPrefixes(role.texts("path_hash_prefixes"));
    }
    return new Patterns(role.has("paths") ? role.texts("paths") : List.of());
  }

  private static Key key(Fields key) throws Malformed {
    String type = key.text("keytype");
    String scheme = key.text("scheme");
    return new Key(type, scheme, key.object("keyval").textOr("public", ""));
  }

  private static int threshold(Fields role) throws Malformed {
    return (int) Math.min(Integer.MAX_VALUE, role.number("threshold", 1));
  }

  private static Set<KeyId> keyIds(Fields role) throws Malformed {
    Set<KeyId> ids = new HashSet<>();
    for (JsonNode node : role.array("keyids")) {
      if (!node.isString() || !ids.add(new KeyId(node.stringValue()))) {
        throw role.malformed("keyids", "holds something twice, or something that is no string");
      }
    }
    return ids;
  }
}
