package org.openhall.office.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openhall.content.codec.EmergencyList;
import org.openhall.content.codec.EmergencyList.Alert;
import org.openhall.content.codec.EmergencyList.Withdrawal;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.office.database.Alone;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Turn;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Sha256;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.metadata.Targets;
import org.openhall.repository.publisher.RepositoryPublisher;

/** Withdraws records and puts up notices at once, past any release, by one key of its own role. */
public final class EmergencyDesk {
  private static final String ROLE = "emergency";

  private final OfficeDatabase database;
  private final RepositoryPublisher repository;
  private final Path workDir;
  private final Clock clock;

  /**
   * @param workDir for the list on its way
   */
  public EmergencyDesk(
      OfficeDatabase database, RepositoryPublisher repository, Path workDir, Clock clock) {
    this.database = database;
    this.repository = repository;
    this.workDir = workDir;
    this.clock = clock;
  }

  /** What came of it. */
  public enum Outcome {
    /** Terminals take it at their next look. */
    PUBLISHED,
    /** The key is not one of the role's. */
    NOT_OF_THE_ROLE,
    /** There is no release yet beside which it could stand. */
    NOTHING_PUBLISHED,
    /** The list would be longer than terminals take. */
    TOO_LONG
  }

  /**
   * Takes a record back, up to a revision. A list of withdrawals only grows; a later revision of
   * the record is shown again.
   */
  public Outcome withdraw(String id, int revision, String why, SigningKey key)
      throws IOException, RepositoryException {
    try (Alone _ = database.alone(Turn.REPOSITORY)) {
      repository.follow();
      EmergencyList list = present();
      List<Withdrawal> withdrawals = new ArrayList<>(list.withdrawals());
      withdrawals.removeIf(w -> w.id().equals(id));
      withdrawals.add(new Withdrawal(id, why, now(), revision));
      return publish(withdrawals, list.alerts(), key);
    }
  }

  /** Puts up a notice; those that have ended are left out. */
  public Outcome announce(String title, List<String> text, Instant until, SigningKey key)
      throws IOException, RepositoryException {
    try (Alone _ = database.alone(Turn.REPOSITORY)) {
      repository.follow();
      EmergencyList list = present();
      List<Alert> alerts = new ArrayList<>(list.alerts());
      alerts.removeIf(alert -> !alert.until().isAfter(now()));
      alerts.add(new Alert("emergency-" + UUID.randomUUID(), title, text, now(), until));
      return publish(list.withdrawals(), alerts, key);
    }
  }

  /**
   * What terminals have been told. Where the key does not count any more, its withdrawals stay, as
   * they do on terminals, and its notices do not.
   */
  public EmergencyList present() throws IOException, RepositoryException {
    Optional<Targets> counting = repository.published(ROLE);
    if (counting.isPresent()) {
      return list(counting);
    }
    EmergencyList former = list(repository.lastWord(ROLE));
    return new EmergencyList(former.issuedAt(), former.withdrawals(), List.of());
  }

  private EmergencyList list(Optional<Targets> said) throws IOException {
    Optional<TargetFile> file = said.map(word -> word.targets().get(EmergencyList.TARGET));
    if (file.isEmpty()) {
      return EmergencyList.NONE;
    }
    try {
      return EmergencyList.fromJson(Files.readAllBytes(repository.file(file.get())));
    } catch (MalformedManifestException e) {
      throw new IOException("the emergency list in the repository is damaged", e);
    }
  }

  private Outcome publish(List<Withdrawal> withdrawals, List<Alert> alerts, SigningKey key)
      throws IOException, RepositoryException {
    byte[] bytes = new EmergencyList(now(), withdrawals, alerts).toJson();
    if (bytes.length > EmergencyList.LARGEST) {
      return Outcome.TOO_LONG;
    }
    Optional<Targets> release = repository.published(FourEyes.EDITORS);
    if (release.isEmpty()) {
      return Outcome.NOTHING_PUBLISHED;
    }
    TargetFile file = new TargetFile(EmergencyList.TARGET, bytes.length, Sha256.hex(bytes));
    byte[] statement = repository.sign(ROLE, List.of(file), key);
    if (repository.verified(ROLE, statement).isEmpty()) {
      return Outcome.NOT_OF_THE_ROLE;
    }
    Path source = Files.createTempFile(Files.createDirectories(workDir), "emergency", ".json");
    try {
      Files.write(source, bytes);
      repository.publish(Map.of(EmergencyList.TARGET, source), Map.of(ROLE, statement));
    } finally {
      Files.delete(source);
    }
    return Outcome.PUBLISHED;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
