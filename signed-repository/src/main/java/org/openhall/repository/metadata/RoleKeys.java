package org.openhall.repository.metadata;

import java.util.Set;

/**
 * The keys of a role by id, and how many different ones must sign.
 *
 * @param threshold 1 and up
 */
public record RoleKeys(Set<KeyId> keyIds, int threshold) {

  /** A role that nobody can sign for. */
  static final RoleKeys NOBODY = new RoleKeys(Set.of(), Integer.MAX_VALUE);

  public RoleKeys {
    keyIds = Set.copyOf(keyIds);
  }
}
