package org.openhall.office.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.repository.storage.Storage;

/**
 * A folder with a release that waits for signatures: {@code manifest.json}, the packs, the names of
 * attachments, what it {@link ReleaseChanges changes}, and what each role signed. Without a
 * manifest: signatures for the release that is out.
 *
 * @param folder absent while nothing waits
 * @param filesDir the bytes of attachments, each under its SHA-256
 */
record Draft(Path folder, Path filesDir) {
  private static final String FILES = "files.txt";
  private static final String FORMER = "former.json";
  private static final String ATTACHMENTS = "files/";

  /** Lays out what is to be signed, in a folder on its way. */
  static void write(
      Path folder, ReleaseManifest manifest, ChannelPack city, Set<String> attachments)
      throws IOException {
    Files.write(folder.resolve(ReleaseManifest.TARGET), manifest.toJson());
    for (ReleaseManifest.Pack pack : city.channel().packs()) {
      Files.move(city.file(pack), folder.resolve(fileName(pack)));
    }
    Files.write(folder.resolve(FILES), attachments.stream().sorted().toList());
  }

  /** Takes the place of what waited before, signatures included. */
  void replaceWith(Path written) throws IOException {
    delete();
    Files.move(written, folder);
  }

  Optional<byte[]> manifest() throws IOException {
    Path file = folder.resolve(ReleaseManifest.TARGET);
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  /** Everything but metadata, by target name. */
  Map<String, Path> targets(byte[] manifest) throws IOException {
    Map<String, Path> targets = new HashMap<>();
    targets.put(ReleaseManifest.TARGET, folder.resolve(ReleaseManifest.TARGET));
    read(manifest).packs().forEach(p -> targets.put(p.target(), folder.resolve(fileName(p))));
    for (String name : Files.readAllLines(folder.resolve(FILES))) {
      targets.put(name, filesDir.resolve(name.substring(ATTACHMENTS.length())));
    }
    return targets;
  }

  /**
   * The manifest that is out before this one: noted when publishing begins, as a publication that
   * was cut finds its own there when it is repeated.
   */
  Optional<byte[]> former(Optional<byte[]> published) throws IOException {
    Path file = folder.resolve(FORMER);
    if (!Files.exists(file)) {
      Storage.durable().replace(file, published.orElse(new byte[0]));
    }
    return Optional.of(Files.readAllBytes(file)).filter(noted -> noted.length > 0);
  }

  Optional<byte[]> statement(String role) throws IOException {
    Path file = statementFile(role);
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  void put(String role, byte[] statement) throws IOException {
    Storage.durable().replace(statementFile(role), statement);
  }

  /** The manifest first: a release of which a part is gone waits for nobody. */
  void delete() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Files.deleteIfExists(folder.resolve(ReleaseManifest.TARGET));
    List<Path> inside;
    try (Stream<Path> files = Files.list(folder)) {
      inside = files.toList();
    }
    for (Path file : inside) {
      Files.delete(file);
    }
    Files.delete(folder);
  }

  static ReleaseManifest read(byte[] manifest) throws IOException {
    try {
      return ReleaseManifest.fromJson(manifest);
    } catch (MalformedManifestException e) {
      throw new IOException("the prepared release is damaged; prepare it again", e);
    }
  }

  private Path statementFile(String role) {
    return folder.resolve(role + ".signed.json");
  }

  static String fileName(ReleaseManifest.Pack pack) {
    return pack.sha256() + ".pack";
  }
}
