package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.ReleaseManifest.Pack;
import org.openhall.repository.metadata.Sha256;

/** What a terminal keeps so that it can build its content again, and go on with net deltas. */
final class LocalCopy {
  private LocalCopy() {}

  /** What is wrong with it: its manifest and seal, packs that are missing, damaged or left over. */
  static List<String> faults(Path repository, SignedRelease shown) throws IOException {
    List<String> faults = new ArrayList<>();
    Path file = repository.resolve("active.json");
    try {
      ReleaseManifest active = ReleaseManifest.fromJson(Files.readAllBytes(file));
      String digest = active.channels().getFirst().stateDigest();
      if (active.release() != shown.number() || !digest.equals(shown.stateDigest())) {
        faults.add("active.json, which is of release " + active.release());
      }
      faults.addAll(packs(repository, active.packs().collect(Collectors.toSet())));
    } catch (MalformedManifestException | java.nio.file.NoSuchFileException e) {
      faults.add("active.json: " + e.getMessage());
    }
    Path content =
        repository.resolveSibling("content").resolve("content-%d.db".formatted(shown.number()));
    String seal = shown.number() + " " + Sha256.hex(Files.readAllBytes(content)) + "\n";
    Path sealed = repository.resolve("active.sha256");
    if (!Files.exists(sealed)
        || !Files.readString(sealed, java.nio.charset.StandardCharsets.ISO_8859_1).equals(seal)) {
      faults.add("active.sha256");
    }
    return faults;
  }

  private static List<String> packs(Path repository, Set<Pack> needed) throws IOException {
    List<String> faults = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Pack pack : needed) {
      Path file = repository.resolve(pack.target());
      names.add(String.valueOf(file.getFileName()));
      if (!Files.exists(file) || !Sha256.hex(Files.readAllBytes(file)).equals(pack.sha256())) {
        faults.add(pack.target());
      }
    }
    for (String name : Folders.files(repository.resolve("packs")).keySet()) {
      if (!names.contains(name)) {
        faults.add("left over: " + name);
      }
    }
    return faults;
  }
}
