package org.openhall.repository.client;

import java.util.Optional;
import org.openhall.repository.metadata.DelegatedRole;
import org.openhall.repository.metadata.Delegations;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.metadata.Targets;

/**
 * The four-eyes rule: a file is to be believed only where two roles without a common key say the
 * same of it. A threshold cannot say this: it counts keys, not the roles of people. Pure; whether
 * the roles' metadata is signed rightly is for {@link TrustedMetadataSet} to judge, before.
 */
public final class FourEyes {
  /** The role of those who write releases. */
  public static final String EDITORS = "editors";

  /** The role of those who look at them before they go out. */
  public static final String REVIEWERS = "reviewers";

  private FourEyes() {}

  /** What comes of it. */
  public sealed interface Verdict {}

  /** Both say this of the file. */
  public record Agreed(TargetFile file) implements Verdict {}

  /** Nobody was named to sign the file in this role. */
  public record NotDelegated(String role) implements Verdict {}

  /** One key may sign in both roles: the two are one. */
  public record SharedKey() implements Verdict {}

  /** This role says nothing of the file. */
  public record Unsigned(String role) implements Verdict {}

  /** They say different things of the file. */
  public record Disagreed() implements Verdict {}

  /**
   * Judges one file.
   *
   * @param delegations to whom the top-level targets role leaves names
   * @param editors the verified metadata of {@link #EDITORS}, empty where there is none
   * @param reviewers that of {@link #REVIEWERS}
   */
  public static Verdict judge(
      String target,
      Delegations delegations,
      Optional<Targets> editors,
      Optional<Targets> reviewers) {
    if (!mayName(delegations, EDITORS, target)) {
      return new NotDelegated(EDITORS);
    } else if (!mayName(delegations, REVIEWERS, target)) {
      return new NotDelegated(REVIEWERS);
    } else if (delegations.authority(EDITORS).sharesKeyWith(delegations.authority(REVIEWERS))) {
      return new SharedKey();
    }
    Optional<TargetFile> first = editors.map(said -> said.targets().get(target));
    Optional<TargetFile> second = reviewers.map(said -> said.targets().get(target));
    if (first.isEmpty() || second.isEmpty()) {
      return new Unsigned(first.isEmpty() ? EDITORS : REVIEWERS);
    }
    return sameBytes(first.get(), second.get()) ? new Agreed(first.get()) : new Disagreed();
  }

  private static boolean mayName(Delegations delegations, String role, String target) {
    return delegations.role(role).map(DelegatedRole::names).stream().anyMatch(n -> n.hold(target));
  }

  /** By the hash that both must give; what else one of them adds does not matter. */
  private static boolean sameBytes(TargetFile first, TargetFile second) {
    return first.length() == second.length()
        && !first.sha256().isEmpty()
        && first.sha256().equals(second.sha256());
  }
}
