package org.openhall.office.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openhall.content.codec.DeltaHead;
import org.openhall.content.codec.DeltaWriter;
import org.openhall.content.codec.ReleaseManifest.Channel;
import org.openhall.content.codec.ReleaseManifest.Delta;
import org.openhall.content.codec.ReleaseManifest.Pack;
import org.openhall.office.publish.ChannelChanges.Laid;
import org.openhall.office.publish.ReleaseStates.State;
import org.openhall.repository.storage.FileDigest;

/** Makes the net deltas that lead from the last releases to the one that is to come. */
final class NetDeltas {
  private final ReleaseStates states;
  private final ChannelChanges changes;
  private final Channel channel;
  private final Path folder;
  private long tooLong = Long.MAX_VALUE;

  /**
   * @param channel the state that they lead to, with its full pack
   * @param folder for the files
   */
  NetDeltas(ReleaseStates states, ChannelChanges changes, Channel channel, Path folder) {
    this.states = states;
    this.changes = changes;
    this.channel = channel;
    this.folder = folder;
  }

  /** A delta as a file. */
  record Made(Path file, Delta delta) {}

  /** All that are shorter than the full pack, from the newest release backwards. */
  List<Made> make() throws IOException, SQLException {
    NavigableMap<String, byte[]> before = new TreeMap<>();
    changes.changes().forEach((id, change) -> before.put(id, change.before()));
    Set<String> done = new HashSet<>(Set.of(channel.stateDigest()));
    List<Made> made = new ArrayList<>();
    for (State from : states.last(channel.name())) {
      if (done.add(from.digest())) {
        make(from, before).ifPresent(made::add);
      }
      states.forEachChange(channel.name(), from.release(), before::put);
    }
    return made;
  }

  private Optional<Made> make(State from, NavigableMap<String, byte[]> before) throws IOException {
    List<String> removed = new ArrayList<>();
    List<Laid> differing = new ArrayList<>();
    for (Map.Entry<String, byte[]> old : before.entrySet()) {
      Optional<Laid> now = changes.now(old.getKey());
      if (now.isPresent() && !Arrays.equals(now.get().sha256(), old.getValue())) {
        differing.add(now.get());
      } else if (now.isEmpty() && old.getValue().length > 0) {
        removed.add(old.getKey());
      }
    }
    DeltaHead head = new DeltaHead(channel.name(), from.digest(), channel.stateDigest(), removed);
    long length = differing.stream().mapToLong(Laid::length).sum();
    return head.fits() && length < tooLong
        ? write(from, head, differing, length)
        : Optional.empty();
  }

  /** A longer one than that which did not pay is not tried. */
  private Optional<Made> write(State from, DeltaHead head, List<Laid> records, long length)
      throws IOException {
    Path file = folder.resolve("from-%d.delta".formatted(from.release()));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        DeltaWriter delta = new DeltaWriter(out, head, length);
        RandomAccessFile aside = changes.open()) {
      for (Laid record : records) {
        byte[] json = new byte[record.length()];
        aside.seek(record.offset());
        aside.readFully(json);
        delta.add(json);
      }
    }
    if (Files.size(file) >= channel.full().length()) {
      tooLong = length;
      return Optional.empty();
    }
    Pack pack = Pack.of(FileDigest.sha256(file), Files.size(file));
    return Optional.of(new Made(file, new Delta(from.release(), from.digest(), pack)));
  }
}
