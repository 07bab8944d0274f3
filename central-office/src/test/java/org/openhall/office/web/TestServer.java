package org.openhall.office.web;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.office.authority.CertificateAuthority;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.enrol.Enrolment;
import org.openhall.office.enrol.Terminals;
import org.openhall.office.intake.EventIntake;
import org.openhall.office.intake.EventRetention;
import org.openhall.office.intake.SealedDesk;
import org.openhall.office.publish.PublishOutcome;
import org.openhall.office.publish.Publisher;
import org.openhall.office.publish.ReleaseTable;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.publisher.KeyFile;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.openhall.repository.storage.Storage;

/** A real server on free ports, over a real release of the sample. */
public record TestServer(
    OfficeParts parts, OfficeDatabase database, OfficeServer server, SigningKey duty)
    implements AutoCloseable {

  public static TestServer start(TestDatabase kind, Path folder)
      throws IOException, SQLException, RepositoryException {
    return start(kind, folder, Storage.durable());
  }

  /** The same, whose repository is written by this storage. */
  public static TestServer start(TestDatabase kind, Path folder, Storage storage)
      throws IOException, SQLException, RepositoryException {
    Clock clock = OfficeTime.clock();
    OfficeDatabase database = kind.open(folder);
    Path repositoryDir = folder.resolve("repository");
    RepositoryPublisher repository =
        new RepositoryPublisher(repositoryDir, folder.resolve("keys"), clock, storage);
    SigningKey office = SigningKey.generate();
    SigningKey editor = key(folder, "editors");
    SigningKey reviewer = key(folder, "reviewers");
    SigningKey duty = key(folder, "emergency");
    List<String> manifest = List.of(ReleaseManifest.TARGET);
    repository.keys().begin(List.of(office), 1, office);
    repository.keys().delegate(FourEyes.EDITORS, List.of(editor.key()), manifest, office);
    repository.keys().delegate(FourEyes.REVIEWERS, List.of(reviewer.key()), manifest, office);
    repository.keys().delegate("emergency", List.of(duty.key()), List.of("emergency/*"), office);
    CertificateAuthority authority = CertificateAuthority.open(folder.resolve("pki"), "示例", clock);
    OfficeParts parts =
        new OfficeParts(
            database,
            new OfficeName(database),
            new Catalog(database, clock),
            new ReleaseTable(database),
            new Enrolment(database, authority, new SecureRandom(), clock),
            new Terminals(database, authority, new SecureRandom(), clock),
            new EventIntake(database, clock),
            new SealedDesk(database, clock),
            new EventRetention(database, clock),
            authority,
            repository,
            repositoryDir);
    parts.catalog().importSample((fraction, rows) -> {});
    Publisher.Press press =
        new Publisher.Press(
            folder.resolve("tmp"),
            folder.resolve("release"),
            folder.resolve("files"),
            parts.name().get(),
            7,
            clock);
    Publisher publisher = new Publisher(parts.catalog(), parts.releases(), repository, press);
    publisher.prepare(n -> {});
    publisher.sign(FourEyes.EDITORS, editor);
    publisher.sign(FourEyes.REVIEWERS, reviewer);
    assertInstanceOf(PublishOutcome.Published.class, publisher.publish(clock.instant()));
    return new TestServer(
        parts,
        database,
        assertInstanceOf(StartOutcome.Started.class, OfficeServer.start(parts, place(folder, 0, 0)))
            .server(),
        duty);
  }

  /** A key of one role, whose file a person at the desk would open: {@code <role>.key}. */
  private static SigningKey key(Path folder, String role) throws IOException {
    KeyFile.Label label = new KeyFile.Label(role, "测试", LocalDate.of(2026, 1, 1));
    return KeyFile.createOpen(folder.resolve(role + ".key"), label);
  }

  static OfficeServer.Place place(Path folder, int port, int tlsPort) {
    return new OfficeServer.Place(
        "127.0.0.1", port, tlsPort, Set.of("127.0.0.1", "localhost"), folder.resolve("tmp"));
  }

  @Override
  public void close() {
    server.close();
  }
}
