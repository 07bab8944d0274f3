package org.openhall.office.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.codec.PackReader;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.StateDigest;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.publish.PublishOutcome.EmptyCatalogue;
import org.openhall.office.publish.PublishOutcome.NothingChanged;
import org.openhall.office.publish.PublishOutcome.Published;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.client.DirectoryFetcher;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.publisher.RepositoryPublisher;

class PublisherTest {
  private static final String HEADING = "source,title,doc_number,date_written,date_published,url\n";

  @TempDir Path folder;
  private OfficeDatabase database;
  private Catalog catalog;
  private RepositoryPublisher repository;
  private ReleaseTable releases;

  @BeforeEach
  void open() throws IOException {
    database = OfficeDatabase.open(folder);
    catalog = new Catalog(database, OfficeTime.clock());
    releases = new ReleaseTable(database);
    repository = repository(folder.resolve("keys"));
    repository.initialise();
  }

  private RepositoryPublisher repository(Path keys) {
    return new RepositoryPublisher(folder.resolve("repository"), keys, OfficeTime.clock());
  }

  private PublishOutcome publish() throws IOException, SQLException, RepositoryException {
    return publish(repository);
  }

  private PublishOutcome publish(RepositoryPublisher into)
      throws IOException, SQLException, RepositoryException {
    Publisher.Press press =
        new Publisher.Press(
            folder.resolve("tmp"), folder.resolve("files"), "某市政务服务中心", OfficeTime.clock());
    return new Publisher(catalog, releases, into, press).publish(n -> {});
  }

  private void importTitles(String... rows) throws IOException, SQLException {
    Path file = Files.writeString(folder.resolve("titles"), HEADING + String.join("\n", rows));
    catalog.importFile(file, (fraction, n) -> {});
  }

  private Path target(Updater updater, String name) throws IOException, RepositoryException {
    TargetFile target = updater.target(name).orElseThrow();
    return updater.download(
        target, new DirectoryFetcher(folder.resolve("repository/targets")), folder.resolve("got"));
  }

  private Updater updater() throws IOException, RepositoryException {
    Path metadata = folder.resolve("trusted");
    Updater.trust(metadata, repository.root());
    Updater updater =
        new Updater(
            metadata,
            new DirectoryFetcher(folder.resolve("repository/metadata")),
            OfficeTime.clock());
    updater.refresh();
    return updater;
  }

  private static List<EncodedRecord> records(Path pack, long announced) throws IOException {
    List<EncodedRecord> records = new ArrayList<>();
    try (PackReader reader = new PackReader(Files.newInputStream(pack), announced)) {
      for (Optional<byte[]> json = reader.next(); json.isPresent(); json = reader.next()) {
        records.add(new EncodedRecord("", Integer.toString(records.size()), json.get()));
      }
    }
    return records;
  }

  @Test
  void aTerminalReadsBackExactlyWhatTheCatalogueHolds()
      throws IOException, SQLException, RepositoryException, MalformedManifestException {
    importTitles("State Council,关于甲的通知,国发〔2020〕1号,,2020-01-09,http://a/1", "");
    Release release = assertInstanceOf(Published.class, publish()).release();
    Updater updater = updater();
    ReleaseManifest manifest =
        ReleaseManifest.fromJson(Files.readAllBytes(target(updater, ReleaseManifest.TARGET)));
    ReleaseManifest.Channel city = manifest.channels().getFirst();
    assertEquals(1, manifest.release());
    assertEquals("某市政务服务中心", manifest.office());
    assertEquals(new Names("city", "市级", 3), new Names(city.name(), city.title(), city.records()));
    List<EncodedRecord> held = new ArrayList<>();
    catalog.forEach(held::add);
    List<EncodedRecord> got = records(target(updater, city.full().target()), city.records());
    assertEquals(
        held.stream().map(EncodedRecord::sha256Hex).toList(),
        got.stream().map(EncodedRecord::sha256Hex).toList());
    assertEquals(StateDigest.of(held.stream()), city.stateDigest());
    assertEquals(city.full().length(), release.bytes());
  }

  private record Names(String name, String title, long records) {}

  @Test
  void publishesNothingWhenNothingChanged() throws IOException, SQLException, RepositoryException {
    importTitles("State Council,关于甲的通知,,,,http://a/1");
    publish();
    assertEquals(1, assertInstanceOf(NothingChanged.class, publish()).last().number());
    assertEquals(1, releases.all().size());
    assertTrue(Files.notExists(folder.resolve("repository/metadata/2.targets.json")));
  }

  @Test
  void whatAKilledPublisherLeftIsGoneAtTheNextStart()
      throws IOException, SQLException, RepositoryException {
    Path work = folder.resolve("tmp");
    Path left = Files.createDirectories(work.resolve("release-1"));
    Files.writeString(left.resolve("city.pack"), "half");
    Publisher.clearLeavings(work);
    assertTrue(Files.notExists(left));

    Files.createDirectories(left);
    importTitles("State Council,关于甲的通知,,,,http://a/1");
    publish();
    assertTrue(Files.notExists(left));
  }

  @Test
  void whatIsBeingPublishedIsNotALeaving() throws IOException {
    try (WorkFolder living = WorkFolder.open(folder.resolve("tmp"))) {
      Publisher.clearLeavings(folder.resolve("tmp"));
      assertTrue(Files.isDirectory(living.path()));
    }
  }

  @Test
  void numbersReleasesUpwards() throws IOException, SQLException, RepositoryException {
    importTitles("State Council,关于甲的通知,,,,http://a/1");
    publish();
    importTitles("State Council,关于甲的补充通知,,,,http://a/1");
    assertEquals(2, assertInstanceOf(Published.class, publish()).release().number());
    assertEquals(List.of(2L, 1L), releases.all().stream().map(Release::number).toList());
  }

  @Test
  void neverUsesTheNumberOfAnInterruptedReleaseAgain()
      throws IOException, SQLException, RepositoryException {
    importTitles("State Council,关于甲的通知,,,,http://a/1");
    Path noKeys = Files.createDirectories(folder.resolve("no-keys"));
    assertThrows(IOException.class, () -> publish(repository(noKeys)));
    assertEquals(List.of(), releases.all());
    assertEquals(2, assertInstanceOf(Published.class, publish()).release().number());
  }

  @Test
  void saysThatThereIsNothingToPublish() throws IOException, SQLException, RepositoryException {
    assertInstanceOf(EmptyCatalogue.class, publish());
  }

  @Test
  void leavesNoWorkFilesBehind() throws IOException, SQLException, RepositoryException {
    importTitles("State Council,关于甲的通知,,,,http://a/1");
    publish();
    try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
      assertEquals(List.of(), left.toList());
    }
  }
}
