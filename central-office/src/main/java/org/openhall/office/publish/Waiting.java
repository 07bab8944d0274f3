package org.openhall.office.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.office.publish.ReleaseStates.Change;

/**
 * The release that waits for signatures, given out so that whoever signs can compute what they sign
 * from its records ({@code static/desk/files/signing/release.js}).
 */
public final class Waiting {
  private static final HexFormat HEX = HexFormat.of();

  private final byte[] manifest;
  private final NavigableMap<String, Change> changes;
  private final ReleaseStates states;
  private final Packs packs;

  /**
   * Where packs lie.
   *
   * @param waiting folder of the release that waits
   * @param last the full pack of the release that is out, empty before the first
   */
  record Packs(Path waiting, Optional<Path> last) {}

  Waiting(
      byte[] manifest, NavigableMap<String, Change> changes, ReleaseStates states, Packs packs) {
    this.manifest = manifest;
    this.changes = changes;
    this.states = states;
    this.packs = packs;
  }

  /** What is to be signed. */
  public byte[] manifest() {
    return manifest.clone();
  }

  /** The same, read. */
  public ReleaseManifest release() throws IOException {
    return Draft.read(manifest);
  }

  /** How much it changes. */
  public Changes changes() {
    return Changes.of(changes);
  }

  /** The state of the release that is out: a line is id, space, SHA-256 in hex; by ascending id. */
  public void writeBefore(OutputStream stream) throws IOException, SQLException {
    OutputStream out = new BufferedOutputStream(stream);
    try (ReleaseStates.Walk walk = states.walk(ChannelPack.NAME)) {
      for (; walk.hasRow(); walk.step()) {
        write(out, walk.id() + " " + HEX.formatHex(walk.sha256()));
      }
    }
    out.flush();
  }

  /** The ids of the records that are gone, a line each. */
  public void writeRemoved(OutputStream stream) throws IOException {
    OutputStream out = new BufferedOutputStream(stream);
    for (String id : changes.keySet()) {
      if (changes.get(id).isGone()) {
        write(out, id);
      }
    }
    out.flush();
  }

  /** The records that are new or have changed, by ascending id, canonical JSON, a line each. */
  public void writeRecords(OutputStream stream) throws IOException {
    Set<String> wanted = new HashSet<>();
    changes.values().stream().filter(c -> !c.isGone()).forEach(c -> wanted.add(hex(c.now())));
    OutputStream out = new BufferedOutputStream(stream);
    try (PackedRecords records = PackedRecords.open(full())) {
      for (Optional<byte[]> json = records.next(); json.isPresent(); json = records.next()) {
        if (wanted.contains(hex(EncodedRecord.sha256(json.get())))) {
          out.write(json.get());
          out.write('\n');
        }
      }
    }
    out.flush();
  }

  /** A record that is new or has changed. */
  public Optional<byte[]> record(String id) throws IOException {
    Change change = changes.get(id);
    return change == null || change.isGone()
        ? Optional.empty()
        : PackedRecords.find(full(), hex(change.now()));
  }

  /** A record that has changed or is gone, as it was at the release that is out. */
  public Optional<byte[]> former(String id) throws IOException {
    Change change = changes.get(id);
    return change == null || change.before().length == 0 || packs.last().isEmpty()
        ? Optional.empty()
        : PackedRecords.find(packs.last().get(), hex(change.before()));
  }

  private Path full() throws IOException {
    List<ReleaseManifest.Channel> channels = release().channels();
    return packs.waiting().resolve(Draft.fileName(channels.getFirst().full()));
  }

  private static void write(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String hex(byte[] hash) {
    return HEX.formatHex(hash);
  }
}
