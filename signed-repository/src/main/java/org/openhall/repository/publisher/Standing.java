package org.openhall.repository.publisher;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.openhall.repository.metadata.Delegations;
import org.openhall.repository.metadata.Root;

/**
 * Who may sign now, and until when signatures hold.
 *
 * @param root the present root
 * @param delegations to whom the targets role leaves names
 * @param expires by role; a role that has not signed anything yet is absent
 * @param unsigned delegated roles whose published word no present key of theirs signed
 */
public record Standing(
    Root root, Delegations delegations, Map<String, Instant> expires, Set<String> unsigned) {
  public Standing {
    expires = Map.copyOf(expires);
    unsigned = Set.copyOf(unsigned);
  }
}
