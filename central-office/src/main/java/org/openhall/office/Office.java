package org.openhall.office;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.openhall.link.TrustAnchors;
import org.openhall.link.credential.Certificates;
import org.openhall.link.envelope.SealKey;
import org.openhall.office.api.ApiTokens;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.authority.CertificateAuthority;
import org.openhall.office.backup.Restore;
import org.openhall.office.bucket.BucketPlace;
import org.openhall.office.bucket.BucketStorage;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.DatabasePlace;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.database.StaleDays;
import org.openhall.office.enrol.Enrolment;
import org.openhall.office.enrol.Terminals;
import org.openhall.office.intake.AcceptanceReports;
import org.openhall.office.intake.EventCounts;
import org.openhall.office.intake.EventIntake;
import org.openhall.office.intake.EventRetention;
import org.openhall.office.intake.IntakeKeys;
import org.openhall.office.intake.SealedDesk;
import org.openhall.office.keys.DemoKeys;
import org.openhall.office.keys.KeyDesk;
import org.openhall.office.keys.KeyRegister;
import org.openhall.office.keys.KeyRequests;
import org.openhall.office.lint.Linter;
import org.openhall.office.lint.Review;
import org.openhall.office.people.People;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.publish.EmergencyDesk;
import org.openhall.office.publish.Publisher;
import org.openhall.office.publish.ReleaseTable;
import org.openhall.office.settings.BadSettingException;
import org.openhall.office.settings.OfficeProperties;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.openhall.repository.storage.Storage;
import org.openhall.repository.storage.Transfer;

/**
 * The parts of an office over one data folder, wired by hand.
 *
 * @param dataDir the folder of everything
 * @param database its database
 * @param clock the time, in the office's zone
 * @param uploads hears how far a publication into a bucket is
 */
record Office(Path dataDir, OfficeDatabase database, Clock clock, Consumer<Transfer> uploads) {

  /** Opens the office of a data folder, making what is missing. */
  static Office open(Arguments arguments, Console console) throws IOException {
    Path dataDir = arguments.data();
    return open(dataDir, DatabasePlace.of(dataDir), console);
  }

  /** Opens the office of a data folder on a database that it does not name yet. */
  static Office open(Path dataDir, DatabasePlace place, Console console) throws IOException {
    if (Restore.isUnfinished(dataDir)) {
      throw new BadSettingException("trouble.restore-unfinished", dataDir);
    }
    Publisher.clearLeavings(workDir(dataDir));
    OfficeDatabase database =
        OfficeDatabase.open(dataDir, place, turn -> console.hint("waits." + turn.name()));
    return new Office(dataDir, database, OfficeTime.clock(), new UploadLine(console));
  }

  /** The same where nobody watches what it prints. */
  Office unwatched() {
    return new Office(dataDir, database, clock, sent -> {});
  }

  Catalog catalog() {
    return new Catalog(database, clock);
  }

  Proposals proposals() {
    return new Proposals(database, clock);
  }

  OfficeName name() {
    return new OfficeName(database);
  }

  ReleaseTable releases() {
    return new ReleaseTable(database);
  }

  Enrolment enrolment() throws IOException {
    return new Enrolment(database, authority(), new SecureRandom(), clock);
  }

  Terminals terminals() throws IOException {
    return new Terminals(database, authority(), new SecureRandom(), clock);
  }

  /** Who makes certificates; founded at the first use. */
  CertificateAuthority authority() throws IOException {
    return CertificateAuthority.open(dataDir.resolve("pki"), name().get(), clock);
  }

  /** What terminals trust this office by. */
  TrustAnchors anchors() throws IOException {
    return TrustAnchors.of(repository().root(), Certificates.encode(authority().certificate()));
  }

  Path repositoryDir() {
    return dataDir.resolve("repository");
  }

  /** The repository, which has its root already. */
  RepositoryPublisher repository() throws IOException {
    if (!hasKeys()) {
      throw new NoKeysException();
    }
    return anyRepository();
  }

  /** Whether the first root has been made. */
  boolean hasKeys() throws IOException {
    RepositoryPublisher repository = anyRepository();
    return repository.isInitialised() || (repository.follow() && repository.isInitialised());
  }

  private RepositoryPublisher anyRepository() throws IOException {
    Optional<BucketPlace> bucket = BucketPlace.of(OfficeProperties.of(dataDir));
    Storage storage =
        bucket.isPresent()
            ? new BucketStorage(repositoryDir(), bucket.get(), uploads)
            : Storage.durable();
    return new RepositoryPublisher(repositoryDir(), dataDir.resolve("keys"), clock, storage);
  }

  KeyRequests keyRequests() {
    return new KeyRequests(database, auditLog(), clock);
  }

  KeyRegister keyRegister() {
    return new KeyRegister(database);
  }

  /** Who did what. */
  AuditLog auditLog() {
    return new AuditLog(database, clock);
  }

  /** Who works at the desk. */
  People people() {
    return new People(database, auditLog(), clock);
  }

  /** By what other systems prove who they are. */
  ApiTokens apiTokens() {
    return new ApiTokens(database, auditLog(), clock);
  }

  /** Takes what terminals tell. */
  EventIntake eventIntake() {
    return new EventIntake(database, clock);
  }

  AcceptanceReports acceptanceReports() throws IOException {
    return new AcceptanceReports(database, authority().certificate());
  }

  EventCounts eventCounts() {
    return new EventCounts(database);
  }

  /** How long events stay. */
  EventRetention eventRetention() {
    return new EventRetention(database, clock);
  }

  SealedDesk sealedDesk() {
    return new SealedDesk(database, clock);
  }

  IntakeKeys intakeKeys() {
    return new IntakeKeys(database);
  }

  /** Who may sign; also before the first root. */
  KeyDesk keyDesk() throws IOException {
    return new KeyDesk(anyRepository(), keyRegister(), clock);
  }

  /** The keys of a demonstration, where this office is one. */
  DemoKeys demoKeys() {
    return new DemoKeys(dataDir.resolve("demo-keys"));
  }

  Publisher publisher() throws IOException {
    Publisher.Press press =
        Publisher.Press.in(
            dataDir,
            name().get(),
            (int) new StaleDays(database).get().toDays(),
            intakeKeys().current().map(SealKey::text).orElse(null),
            clock);
    return new Publisher(catalog(), releases(), repository(), press);
  }

  EmergencyDesk emergencyDesk() throws IOException {
    return new EmergencyDesk(database, repository(), workDir(dataDir), clock);
  }

  /** What records are looked at with before a release. */
  Linter.Desk lintDesk() {
    return new Linter.Desk(LocalDate.now(clock), name().get(), dataDir.resolve("files"));
  }

  /**
   * The look at a release's records.
   *
   * @param despite why it is to go out with errors
   */
  Review review(Optional<String> despite) throws IOException {
    return new Review(lintDesk(), dataDir, despite.filter(why -> !why.isBlank()));
  }

  /** For files on their way; there once a command runs. */
  Path workDir() {
    return workDir(dataDir);
  }

  private static Path workDir(Path dataDir) {
    return dataDir.resolve("tmp");
  }
}
