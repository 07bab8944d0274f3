package org.openhall.repository.metadata;

import java.time.Instant;
import java.util.Map;

/**
 * Which keys may sign which role (specification §4.3).
 *
 * @param consistentSnapshot whether file names carry a version or a hash in front
 * @param keys every key by its id
 * @param roles the four top-level roles, none absent
 */
public record Root(
    long version,
    Instant expires,
    boolean consistentSnapshot,
    Map<KeyId, Key> keys,
    Map<TopRole, RoleKeys> roles)
    implements Metadata {

  public Root {
    keys = Map.copyOf(keys);
    roles = Map.copyOf(roles);
  }

  @Override
  public TopRole role() {
    return TopRole.ROOT;
  }

  /** Whose signatures count for a role. */
  public Authority authority(TopRole role) {
    RoleKeys named = roles.getOrDefault(role, RoleKeys.NOBODY);
    return Authority.of(role.roleName(), named, keys);
  }
}
