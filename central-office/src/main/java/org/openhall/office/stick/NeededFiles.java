package org.openhall.office.stick;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.content.Attachment;
import org.openhall.content.Attachments;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.PackReader;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.MetadataReader;
import org.openhall.repository.metadata.PercentEncoding;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Snapshot;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.metadata.Targets;
import org.openhall.repository.metadata.TopRole;

/**
 * The files of a repository that a terminal needs for the newest release, in the order in which
 * they are to be written: what others refer to comes first, the timestamp last, so that a stick
 * that is pulled out too early holds the release before, whole.
 */
final class NeededFiles {
  private static final String METADATA = "metadata/";
  private static final String TARGETS = "targets/";

  /** Stands in every record that names a file, and in few others. */
  private static final String MARK = "\"mediaType\"";

  private final Path repository;
  private final Set<String> targets = new LinkedHashSet<>();
  private final Set<String> metadata = new LinkedHashSet<>();
  private Optional<ReleaseManifest> release = Optional.empty();

  private NeededFiles(Path repository) {
    this.repository = repository;
  }

  /** Reads which these are. */
  static NeededFiles of(Path repository) throws IOException, RepositoryException {
    NeededFiles needed = new NeededFiles(repository);
    needed.read();
    return needed;
  }

  /** Relative to the repository. */
  List<String> inOrder() {
    if (metadata.isEmpty()) {
      return List.of();
    }
    List<String> order = new ArrayList<>(targets);
    order.addAll(metadata);
    order.add(METADATA + TopRole.TIMESTAMP.fileName());
    return order;
  }

  /** The newest release, or empty where none is published. */
  Optional<ReleaseManifest> release() {
    return release;
  }

  private void read() throws IOException, RepositoryException {
    if (!Files.exists(repository.resolve(METADATA + TopRole.TIMESTAMP.fileName()))) {
      return; // nothing has ever been published
    }
    byte[] timestamp = bytes(METADATA + TopRole.TIMESTAMP.fileName());
    long version = MetadataReader.timestamp(timestamp).body().snapshot().version();
    String snapshotFile = METADATA + version + "." + TopRole.SNAPSHOT.fileName();
    Snapshot snapshot = MetadataReader.snapshot(bytes(snapshotFile)).body();
    for (long root = 1; Files.exists(repository.resolve(rootFile(root))); root++) {
      metadata.add(rootFile(root));
    }
    for (Map.Entry<String, MetaFile> meta : snapshot.meta().entrySet()) {
      String file = METADATA + meta.getValue().version() + "." + meta.getKey();
      metadata.add(file);
      addTargets(meta.getKey().replaceFirst("\\.json$", ""), bytes(file));
    }
    metadata.add(snapshotFile);
  }

  private static String rootFile(long version) {
    return METADATA + TopRole.ROOT.fileName(version);
  }

  /**
   * Of the top-level role only its statement counts: what it once described itself, delegated roles
   * describe now.
   */
  private void addTargets(String role, byte[] file) throws IOException, RepositoryException {
    if (role.equals(TopRole.TARGETS.roleName())) {
      return;
    }
    Targets said = MetadataReader.targets(role, file).body();
    for (TargetFile target : said.targets().values()) {
      String path = add(target);
      if (target.name().equals(ReleaseManifest.TARGET) && release.isEmpty()) {
        addRelease(bytes(path));
      }
    }
  }

  private String add(TargetFile target) {
    String path = TARGETS + PercentEncoding.path(target.consistentPath());
    targets.add(path);
    return path;
  }

  private void addRelease(byte[] manifest) throws IOException {
    try {
      release = Optional.of(ReleaseManifest.fromJson(manifest));
    } catch (MalformedManifestException e) {
      throw new IOException("the published manifest is damaged", e);
    }
    for (ReleaseManifest.Channel channel : release.get().channels()) {
      String full = add(target(channel.full()));
      channel.deltas().forEach(delta -> add(target(delta.pack())));
      addAttachments(repository.resolve(full), channel.records());
    }
  }

  private static TargetFile target(ReleaseManifest.Pack pack) {
    return new TargetFile(pack.target(), pack.length(), pack.sha256());
  }

  private void addAttachments(Path pack, long records) throws IOException {
    try (InputStream in = Files.newInputStream(pack);
        PackReader reader = new PackReader(in, records)) {
      for (Optional<byte[]> next = reader.next(); next.isPresent(); next = reader.next()) {
        if (new String(next.get(), StandardCharsets.ISO_8859_1).contains(MARK)) {
          for (Attachment file : Attachments.of(RecordCodec.decode(next.get()))) {
            add(new TargetFile(file.target(), file.length(), file.sha256()));
          }
        }
      }
    } catch (MalformedRecordException e) {
      throw new IOException("the published pack %s is damaged".formatted(pack), e);
    }
  }

  private byte[] bytes(String path) throws IOException {
    return Files.readAllBytes(repository.resolve(path));
  }
}
