package org.openhall.repository.client;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openhall.repository.metadata.DelegatedRole;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.metadata.Targets;

/**
 * The search for a target through the delegations: pre-order, depth first, in the order in which
 * roles are listed (§5.6.7).
 */
final class TargetSearch {
  /** Delegated roles that one search looks into at most (§5.6.7.1). */
  static final int MOST_ROLES = 32;

  private final Loader loader;
  private final Set<String> visited = new HashSet<>();
  private final Deque<Delegation> ahead = new ArrayDeque<>();

  /** Brings the metadata of a delegated role, verified under its delegator's keys. */
  interface Loader {
    Targets load(String role, Targets delegator) throws RepositoryException, IOException;
  }

  private record Delegation(String role, Targets delegator) {}

  TargetSearch(Loader loader) {
    this.loader = loader;
  }

  /**
   * @param top the top-level targets metadata
   * @throws RepositoryException where a role's metadata is not to be believed: the search ends
   */
  Optional<TargetFile> find(String name, Targets top) throws RepositoryException, IOException {
    Optional<TargetFile> found = lookInto(top, name);
    while (found.isEmpty() && !ahead.isEmpty() && visited.size() < MOST_ROLES) {
      Delegation next = ahead.pop();
      if (visited.add(next.role())) { // a role seen before closes a cycle
        found = lookInto(loader.load(next.role(), next.delegator()), name);
      }
    }
    return found;
  }

  private Optional<TargetFile> lookInto(Targets metadata, String name) {
    TargetFile found = metadata.targets().get(name);
    if (found == null) {
      descend(metadata, name);
    }
    return Optional.ofNullable(found);
  }

  /** Puts the roles that the name is left to in front of all others. */
  private void descend(Targets metadata, String name) {
    List<Delegation> covering = new ArrayList<>();
    for (DelegatedRole role : metadata.delegations().roles()) {
      if (role.names().hold(name)) {
        covering.add(new Delegation(role.name(), metadata));
        if (role.terminating()) { // §5.6.7.2.1: nobody else is asked any more
          ahead.clear();
          break;
        }
      }
    }
    covering.reversed().forEach(ahead::push);
  }
}
