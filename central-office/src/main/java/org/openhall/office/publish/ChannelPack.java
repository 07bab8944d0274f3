package org.openhall.office.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.openhall.content.codec.PackWriter;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.StateDigest;
import org.openhall.office.catalog.Catalog;
import org.openhall.repository.metadata.Sha256;

/**
 * The packs of a channel, as files.
 *
 * @param channel as the manifest names it
 * @param files where its packs lie until they are signed
 */
record ChannelPack(ReleaseManifest.Channel channel, Map<ReleaseManifest.Pack, Path> files) {
  static final String NAME = "city";
  private static final String TITLE = "市级";

  /**
   * Packs all records in one pass.
   *
   * @param file to be written
   * @param also sees each record on its way
   * @param progress hears the number of records packed
   */
  static ChannelPack write(
      Packing.Records records, Path file, Catalog.RecordVisitor also, LongConsumer progress)
      throws IOException, SQLException {
    MessageDigest packDigest = Sha256.digest();
    StateDigest state = new StateDigest();
    Counter counter = new Counter(progress);
    try (OutputStream out =
            new DigestOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file)), packDigest);
        PackWriter pack = new PackWriter(out)) {
      records.forEach(record -> {
        pack.add(record.json());
        state.add(record.id(), record.sha256());
        also.visit(record);
        counter.up();
      });
    }
    ReleaseManifest.Pack full =
        ReleaseManifest.Pack.of(HexFormat.of().formatHex(packDigest.digest()), Files.size(file));
    return new ChannelPack(
        new ReleaseManifest.Channel(NAME, TITLE, counter.records, state.hex(), full),
        Map.of(full, file));
  }

  /** With deltas beside the full pack. */
  ChannelPack with(List<NetDeltas.Made> deltas) {
    Map<ReleaseManifest.Pack, Path> all = new HashMap<>(files);
    deltas.forEach(made -> all.put(made.delta().pack(), made.file()));
    return new ChannelPack(
        channel.of(channel.full(), deltas.stream().map(NetDeltas.Made::delta).toList()), all);
  }

  /** Where a pack of the channel lies. */
  Path file(ReleaseManifest.Pack pack) {
    return Objects.requireNonNull(files.get(pack));
  }

  private static final class Counter {
    private final LongConsumer progress;
    private long records;

    Counter(LongConsumer progress) {
      this.progress = progress;
    }

    void up() {
      records++;
      progress.accept(records);
    }
  }
}
