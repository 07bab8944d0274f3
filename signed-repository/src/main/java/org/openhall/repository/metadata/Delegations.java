package org.openhall.repository.metadata;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * To whom a targets role leaves some names (specification §4.5).
 *
 * @param keys every key of the delegated roles by its id
 * @param roles in the order in which they are asked; no name twice
 */
public record Delegations(Map<KeyId, Key> keys, List<DelegatedRole> roles) {

  /** A role that keeps every name to itself. */
  public static final Delegations NONE = new Delegations(Map.of(), List.of());

  public Delegations {
    keys = Map.copyOf(keys);
    roles = List.copyOf(roles);
  }

  /** The role of this name, if anything is left to it. */
  public Optional<DelegatedRole> role(String name) {
    return roles.stream().filter(role -> role.name().equals(name)).findFirst();
  }

  /** Whose signatures count for a delegated role; nobody's where nothing is left to it. */
  public Authority authority(String name) {
    return Authority.of(name, role(name).map(DelegatedRole::signers).orElse(RoleKeys.NOBODY), keys);
  }
}
