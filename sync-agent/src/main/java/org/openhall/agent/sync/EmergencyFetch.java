package org.openhall.agent.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.openhall.agent.text.Sentence;
import org.openhall.content.codec.EmergencyList;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.CurrentContent;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.link.status.Refusal.Rule;
import org.openhall.repository.client.Sources;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.TargetFile;

/**
 * Brings the list of withdrawals and emergency notices to its place beside the content. What it
 * cannot bring leaves the list that is there: a withdrawal never lapses, neither by expiry nor by
 * silence, as long as the content shown has the record.
 */
final class EmergencyFetch {
  private static final String ROLE = "emergency";

  private final Terminal terminal;
  private final Updater updater;
  private final Sources targets;
  private final SyncJob.Machine machine;

  EmergencyFetch(Terminal terminal, Updater updater, Sources targets, SyncJob.Machine machine) {
    this.terminal = terminal;
    this.updater = updater;
    this.targets = targets;
    this.machine = machine;
  }

  /**
   * Puts the list that was fetched last in the place of a damaged one. Without this a terminal
   * whose line is down would show again what was withdrawn.
   */
  void mend() throws IOException {
    Path fetched = terminal.repository().resolve(EmergencyList.TARGET);
    if (!Files.exists(terminal.emergency()) || readable().isPresent() || !Files.exists(fetched)) {
      return;
    }
    try {
      EmergencyList list = EmergencyList.fromJson(Files.readAllBytes(fetched));
      machine.storage().replace(terminal.emergency(), list.toSealed());
    } catch (MalformedManifestException e) {
      // damaged as well: the office's takes its place
    }
  }

  /** Comes after the refresh, and before any release: it also reaches terminals that refuse one. */
  void run() throws RepositoryException, IOException, RefusedException {
    EmergencyList there = onDisk();
    EmergencyList list = offered().orElse(there).keeping(there, shownRecords(there)::contains);
    byte[] bytes = list.toSealed();
    Path file = terminal.emergency();
    boolean same = Files.exists(file) && Arrays.equals(bytes, Files.readAllBytes(file));
    if (!same && (!list.equals(EmergencyList.NONE) || Files.exists(file))) {
      machine.storage().replace(file, bytes);
    }
  }

  private Optional<EmergencyList> offered()
      throws RepositoryException, IOException, RefusedException {
    Optional<TargetFile> file =
        updater.role(ROLE).map(said -> said.targets().get(EmergencyList.TARGET));
    if (file.isEmpty()) {
      return Optional.empty();
    }
    if (file.get().length() > EmergencyList.LARGEST) {
      throw new RefusedException(
          Sentence.of("refused.emergency-size", file.get().length(), EmergencyList.LARGEST),
          Breach.of(EmergencyList.TARGET, Rule.SIZE).met(file.get().length()));
    }
    Path here = updater.download(file.get(), targets, terminal.repository());
    try {
      return Optional.of(EmergencyList.fromJson(Files.readAllBytes(here)));
    } catch (MalformedManifestException e) {
      throw new RefusedException(
          Sentence.of("refused.malformed", EmergencyList.TARGET, e.getMessage()),
          Breach.of(EmergencyList.TARGET, Rule.FORM));
    }
  }

  /** When the list that the screen goes by was signed; empty where there is none that is whole. */
  static Optional<Instant> issued(Terminal terminal) {
    try {
      return Files.exists(terminal.emergency())
          ? Optional.of(
              EmergencyList.fromSealed(Files.readAllBytes(terminal.emergency())).issuedAt())
          : Optional.empty();
    } catch (MalformedManifestException | IOException e) {
      return Optional.empty(); // the next run mends it
    }
  }

  /** Empty where there is none, or it is damaged and what is offered takes its place. */
  private EmergencyList onDisk() throws IOException {
    return Files.exists(terminal.emergency())
        ? readable().orElse(EmergencyList.NONE)
        : EmergencyList.NONE;
  }

  private Optional<EmergencyList> readable() throws IOException {
    try {
      return Optional.of(EmergencyList.fromSealed(Files.readAllBytes(terminal.emergency())));
    } catch (MalformedManifestException e) {
      return Optional.empty();
    }
  }

  /** Which of the withdrawn records the content shown has; damaged content may have any. */
  private Set<String> shownRecords(EmergencyList list) throws IOException {
    Set<String> shown = new HashSet<>();
    Optional<CurrentContent> current = terminal.content().current();
    if (current.isPresent() && !list.withdrawals().isEmpty()) {
      try (ContentSnapshot snapshot = ContentSnapshot.open(current.get().file(), machine.clock())) {
        for (String id : list.withdrawnIds()) {
          if (snapshot.holds(id)) {
            shown.add(id);
          }
        }
      } catch (UnreadableSnapshotException e) {
        return list.withdrawnIds();
      }
    }
    return shown;
  }
}
