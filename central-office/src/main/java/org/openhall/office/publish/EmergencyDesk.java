package org.openhall.office.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.openhall.content.codec.EmergencyList;
import org.openhall.content.codec.EmergencyList.Alert;
import org.openhall.content.codec.EmergencyList.Withdrawal;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.office.catalog.Catalog;
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
    TOO_LONG,
    /** What was signed is not this list, or forgets a withdrawal. */
    NOT_THIS_LIST,
    /** Its version is not the next one: somebody else changed the list meanwhile. */
    OUTDATED
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

  /** What came of taking a withdrawal back. */
  public sealed interface Undone {
    /** The next release brings the record back, under two signatures, in this revision. */
    record Revised(int revision) implements Undone {}

    /** The catalogue has no such record. */
    record NoSuchRecord() implements Undone {}

    /** Its present revision is not withdrawn. */
    record NotWithdrawn() implements Undone {}

    /** It was withdrawn without a revision. */
    record ForGood() implements Undone {}
  }

  /** Gives a withdrawn record a revision above the withdrawn ones. */
  public Undone undo(String id, Catalog catalog)
      throws IOException, SQLException, RepositoryException {
    OptionalInt revision = catalog.revision(id);
    if (revision.isEmpty()) {
      return new Undone.NoSuchRecord();
    }
    Optional<Withdrawal> withdrawn =
        present().withdrawals().stream()
            .filter(w -> w.id().equals(id) && w.isOf(revision.getAsInt()))
            .findFirst();
    if (withdrawn.isEmpty()) {
      return new Undone.NotWithdrawn();
    }
    Integer highest = withdrawn.get().revision();
    if (highest == null || highest == Integer.MAX_VALUE) {
      return new Undone.ForGood();
    }
    catalog.revise(id, highest + 1);
    return new Undone.Revised(highest + 1);
  }

  /** The version that the role's next word must have. */
  public long nextVersion() throws IOException {
    return repository.nextVersion(ROLE);
  }

  /**
   * Takes a list that somebody composed and signed with a key that the office never sees.
   *
   * @param list canonical JSON
   * @param statement the role's word about it: signed targets metadata
   */
  public Outcome take(byte[] list, byte[] statement) throws IOException, RepositoryException {
    try (Alone _ = database.alone(Turn.REPOSITORY)) {
      repository.follow();
      Optional<Targets> said = repository.read(ROLE, statement);
      if (said.isEmpty()) {
        return Outcome.NOT_OF_THE_ROLE;
      } else if (said.get().version() != nextVersion()) {
        return Outcome.OUTDATED;
      }
      boolean isAboutIt =
          said.get().targets().equals(Map.of(EmergencyList.TARGET, target(list)))
              && said.get().expires().isAfter(clock.instant());
      return isAboutIt && followsFromPresent(list)
          ? publish(list, statement)
          : Outcome.NOT_THIS_LIST;
    }
  }

  /** It is as this office writes lists, and withdraws no less than terminals have been told. */
  private boolean followsFromPresent(byte[] bytes) throws IOException, RepositoryException {
    try {
      EmergencyList list = EmergencyList.fromJson(bytes);
      EmergencyList whole = list.keeping(present(), id -> true);
      return Arrays.equals(list.toJson(), bytes)
          && Set.copyOf(whole.withdrawals()).equals(Set.copyOf(list.withdrawals()));
    } catch (MalformedManifestException e) {
      return false;
    }
  }

  private Outcome publish(List<Withdrawal> withdrawals, List<Alert> alerts, SigningKey key)
      throws IOException, RepositoryException {
    byte[] bytes = new EmergencyList(now(), withdrawals, alerts).toJson();
    byte[] statement = repository.sign(ROLE, List.of(target(bytes)), key);
    return repository.verified(ROLE, statement).isEmpty()
        ? Outcome.NOT_OF_THE_ROLE
        : publish(bytes, statement);
  }

  private Outcome publish(byte[] list, byte[] statement) throws IOException, RepositoryException {
    if (list.length > EmergencyList.LARGEST) {
      return Outcome.TOO_LONG;
    }
    if (repository.published(FourEyes.EDITORS).isEmpty()) {
      return Outcome.NOTHING_PUBLISHED;
    }
    Path source = Files.createTempFile(Files.createDirectories(workDir), "emergency", ".json");
    try {
      Files.write(source, list);
      repository.publish(Map.of(EmergencyList.TARGET, source), Map.of(ROLE, statement));
    } catch (RepositoryException.Older e) {
      return Outcome.OUTDATED;
    } finally {
      Files.delete(source);
    }
    return Outcome.PUBLISHED;
  }

  private static TargetFile target(byte[] list) {
    return new TargetFile(EmergencyList.TARGET, list.length, Sha256.hex(list));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
