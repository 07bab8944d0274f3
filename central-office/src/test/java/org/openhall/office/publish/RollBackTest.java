package org.openhall.office.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.publish.PublishOutcome.Published;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.publisher.RepositoryPublisher;

/** Former releases. */
@OnBothDatabases
class RollBackTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");

  @TempDir Path folder;
  private OfficeDatabase database;
  private Catalog catalog;
  private RepositoryPublisher repository;
  private Publisher publisher;
  private SigningDesk desk;
  private final SigningKey office = SigningKey.generate();
  private final SigningKey editor = SigningKey.generate();
  private final SigningKey reviewer = SigningKey.generate();
  private final TestDatabase kind;

  RollBackTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException, RepositoryException {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    database = kind.open(folder);
    catalog = new Catalog(database, clock);
    repository =
        new RepositoryPublisher(folder.resolve("repository"), folder.resolve("keys"), clock);
    List<String> names = List.of(ReleaseManifest.TARGET);
    repository.keys().begin(List.of(office), 1, office);
    repository.keys().delegate("editors", List.of(editor.key()), names, office);
    repository.keys().delegate("reviewers", List.of(reviewer.key()), names, office);
    Publisher.Press press =
        new Publisher.Press(
            folder.resolve("tmp"),
            folder.resolve("release"),
            folder.resolve("files"),
            "某市政务服务中心",
            30,
            clock);
    ReleaseTable releases = new ReleaseTable(database);
    publisher = new Publisher(catalog, releases, repository, press);
    desk = new SigningDesk(releases, repository, press);
  }

  private Release publishWith(String title) throws IOException, SQLException, RepositoryException {
    Path file =
        Files.writeString(
            folder.resolve("titles"),
            "source,title,doc_number,date_written,date_published,url\nState Council,"
                + title
                + ",,,,http://a/1\n");
    catalog.importFile(file, (fraction, n) -> {});
    publisher.prepare(n -> {});
    return publishWaiting();
  }

  private void sign() throws IOException, RepositoryException {
    publisher.sign("editors", editor);
    publisher.sign("reviewers", reviewer);
  }

  private Release publishWaiting() throws IOException, SQLException, RepositoryException {
    sign();
    return assertInstanceOf(Published.class, publisher.publish(NOW)).release();
  }

  @Test
  void aFormerReleaseComesBackAsANewOneUnderTwoSignatures()
      throws IOException, SQLException, RepositoryException {
    Release first = publishWith("关于甲的通知");
    Release second = publishWith("关于甲的通知（错）");
    assertInstanceOf(
        PrepareOutcome.Prepared.class,
        publisher.rollBack(first.number(), n -> {}, Optional.empty()));
    assertInstanceOf(PublishOutcome.Unsigned.class, publisher.publish(NOW));
    Release third = publishWaiting();
    assertTrue(third.number() > second.number());
    assertEquals(first.stateDigest(), third.stateDigest());
    publisher.prepare(n -> {});
    assertEquals(second.stateDigest(), publishWaiting().stateDigest(), "the catalogue stayed");
  }

  @Test
  void theLastFiveAreKeptAndNoMore() throws IOException, SQLException, RepositoryException {
    for (int i = 1; i <= 7; i++) {
      publishWith("关于甲的通知" + i);
    }
    assertEquals(List.of(7L, 6L, 5L, 4L, 3L), desk.former());
    assertInstanceOf(
        PrepareOutcome.ForgottenRelease.class, publisher.rollBack(2, n -> {}, Optional.empty()));
    assertInstanceOf(
        PrepareOutcome.Prepared.class, publisher.rollBack(3, n -> {}, Optional.empty()));
  }
}
