package org.openhall.office.push;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.link.push.PushMessage;
import org.openhall.link.push.PushedFile;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.MetadataReader;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.TargetFile;

/**
 * Sees that something was published, by whatever process, and makes messages of it. It looks at one
 * file again and again: notifications of the file system are lost on network disks, in bind mounts
 * and when their queue is full. The timestamp is replaced last, so what it names is there.
 */
final class RepositoryWatch {
  private static final String EMERGENCY = "emergency";
  private static final String EMERGENCY_FILE = EMERGENCY + ".json";
  private static final String EDITORS_FILE = FourEyes.EDITORS + ".json";

  private final Path repository;
  private @Nullable Object seen;
  private Optional<Published> last = Optional.empty();

  /**
   * @param repository where {@code metadata/} and {@code targets/} lie
   */
  RepositoryWatch(Path repository) {
    this.repository = repository;
  }

  /**
   * How the repository stands.
   *
   * @param meta what the snapshot says of each role
   */
  private record Published(PushedFile timestamp, PushedFile snapshot, Map<String, MetaFile> meta) {

    Map<String, MetaFile> release() {
      Map<String, MetaFile> others = new HashMap<>(meta);
      others.remove(EMERGENCY_FILE);
      return others;
    }
  }

  /** Looks whether something was published since the last look; the first sees nothing new. */
  List<PushMessage> look() throws IOException, RepositoryException {
    Path file = repository.resolve("metadata/timestamp.json");
    if (!Files.exists(file)) {
      return List.of();
    }
    Object stamp = stamp(file);
    if (stamp.equals(seen)) {
      return List.of();
    }
    Optional<Published> before = last;
    Published now = read(file);
    last = Optional.of(now);
    seen = stamp;
    return before.isPresent() ? messages(before.get(), now) : List.of();
  }

  /** What a terminal is told when its line opens: the timestamp, by which it sees what it lacks. */
  Optional<PushMessage> present() {
    return last.map(now -> new PushMessage.Release(List.of(now.timestamp()), 0));
  }

  private static Object stamp(Path file) throws IOException {
    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
    return List.of(found.lastModifiedTime(), found.size(), String.valueOf(found.fileKey()));
  }

  private Published read(Path file) throws IOException, RepositoryException {
    byte[] timestamp = Files.readAllBytes(file);
    long version = MetadataReader.timestamp(timestamp).body().snapshot().version();
    String name = "metadata/" + version + ".snapshot.json";
    byte[] snapshot = Files.readAllBytes(repository.resolve(name));
    return new Published(
        PushedFile.of("metadata/timestamp.json", timestamp),
        PushedFile.of(name, snapshot),
        MetadataReader.snapshot(snapshot).body().meta());
  }

  /** A timestamp that was only renewed is no news. */
  private List<PushMessage> messages(Published before, Published now)
      throws IOException, RepositoryException {
    List<PushMessage> messages = new ArrayList<>();
    MetaFile list = now.meta().get(EMERGENCY_FILE);
    if (list != null && !list.equals(before.meta().get(EMERGENCY_FILE))) {
      messages.add(emergency(now, list));
    }
    if (!before.release().equals(now.release())) {
      messages.add(release(before, now));
    }
    return messages;
  }

  private PushMessage emergency(Published now, MetaFile list)
      throws IOException, RepositoryException {
    List<PushedFile> files = new ArrayList<>(List.of(now.timestamp(), now.snapshot()));
    PushedFile said = file("metadata/" + list.version() + "." + EMERGENCY_FILE);
    files.add(said);
    for (TargetFile target :
        MetadataReader.targets(EMERGENCY, said.bytes().bytes()).body().targets().values()) {
      if (files.size() < PushMessage.MOST_FILES && target.length() < PushMessage.LARGEST) {
        files.add(file("targets/" + target.consistentPath()));
      }
    }
    return fitting(
        new PushMessage.Emergency(files),
        new PushMessage.Emergency(files.subList(0, 3)),
        new PushMessage.Emergency(files.subList(0, 1)));
  }

  /** With all that a release changed but its packs, so that these are all that terminals fetch. */
  private PushMessage release(Published before, Published now)
      throws IOException, RepositoryException {
    List<PushedFile> files = new ArrayList<>(List.of(now.timestamp(), now.snapshot()));
    for (String changed : changed(before, now)) {
      PushedFile role = file(changed);
      files.add(role);
      if (changed.endsWith("." + EDITORS_FILE)) {
        manifest(role).ifPresent(files::add);
      }
    }
    List<PushedFile> two = files.subList(0, 2);
    return fitting(
        new PushMessage.Release(files.size() > PushMessage.MOST_FILES ? two : files, 0),
        new PushMessage.Release(two, 0),
        new PushMessage.Release(List.of(now.timestamp()), 0));
  }

  /** Where the roles lie that are others than before and may be sent. */
  private static List<String> changed(Published before, Published now) {
    return now.release().entrySet().stream()
        .filter(entry -> !entry.getValue().equals(before.meta().get(entry.getKey())))
        .filter(entry -> entry.getValue().length().orElse(0) < PushMessage.LARGEST)
        .map(entry -> "metadata/" + entry.getValue().version() + "." + entry.getKey())
        .sorted()
        .toList();
  }

  private Optional<PushedFile> manifest(PushedFile editors)
      throws IOException, RepositoryException {
    TargetFile said =
        MetadataReader.targets(FourEyes.EDITORS, editors.bytes().bytes())
            .body()
            .targets()
            .get(ReleaseManifest.TARGET);
    return said == null || said.length() >= PushMessage.LARGEST
        ? Optional.empty()
        : Optional.of(file("targets/" + said.consistentPath()));
  }

  private PushedFile file(String path) throws IOException {
    return PushedFile.of(path, Files.readAllBytes(repository.resolve(path)));
  }

  /** The first that may be sent; terminals ask for what it lacks. */
  private static PushMessage fitting(PushMessage... messages) {
    for (PushMessage message : messages) {
      if (message.fits()) {
        return message;
      }
    }
    return messages[messages.length - 1];
  }
}
