package org.openhall.agent.sync;

import java.nio.file.Path;
import org.openhall.content.codec.EmergencyList;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.link.TerminalIdentity;

/**
 * A terminal that is enrolled.
 *
 * @param data its data folder, outside of which nothing is written
 */
public record Terminal(Path data, TerminalIdentity identity) {

  Path repository() {
    return data.resolve("repository");
  }

  Path packs() {
    return repository().resolve("packs");
  }

  /** Manifest of the release that is shown, for building it again without the office. */
  Path activeManifest() {
    return repository().resolve("active.json");
  }

  /** Number of the release that is shown and the SHA-256 of its snapshot file. */
  Path activeSeal() {
    return repository().resolve("active.sha256");
  }

  /** Withdrawals and emergency notices; the kiosk reads them. */
  Path emergency() {
    return data.resolve("content").resolve(EmergencyList.FILE);
  }

  /** Attachments, each under its SHA-256; the kiosk reads them. */
  Path files() {
    return data.resolve("files");
  }

  SnapshotDirectory content() {
    return new SnapshotDirectory(data.resolve("content"));
  }

  /** Where the trusted metadata is kept. */
  public static Path metadata(Path data) {
    return data.resolve("repository").resolve("metadata");
  }
}
