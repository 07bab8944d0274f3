package org.openhall.repository.publisher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.Metadata;
import org.openhall.repository.metadata.MetadataReader;
import org.openhall.repository.metadata.MetadataWriter;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Root;
import org.openhall.repository.metadata.Signed;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.Snapshot;
import org.openhall.repository.metadata.Targets;
import org.openhall.repository.metadata.Timestamp;
import org.openhall.repository.metadata.TopRole;
import org.openhall.repository.storage.Storage;

/**
 * The metadata folder with the keys of the running office: what publishing and changes of keys both
 * need. One works at a time, also across processes: see {@link #lock}.
 */
final class Workplace {
  /** A file is locked by a whole process; its threads keep each other out by these. */
  private static final Map<Path, Semaphore> WORKING = new ConcurrentHashMap<>();

  final MetadataFolder metadata;
  final OnlineKeys online;
  final Lifetimes lifetimes;
  private final Path keysDir;
  private final Storage storage;

  Workplace(Path repositoryDir, Path keysDir, Clock clock, Storage storage) {
    this.metadata = new MetadataFolder(repositoryDir.resolve("metadata"), storage);
    this.online = new OnlineKeys(keysDir);
    this.lifetimes = new Lifetimes(clock);
    this.keysDir = keysDir;
    this.storage = storage;
  }

  /** That nobody else works here, in this process or another, until it is closed. */
  record Held(FileChannel file, Semaphore here) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      try (FileChannel _ = file) {
        here.release();
      }
    }
  }

  /** Waits until nobody else works here, and catches up with what others did elsewhere. */
  Held lock() throws IOException {
    online.prepare();
    Path name = keysDir.resolve("lock");
    Semaphore here =
        WORKING.computeIfAbsent(name.toAbsolutePath().normalize(), _ -> new Semaphore(1));
    here.acquireUninterruptibly();
    boolean isReady = false;
    try {
      Held held = alone(name, here);
      isReady = true;
      return held;
    } finally {
      if (!isReady) {
        here.release();
      }
    }
  }

  private Held alone(Path name, Semaphore here) throws IOException {
    FileChannel file = FileChannel.open(name, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean isReady = false;
    try {
      var _ = file.lock(); // held until the channel is closed
      storage.catchUp();
      isReady = true;
      return new Held(file, here);
    } finally {
      if (!isReady) {
        file.close();
      }
    }
  }

  Root root() throws IOException, RepositoryException {
    return metadata.root().body();
  }

  byte[] targetsFile() throws IOException, RepositoryException {
    return metadata
        .targetsFile(root())
        .orElseThrow(() ->
            new IOException(
                "no targets metadata is signed by the present targets key;"
                    + " run: keys rotate targets"));
  }

  Targets targets() throws IOException, RepositoryException {
    return MetadataReader.targets(targetsFile()).body();
  }

  /** The present timestamp, or empty before the first publication. */
  Optional<Signed<Timestamp>> timestamp() throws IOException, RepositoryException {
    return metadata.isPublished()
        ? metadata.timestamp(online.own(TopRole.TIMESTAMP))
        : Optional.empty();
  }

  /** The snapshot of the present timestamp, or empty before the first publication. */
  Optional<Signed<Snapshot>> snapshot() throws IOException, RepositoryException {
    Optional<Signed<Timestamp>> timestamp = timestamp();
    if (timestamp.isEmpty()) {
      return Optional.empty();
    }
    long version = timestamp.get().body().snapshot().version();
    return Optional.of(metadata.snapshot(version, online.own(TopRole.SNAPSHOT)));
  }

  /** What a delegated role said last, as published; by whom it is signed is not looked at. */
  Optional<byte[]> published(String role) throws IOException, RepositoryException {
    Optional<Signed<Snapshot>> snapshot = snapshot();
    MetaFile named = snapshot.isEmpty() ? null : snapshot.get().body().meta().get(role + ".json");
    if (named == null) {
      return Optional.empty();
    }
    byte[] file = metadata.read(role, named.version());
    named.check(role, file);
    return Optional.of(file);
  }

  /** Makes these versions the ones that clients see, and the newest targets metadata with them. */
  void show(Map<String, MetaFile> changed) throws IOException, RepositoryException {
    Optional<Signed<Snapshot>> before = snapshot();
    Map<String, MetaFile> meta = new HashMap<>();
    before.ifPresent(signed -> meta.putAll(signed.body().meta()));
    byte[] targets = targetsFile();
    long version = MetadataReader.targets(targets).body().version();
    meta.put(TopRole.TARGETS.fileName(), MetaFile.of(version, targets));
    meta.putAll(changed);
    writeSnapshot(before, meta);
  }

  /** See {@link RepositoryPublisher#renewTimestamp}. */
  void renew() throws IOException, RepositoryException {
    Optional<Signed<Snapshot>> snapshot = snapshot();
    Optional<Signed<Timestamp>> timestamp = timestamp();
    if (timestamp.isEmpty() || snapshot.isEmpty()) {
      return;
    }
    if (snapshot.get().body().expires().isBefore(lifetimes.halfOnline())) {
      writeSnapshot(snapshot, snapshot.get().body().meta());
    } else {
      writeTimestamp(timestamp.get().body().snapshot());
    }
  }

  private void writeSnapshot(Optional<Signed<Snapshot>> before, Map<String, MetaFile> meta)
      throws IOException, RepositoryException {
    String role = TopRole.SNAPSHOT.roleName();
    Snapshot body = new Snapshot(metadata.highestVersion(role) + 1, lifetimes.online(), meta);
    byte[] written = signed(before, body);
    metadata.write(role, body.version(), written);
    writeTimestamp(MetaFile.of(body.version(), written));
  }

  private void writeTimestamp(MetaFile snapshot) throws IOException, RepositoryException {
    Optional<Signed<Timestamp>> before = timestamp();
    long version = before.map(signed -> signed.body().version()).orElse(0L) + 1;
    Timestamp body = new Timestamp(version, lifetimes.online(), snapshot);
    metadata.writeTimestamp(signed(before, body));
  }

  /** Fields of the one before that this version does not know are kept. */
  private <T extends Metadata> byte[] signed(Optional<Signed<T>> before, T body)
      throws IOException, RepositoryException {
    List<SigningKey> keys = List.of(online.read(body.role(), root()));
    return before.isPresent()
        ? MetadataWriter.rewrite(before.get(), body, keys)
        : MetadataWriter.write(body, keys);
  }
}
