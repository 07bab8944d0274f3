package org.openhall.content.codec;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/**
 * What a release consists of; the signed repository serves it as the target {@link #TARGET}.
 *
 * @param release number of the release, 1 and up, growing
 * @param publishedAt when the office published it
 * @param office the office's name as shown to citizens
 * @param channels its channels
 */
public record ReleaseManifest(
    long release, Instant publishedAt, String office, List<Channel> channels) {
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
   */
  public record Channel(String name, String title, long records, String stateDigest, Pack full) {}

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
  }

  /** Canonical JSON. */
  public byte[] toJson() {
    return Json.write(
        new Members()
            .with("release", release)
            .with("publishedAt", publishedAt.toString())
            .with("office", office)
            .with("channels", channels, ReleaseManifest::writeChannel)
            .json());
  }

  private static Map<String, Object> writeChannel(Channel channel) {
    Pack full = channel.full();
    return new Members()
        .with("name", channel.name())
        .with("title", channel.title())
        .with("records", channel.records())
        .with("stateDigest", channel.stateDigest())
        .with(
            "full",
            new Members()
                .with("target", full.target())
                .with("length", full.length())
                .with("sha256", full.sha256())
                .json())
        .json();
  }

  /** Reads a manifest; fields of later versions are passed over. */
  public static ReleaseManifest fromJson(byte[] json) throws MalformedManifestException {
    try {
      Fields f = new Fields(Json.readObject(json), "");
      return new ReleaseManifest(
          f.count("release"),
          instant(f, "publishedAt"),
          f.text("office"),
          f.objects("channels", ReleaseManifest::readChannel));
    } catch (MalformedRecordException e) {
      throw new MalformedManifestException("Not a release manifest: " + e.getMessage());
    }
  }

  private static Instant instant(Fields f, String name) throws MalformedRecordException {
    try {
      return Instant.parse(f.text(name));
    } catch (DateTimeParseException e) {
      throw f.fault(name, "must be an instant such as 2026-11-01T08:00:00Z");
    }
  }

  private static Channel readChannel(Fields f) throws MalformedRecordException {
    return new Channel(
        f.text("name"),
        f.text("title"),
        f.count("records"),
        f.text("stateDigest"),
        f.object("full", p -> new Pack(p.text("target"), p.count("length"), p.text("sha256"))));
  }
}
