package org.openhall.agent.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openhall.agent.text.Sentence;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.link.status.Refusal.Rule;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.client.Sources;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.TargetFile;

/** Brings the manifest of the newest release, if two people signed it. */
final class ManifestFetch {
  /** A manifest names a handful of channels; a longer one is no manifest. */
  private static final long LARGEST_MANIFEST = 1 << 20;

  /** The decision that asks for two signatures. */
  private static final String FOUR_EYES = "0017";

  private final Terminal terminal;
  private final Updater updater;
  private final Sources targets;

  ManifestFetch(Terminal terminal, Updater updater, Sources targets) {
    this.terminal = terminal;
    this.updater = updater;
    this.targets = targets;
  }

  /** The manifest, reduced to the channels of this terminal. */
  ReleaseManifest run() throws RepositoryException, IOException, RefusedException {
    TargetFile target = agreed(ReleaseManifest.TARGET);
    if (target.length() > LARGEST_MANIFEST) {
      throw new RefusedException(
          Sentence.of("refused.manifest-size", target.length()),
          Breach.of(ReleaseManifest.TARGET, Rule.SIZE).met(target.length()));
    }
    Path file = updater.download(target, targets, terminal.repository());
    try {
      return subscribed(ReleaseManifest.fromJson(Files.readAllBytes(file)));
    } catch (MalformedManifestException e) {
      throw new RefusedException(
          Sentence.of("refused.malformed", ReleaseManifest.TARGET, e.getMessage()),
          Breach.of(ReleaseManifest.TARGET, Rule.FORM));
    }
  }

  private ReleaseManifest subscribed(ReleaseManifest all) throws RefusedException {
    List<String> wanted = terminal.identity().channels();
    Optional<ReleaseManifest> taken = LocalRelease.subscribed(all, wanted);
    if (taken.isEmpty()) {
      throw new RefusedException(
          Sentence.of("refused.channels", all.release(), String.join(", ", wanted)),
          Breach.of(ReleaseManifest.TARGET, Rule.CHANNELS).met(all.release()));
    }
    return taken.get();
  }

  /** What editors and reviewers say alike of a file, see {@link FourEyes}. */
  private TargetFile agreed(String name) throws RepositoryException, IOException, RefusedException {
    FourEyes.Verdict verdict =
        FourEyes.judge(
            name,
            updater.delegations(),
            updater.role(FourEyes.EDITORS),
            updater.role(FourEyes.REVIEWERS));
    return switch (verdict) {
      case FourEyes.Agreed(TargetFile file) -> file;
      case FourEyes.NotDelegated(String role) -> throw oneEye(role, "not-delegated", role);
      case FourEyes.Unsigned(String role) -> throw oneEye(role, "unsigned", role, name);
      case FourEyes.SharedKey() -> throw oneEye(name, "shared-key");
      case FourEyes.Disagreed() -> throw oneEye(name, "disagreed", name);
    };
  }

  private static RefusedException oneEye(String file, String key, Object... arguments) {
    return new RefusedException(
        Sentence.of("refused.four-eyes." + key, arguments),
        new Breach(file, Rule.FOUR_EYES, FOUR_EYES, null));
  }
}
