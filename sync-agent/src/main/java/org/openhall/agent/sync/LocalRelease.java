package org.openhall.agent.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.ReleaseManifest.Channel;
import org.openhall.content.codec.ReleaseManifest.Delta;

/** Which packs a terminal makes a release of: full ones, and the deltas that follow upon them. */
final class LocalRelease {
  private LocalRelease() {}

  /** The release made of its full packs alone. */
  static ReleaseManifest whole(ReleaseManifest release) {
    return release.with(release.channels().stream().map(c -> c.of(c.full(), List.of())).toList());
  }

  /**
   * The release made of what the one shown is made of and one more delta for each channel that has
   * changed; empty if there is none.
   */
  static Optional<ReleaseManifest> continued(ReleaseManifest release, ReleaseManifest shown) {
    if (!hasSameChannels(release, shown)) {
      return Optional.empty();
    }
    List<Channel> channels = new ArrayList<>();
    for (Channel channel : release.channels()) {
      continued(channel, named(shown, channel.name())).ifPresent(channels::add);
    }
    return channels.size() == release.channels().size()
        ? Optional.of(release.with(channels))
        : Optional.empty();
  }

  /** The release reduced to some channels; empty if it has none of them. */
  static Optional<ReleaseManifest> subscribed(ReleaseManifest release, List<String> wanted) {
    List<Channel> taken =
        release.channels().stream().filter(channel -> wanted.contains(channel.name())).toList();
    return taken.isEmpty() ? Optional.empty() : Optional.of(release.with(taken));
  }

  static boolean hasSameChannels(ReleaseManifest release, ReleaseManifest other) {
    return names(release).equals(names(other));
  }

  private static Optional<Channel> continued(Channel channel, Channel shown) {
    if (shown.stateDigest().equals(channel.stateDigest())) {
      return Optional.of(channel.of(shown.full(), shown.deltas()));
    }
    return channel
        .deltaFrom(shown.stateDigest())
        .map(delta -> channel.of(shown.full(), joined(shown.deltas(), delta)));
  }

  private static List<Delta> joined(List<Delta> chain, Delta last) {
    List<Delta> joined = new ArrayList<>(chain);
    joined.add(last);
    return joined;
  }

  /** The channels of a release whose state is not the one that it has in another. */
  static List<Channel> changed(ReleaseManifest release, ReleaseManifest before) {
    return release.channels().stream()
        .filter(c -> !named(before, c.name()).stateDigest().equals(c.stateDigest()))
        .toList();
  }

  private static Set<String> names(ReleaseManifest release) {
    return release.channels().stream().map(Channel::name).collect(Collectors.toSet());
  }

  private static Channel named(ReleaseManifest release, String name) {
    return release.channels().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }
}
