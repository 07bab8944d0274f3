package org.openhall.content.codec;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a release consists of; the signed repository serves it as the target {@link #TARGET}.
 *
 * @param release number of the release, 1 and up, growing
 * @param publishedAt when the office published it
 * @param office the office's name as shown to citizens
 * @param staleAfterDays how old the release may become before terminals say that it may be out of
 *     date, {@link #SHORTEST_STALE} to {@link #LONGEST_STALE} days
 * @param intakeKey the key to which what is personal is sealed on its way to the office, opaque
 *     here, or null where the office takes nothing personal
 * @param channels its channels
 */
public record ReleaseManifest(
    long release,
    Instant publishedAt,
    String office,
    int staleAfterDays,
    @Nullable String intakeKey,
    List<Channel> channels) {
  /** Offices update once a week (一周一更新) unless they say otherwise. */
  public static final int USUAL_STALE = 7;

  public static final int SHORTEST_STALE = 1;
  public static final int LONGEST_STALE = 365;

  /** Name of the target that holds the manifest. */
  public static final String TARGET = "manifest.json";

  /**
   * A channel: one body of records that terminals subscribe to.
   *
   * @param name short name, e.g. {@code city}
   * @param title the name as shown
   * @param records how many records its state holds
   * @param stateDigest {@link StateDigest} of these records
   * @param full the pack that holds them all
   * @param deltas net deltas that lead to this state, each from another state
   */
  public record Channel(
      String name, String title, long records, String stateDigest, Pack full, List<Delta> deltas) {
    public Channel {
      deltas = List.copyOf(deltas);
    }

    /** A channel that has nothing but its full pack. */
    public Channel(String name, String title, long records, String stateDigest, Pack full) {
      this(name, title, records, stateDigest, full, List.of());
    }

    /** The same state, made of other packs. */
    public Channel of(Pack full, List<Delta> deltas) {
      return new Channel(name, title, records, stateDigest, full, deltas);
    }

    /** The delta from a state, if there is one. */
    public Optional<Delta> deltaFrom(String stateDigest) {
      return deltas.stream().filter(d -> d.fromDigest().equals(stateDigest)).findFirst();
    }

    /** Every pack it names, the full one first. */
    public List<Pack> packs() {
      return Stream.concat(Stream.of(full), deltas.stream().map(Delta::pack)).toList();
    }
  }

  /**
   * A net delta: what differs between two states, however many releases lie between them.
   *
   * @param fromRelease the release that it leads away from
   * @param fromDigest {@link StateDigest} of the channel at that release
   * @param pack as {@link DeltaWriter} writes it
   */
  public record Delta(long fromRelease, String fromDigest, Pack pack) {}

  /**
   * A pack as a target of the repository.
   *
   * @param target the target's name, {@code packs/<sha256>.pack}
   * @param length bytes
   * @param sha256 lower-case hex
   */
  public record Pack(String target, long length, String sha256) {
    /** The pack with this hash under the name that follows from it. */
    public static Pack of(String sha256, long length) {
      return new Pack("packs/" + sha256 + ".pack", length, sha256);
    }
  }

  public ReleaseManifest {
    channels = List.copyOf(channels);
    if (staleAfterDays < SHORTEST_STALE || staleAfterDays > LONGEST_STALE) {
      throw new IllegalArgumentException("staleAfterDays: " + staleAfterDays);
    }
  }

  /** One of an office that takes nothing personal. */
  public ReleaseManifest(
      long release,
      Instant publishedAt,
      String office,
      int staleAfterDays,
      List<Channel> channels) {
    this(release, publishedAt, office, staleAfterDays, null, channels);
  }

  /** One of an office that updates once a week, too. */
  public ReleaseManifest(long release, Instant publishedAt, String office, List<Channel> channels) {
    this(release, publishedAt, office, USUAL_STALE, channels);
  }

  /** The same release with other channels. */
  public ReleaseManifest with(List<Channel> others) {
    return new ReleaseManifest(release, publishedAt, office, staleAfterDays, intakeKey, others);
  }

  /** Every pack that its channels name. */
  public Stream<Pack> packs() {
    return channels.stream().flatMap(channel -> channel.packs().stream());
  }

  /** Canonical JSON. */
  public byte[] toJson() {
    return Json.write(
        new Members()
            .with("release", release)
            .with("publishedAt", publishedAt.toString())
            .with("office", office)
            .with("staleAfterDays", staleAfterDays)
            .with("intakeKey", intakeKey)
            .with("channels", channels, ReleaseManifest::writeChannel)
            .json());
  }

  private static Map<String, Object> writeChannel(Channel channel) {
    return new Members()
        .with("name", channel.name())
        .with("title", channel.title())
        .with("records", channel.records())
        .with("stateDigest", channel.stateDigest())
        .with("full", writePack(channel.full()))
        .with("deltas", channel.deltas(), ReleaseManifest::writeDelta)
        .json();
  }

  private static Map<String, Object> writePack(Pack pack) {
    return new Members()
        .with("target", pack.target())
        .with("length", pack.length())
        .with("sha256", pack.sha256())
        .json();
  }

  private static Map<String, Object> writeDelta(Delta delta) {
    return new Members()
        .with("fromRelease", delta.fromRelease())
        .with("fromDigest", delta.fromDigest())
        .with("length", delta.pack().length())
        .with("sha256", delta.pack().sha256())
        .json();
  }

  /** Reads a manifest; fields of later versions are passed over. */
  public static ReleaseManifest fromJson(byte[] json) throws MalformedManifestException {
    try {
      Fields f = new Fields(Json.readObject(json), "");
      return new ReleaseManifest(
          f.count("release"),
          f.instant("publishedAt"),
          f.text("office"),
          readStale(f),
          f.optionalValue("intakeKey", Values::text).map(String.class::cast).orElse(null),
          f.objects("channels", ReleaseManifest::readChannel));
    } catch (MalformedRecordException e) {
      throw new MalformedManifestException("Not a release manifest: " + e.getMessage());
    }
  }

  /** Releases of former offices do not say it. */
  private static int readStale(Fields f) throws MalformedRecordException {
    Optional<Object> value = f.optionalValue("staleAfterDays", Values::count);
    long days = value.map(Long.class::cast).orElse((long) USUAL_STALE);
    return Math.clamp(days, SHORTEST_STALE, LONGEST_STALE);
  }

  private static Channel readChannel(Fields f) throws MalformedRecordException {
    return new Channel(
        f.text("name"),
        f.text("title"),
        f.count("records"),
        f.text("stateDigest"),
        f.object("full", p -> new Pack(p.text("target"), p.count("length"), p.text("sha256"))),
        readDeltas(f));
  }

  /** Releases of former offices have none. */
  private static List<Delta> readDeltas(Fields f) throws MalformedRecordException {
    return f.optionalObjects("deltas", ReleaseManifest::readDelta).orElse(List.of());
  }

  private static Delta readDelta(Fields f) throws MalformedRecordException {
    Pack pack = Pack.of(f.text("sha256"), f.count("length"));
    return new Delta(f.count("fromRelease"), f.text("fromDigest"), pack);
  }
}
