package org.openhall.agent.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.MetadataReader;
import org.openhall.repository.metadata.MetadataWriter;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.Snapshot;
import org.openhall.repository.metadata.Timestamp;
import org.openhall.repository.publisher.KeyFile;
import org.openhall.repository.publisher.KeyFile.WrongPassphraseException;

/**
 * The office's server in the hands of somebody else: it signs any snapshot and timestamp with the
 * keys that lie on it, and asks none of the questions that the office's own programs ask.
 */
record TakenServer(Path metadata, Path keys) {

  /** Makes these bytes the newest word of a role. */
  void show(String role, byte[] file) throws IOException, RepositoryException {
    long version = MetadataReader.targets(role, file).body().version();
    Files.write(metadata.resolve(version + "." + role + ".json"), file);
    Timestamp timestamp = MetadataReader.timestamp(read("timestamp.json")).body();
    long present = timestamp.snapshot().version();
    Snapshot snapshot = MetadataReader.snapshot(read(present + ".snapshot.json")).body();
    Map<String, MetaFile> meta = new HashMap<>(snapshot.meta());
    meta.put(role + ".json", MetaFile.of(version, file));
    long next = present + 1;
    byte[] forged =
        MetadataWriter.write(new Snapshot(next, snapshot.expires(), meta), key("snapshot"));
    Files.write(metadata.resolve(next + ".snapshot.json"), forged);
    Timestamp newest =
        new Timestamp(timestamp.version() + 1, timestamp.expires(), MetaFile.of(next, forged));
    Files.write(metadata.resolve("timestamp.json"), MetadataWriter.write(newest, key("timestamp")));
  }

  private byte[] read(String name) throws IOException {
    return Files.readAllBytes(metadata.resolve(name));
  }

  private List<SigningKey> key(String role) throws IOException {
    try (Stream<Path> files = Files.list(keys)) {
      Path file =
          files.filter(f -> f.getFileName().toString().startsWith(role)).findFirst().orElseThrow();
      return List.of(KeyFile.read(file).unlock(new char[0]));
    } catch (WrongPassphraseException e) {
      throw new IOException(e);
    }
  }
}
