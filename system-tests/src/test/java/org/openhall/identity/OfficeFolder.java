package org.openhall.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.link.TrustAnchors;
import org.openhall.link.credential.Certificates;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.office.authority.CertificateAuthority;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.enrol.Enrolment;
import org.openhall.office.enrol.Terminals;
import org.openhall.office.intake.AcceptanceReports;
import org.openhall.office.intake.EventCounts;
import org.openhall.office.intake.EventIntake;
import org.openhall.office.intake.EventRetention;
import org.openhall.office.intake.SealedDesk;
import org.openhall.office.publish.Publisher;
import org.openhall.office.publish.ReleaseTable;
import org.openhall.office.web.OfficeParts;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.publisher.RepositoryPublisher;

/** An office as its own programs make it, with one small release; served by nobody yet. */
final class OfficeFolder {
  private final OfficeParts parts;
  private final SigningKey keeper = SigningKey.generate();
  private final SigningKey editor = SigningKey.generate();
  private final SigningKey reviewer = SigningKey.generate();
  private final OpeningKey intakeKey = OpeningKey.generate(new SecureRandom());
  private final OfficeDatabase database;

  OfficeFolder(Path folder) throws IOException, SQLException, RepositoryException {
    Clock clock = Clock.systemUTC();
    database = OfficeDatabase.open(folder);
    RepositoryPublisher repository =
        new RepositoryPublisher(folder.resolve("repository"), folder.resolve("keys"), clock);
    List<String> manifest = List.of(ReleaseManifest.TARGET);
    repository.keys().begin(List.of(keeper), 1, keeper);
    repository.keys().delegate(FourEyes.EDITORS, List.of(editor.key()), manifest, keeper);
    repository.keys().delegate(FourEyes.REVIEWERS, List.of(reviewer.key()), manifest, keeper);
    CertificateAuthority authority = CertificateAuthority.open(folder.resolve("pki"), "示例市", clock);
    parts =
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
            folder.resolve("repository"));
    publish(folder, clock);
  }

  private void publish(Path folder, Clock clock)
      throws IOException, SQLException, RepositoryException {
    Path titles =
        Files.writeString(
            folder.resolve("titles.csv"),
            """
            source,title,doc_number,date_written,date_published,url
            State Council,关于甲的通知,国发〔2020〕1号,,2020-01-09,http://a/1
            """);
    parts.catalog().importFile(titles, (_, _) -> {});
    Publisher.Press press =
        new Publisher.Press(
            folder.resolve("tmp"),
            folder.resolve("release"),
            folder.resolve("files"),
            "示例市",
            7,
            intakeKey.sealKey().text(),
            clock);
    Publisher publisher =
        new Publisher(parts.catalog(), parts.releases(), parts.repository(), press);
    publisher.prepare(_ -> {});
    publisher.sign(FourEyes.EDITORS, editor);
    publisher.sign(FourEyes.REVIEWERS, reviewer);
    publisher.publish(clock.instant());
  }

  OfficeParts parts() {
    return parts;
  }

  OfficeDatabase database() {
    return database;
  }

  /** For one terminal to enrol with. */
  String token() throws IOException {
    TrustAnchors anchors =
        TrustAnchors.of(
            parts.repository().root(), Certificates.encode(parts.authority().certificate()));
    return parts.enrolment().issue(anchors, "一楼").text();
  }

  /** The key to which terminals seal. */
  OpeningKey intakeKey() {
    return intakeKey;
  }

  List<AcceptanceReports.Received> acceptances() {
    return new AcceptanceReports(database, parts.authority().certificate()).all();
  }

  /** How often a kind of event of all terminals was counted. */
  long count(String kind) {
    return new EventCounts(database)
        .from("2026-01-01").stream()
            .filter(row -> row.kind().equals(kind))
            .mapToLong(EventCounts.Row::count)
            .sum();
  }
}
