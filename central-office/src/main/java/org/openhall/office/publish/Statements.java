package org.openhall.office.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.metadata.Delegations;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Targets;
import org.openhall.repository.publisher.RepositoryPublisher;

/**
 * What editors and reviewers say of a release.
 *
 * @param said statements that wait to be published, by role
 * @param verified what counts of these, and of those published before where no release waits
 */
record Statements(Map<String, byte[]> said, Map<String, Targets> verified) {
  static final List<String> ROLES = List.of(FourEyes.EDITORS, FourEyes.REVIEWERS);

  /**
   * Of the draft.
   *
   * @param isRelease whether a release waits; else the one that is out is signed again
   */
  static Statements of(Draft draft, RepositoryPublisher repository, boolean isRelease)
      throws IOException, RepositoryException {
    Map<String, byte[]> said = new HashMap<>();
    Map<String, Targets> verified = new HashMap<>();
    for (String role : ROLES) {
      Optional<byte[]> statement = draft.statement(role);
      statement.ifPresent(bytes -> said.put(role, bytes));
      Optional<Targets> word =
          statement.isPresent() ? repository.verified(role, statement.get()) : Optional.empty();
      if (word.isEmpty() && !isRelease) {
        said.remove(role);
        word = repository.published(role);
      }
      word.ifPresent(targets -> verified.put(role, targets));
    }
    return new Statements(said, verified);
  }

  /** By the rule by which terminals judge. */
  FourEyes.Verdict verdict(Delegations delegations) {
    return FourEyes.judge(
        ReleaseManifest.TARGET,
        delegations,
        Optional.ofNullable(verified.get(FourEyes.EDITORS)),
        Optional.ofNullable(verified.get(FourEyes.REVIEWERS)));
  }

  /** The roles of which nothing counts. */
  List<String> missing() {
    List<String> missing = new ArrayList<>(ROLES);
    missing.removeAll(verified.keySet());
    return missing;
  }
}
