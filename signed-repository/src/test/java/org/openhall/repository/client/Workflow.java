package org.openhall.repository.client;

import static org.openhall.repository.client.RepositorySimulator.NOW;
import static org.openhall.repository.client.RepositorySimulator.present;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TopRole;

/** An office that can be bent at every place, a terminal's folder, and the steps between them. */
final class Workflow {
  final RepositorySimulator office = new RepositorySimulator();
  final Path dir;

  /** Trusts the office's first root. */
  Workflow(Path dir) throws IOException, RepositoryException {
    this.dir = dir;
    Updater.trust(dir, office.root(1));
  }

  Updater updater() {
    return updaterAt(NOW);
  }

  Updater updaterAt(Instant now) {
    return new Updater(dir, office, Clock.fixed(now, ZoneOffset.UTC));
  }

  Refreshed refresh() throws RepositoryException, IOException {
    return updater().refresh();
  }

  /** An updater that has refreshed. */
  Updater refreshed() throws RepositoryException, IOException {
    Updater updater = updater();
    updater.refresh();
    return updater;
  }

  TrustedMetadataSet gate() throws RepositoryException {
    return new TrustedMetadataSet(office.root(1), NOW);
  }

  /** A gate that has taken everything before {@code role}. */
  TrustedMetadataSet gateBefore(TopRole role) throws RepositoryException {
    TrustedMetadataSet gate = gate();
    if (role != TopRole.ROOT) {
      for (long version = 2; version <= present(office.versions, TopRole.ROOT); version++) {
        gate.updateRoot(office.root(version));
      }
    }
    if (role.compareTo(TopRole.TIMESTAMP) > 0) {
      gate.updateTimestamp(office.current(TopRole.TIMESTAMP));
    }
    if (role.compareTo(TopRole.SNAPSHOT) > 0) {
      gate.updateSnapshot(office.current(TopRole.SNAPSHOT));
    }
    return gate;
  }

  static void offer(TrustedMetadataSet gate, TopRole role, byte[] file) throws RepositoryException {
    switch (role) {
      case ROOT -> gate.updateRoot(file);
      case TIMESTAMP -> gate.updateTimestamp(file);
      case SNAPSHOT -> gate.updateSnapshot(file);
      case TARGETS -> gate.updateTargets(file);
    }
  }

  /** Publishes anew after a test bent the office; for root that is version 2. */
  byte[] published(TopRole role) {
    if (role == TopRole.ROOT) {
      return office.publishRoot();
    }
    office.publishTargets();
    return office.current(role);
  }

  /** From the next root on other keys sign for the role, and do so at once. */
  void rotate(TopRole role) {
    List<SigningKey> fresh = List.of(SigningKey.generate());
    office.named.put(role, fresh);
    office.signers.put(role, fresh);
  }

  /** The metadata file of every role by name; the spare root is none. */
  Map<String, String> onDisk() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.list(dir)) {
      for (Path file : files.filter(Workflow::isOfARole).toList()) {
        content.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return content;
  }

  private static boolean isOfARole(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".json") && !name.startsWith(".");
  }

  byte[] onDisk(TopRole role) throws IOException {
    return Files.readAllBytes(dir.resolve(role.fileName()));
  }
}
