package org.openhall.office.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.publish.PrepareOutcome.EmptyCatalogue;
import org.openhall.office.publish.PrepareOutcome.NothingChanged;
import org.openhall.office.publish.PrepareOutcome.Prepared;
import org.openhall.office.publish.PublishOutcome.Published;
import org.openhall.office.publish.PublishOutcome.Unsigned;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.client.DirectoryFetcher;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.publisher.RepositoryPublisher;

@OnBothDatabases
class PublisherTest {
  private static final String HEADING = "source,title,doc_number,date_written,date_published,url\n";

  @TempDir Path folder;
  private OfficeDatabase database;
  private Catalog catalog;
  private RepositoryPublisher repository;
  private ReleaseTable releases;
  private Publisher publisher;
  private final SigningKey targetsKey = SigningKey.generate();
  private final SigningKey editor = SigningKey.generate();
  private final SigningKey reviewer = SigningKey.generate();
  private final TestDatabase kind;

  PublisherTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException, RepositoryException {
    database = kind.open(folder);
    catalog = new Catalog(database, OfficeTime.clock());
    releases = new ReleaseTable(database);
    repository =
        new RepositoryPublisher(
            folder.resolve("repository"), folder.resolve("keys"), OfficeTime.clock());
    repository.keys().begin(List.of(targetsKey), 1, targetsKey);
    name("editors", editor);
    name("reviewers", reviewer);
    publisher = new Publisher(catalog, releases, repository, press(OfficeTime.clock()));
  }

  private Publisher.Press press(Clock clock) {
    return new Publisher.Press(
        folder.resolve("tmp"),
        folder.resolve("release"),
        folder.resolve("files"),
        "某市政务服务中心",
        30,
        clock);
  }

  private void name(String role, SigningKey key) throws IOException, RepositoryException {
    repository
        .keys()
        .delegate(role, List.of(key.key()), List.of(ReleaseManifest.TARGET), targetsKey);
  }

  private PrepareOutcome prepare() throws IOException, SQLException, RepositoryException {
    return publisher.prepare(n -> {});
  }

  private PublishOutcome publish() throws IOException, SQLException, RepositoryException {
    prepare();
    publisher.sign("editors", editor);
    publisher.sign("reviewers", reviewer);
    return publisher.publish(Instant.EPOCH);
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
    assertEquals(30, manifest.staleAfterDays());
    assertEquals(new Names("city", "市级", 3), new Names(city.name(), city.title(), city.records()));
    List<EncodedRecord> held = new ArrayList<>();
    catalog.forEach(held::add);
    ReleaseManifest.Pack pack = city.full();
    List<EncodedRecord> got =
        records(
            repository.file(new TargetFile(pack.target(), pack.length(), pack.sha256())),
            city.records());
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
    assertEquals(1, assertInstanceOf(NothingChanged.class, prepare()).last().number());
    assertEquals(1, releases.all().size());
    assertTrue(Files.notExists(folder.resolve("repository/metadata/2.editors.json")));
  }

  /** A terminal may be fetching it. */
  @Test
  void aPublicationThatIsRepeatedAfterACutLeavesTheReleaseBefore()
      throws IOException, SQLException, RepositoryException {
    importTitles("State Council,关于甲的通知,,,,http://a/1");
    publish();
    Set<String> before = packs();
    importTitles("State Council,关于乙的通知,,,,http://a/2");
    prepare();
    publisher.sign("editors", editor);
    publisher.sign("reviewers", reviewer);
    Clock cut =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            throw new IllegalStateException("the power is cut");
          }
        };
    Publisher doomed = new Publisher(catalog, releases, repository, press(cut));
    assertThrows(IllegalStateException.class, () -> doomed.publish(Instant.EPOCH));
    assertInstanceOf(Published.class, publisher.publish(Instant.EPOCH));
    assertTrue(packs().containsAll(before), "the packs of release 1 are still served");
  }

  /** A screen that has read one shows the other all the same. */
  @Test
  void noticesOfOneSecondAreTwo() throws IOException, SQLException, RepositoryException {
    importTitles("State Council,关于甲的通知,,,,http://a/1");
    publish();
    SigningKey duty = SigningKey.generate();
    repository
        .keys()
        .delegate("emergency", List.of(duty.key()), List.of("emergency/*"), targetsKey);
    Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
    EmergencyDesk desk = new EmergencyDesk(database, repository, folder.resolve("tmp"), clock);
    for (String title : List.of("停电", "停水")) {
      desk.announce(title, List.of(), clock.instant().plusSeconds(60), duty);
    }
    assertEquals(2, desk.present().alerts().stream().map(alert -> alert.id()).distinct().count());
  }

  private Set<String> packs() throws IOException {
    try (Stream<Path> packs = Files.list(folder.resolve("repository/targets/packs"))) {
      return packs.map(pack -> pack.getFileName().toString()).collect(Collectors.toSet());
    }
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
  void aReleaseNamesTheDeltaFromTheLastOne()
      throws IOException, SQLException, RepositoryException, MalformedManifestException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      rows.add("State Council,关于%x的通知,,,,http://a/%d".formatted(i * 0x9E3779B9L, i));
    }
    importTitles(rows.toArray(String[]::new));
    publish();
    rows.set(7, "State Council,关于另一件事的通知,,,,http://a/7");
    importTitles(rows.toArray(String[]::new));
    publish();
    Updater updater = updater();
    ReleaseManifest.Channel city =
        ReleaseManifest.fromJson(Files.readAllBytes(target(updater, ReleaseManifest.TARGET)))
            .channels()
            .getFirst();
    assertEquals(1, city.deltas().getFirst().fromRelease());
    ReleaseManifest.Pack delta = city.deltas().getFirst().pack();
    assertTrue(delta.length() < city.full().length());
    TargetFile file = new TargetFile(delta.target(), delta.length(), delta.sha256());
    assertEquals(delta.length(), Files.size(repository.file(file)));
  }

  @Test
  void packsOfFormerReleasesAreServedForAWhile()
      throws IOException, SQLException, RepositoryException {
    List<List<String>> served = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      importTitles("State Council,关于甲的第%d次通知,,,,http://a/1".formatted(i));
      publish();
      served.add(servedPacks());
    }
    List<String> ofTheSecond = new ArrayList<>(served.get(1));
    ofTheSecond.removeAll(served.get(0));
    assertTrue(served.get(2).containsAll(ofTheSecond), "a terminal may be fetching them");
    assertTrue(served.get(5).stream().noneMatch(served.get(0)::contains));
  }

  private List<String> servedPacks() throws IOException {
    try (Stream<Path> packs = Files.list(folder.resolve("repository/targets/packs"))) {
      return packs.map(Path::toString).toList();
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
  void neverUsesTheNumberOfAReleaseThatWasNotPublishedAgain()
      throws IOException, SQLException, RepositoryException {
    importTitles("State Council,关于甲的通知,,,,http://a/1");
    assertEquals(1, assertInstanceOf(Prepared.class, prepare()).number());
    assertEquals(List.of(), releases.all());
    assertEquals(2, assertInstanceOf(Published.class, publish()).release().number());
  }

  @Test
  void saysWhatAReleaseChanges() throws IOException, SQLException, RepositoryException {
    importTitles("State Council,关于甲的通知,,,,http://a/1", "State Council,关于乙的通知,,,,http://a/2");
    Changes first = assertInstanceOf(Prepared.class, prepare()).changes();
    assertEquals(List.of(4L, 0L, 0L), List.of(first.added(), first.changed(), first.removed()));
    publish();
    importTitles("State Council,关于甲的补充通知,,,,http://a/1", "State Council,关于乙的通知,,,,http://a/2");
    Changes second = assertInstanceOf(Prepared.class, prepare()).changes();
    assertEquals(List.of(0L, 1L, 0L), List.of(second.added(), second.changed(), second.removed()));
    assertTrue(second.lines().getFirst().startsWith("~ "), second.lines().toString());
  }

  @Test
  void aReleaseThatOneSideSignedIsNotPublished()
      throws IOException, SQLException, RepositoryException {
    importTitles("State Council,关于甲的通知,,,,http://a/1");
    prepare();
    publisher.sign("editors", editor);
    assertEquals(new Unsigned(List.of("reviewers")), publisher.publish(Instant.EPOCH));
    assertInstanceOf(SignOutcome.NotOfTheRole.class, publisher.sign("reviewers", editor));
    assertEquals(new Unsigned(List.of("reviewers")), publisher.publish(Instant.EPOCH));
    assertEquals(List.of(), releases.all());
    publisher.sign("reviewers", reviewer);
    assertInstanceOf(Published.class, publisher.publish(Instant.EPOCH));
  }

  @Test
  void aReleaseThatIsPreparedAgainNeedsBothSignaturesAgain()
      throws IOException, SQLException, RepositoryException {
    importTitles("State Council,关于甲的通知,,,,http://a/1");
    prepare();
    publisher.sign("editors", editor);
    prepare();
    publisher.sign("reviewers", reviewer);
    assertEquals(new Unsigned(List.of("editors")), publisher.publish(Instant.EPOCH));
  }

  @Test
  void whenAnEditorLeftAnotherSignsTheReleaseThatIsOut()
      throws IOException, SQLException, RepositoryException {
    importTitles("State Council,关于甲的通知,,,,http://a/1");
    publish();
    SigningKey newcomer = SigningKey.generate();
    name("editors", newcomer);
    assertEquals(Set.of("editors"), repository.standing().unsigned());
    publisher.sign("editors", newcomer);
    assertInstanceOf(PublishOutcome.SignedAgain.class, publisher.publish(Instant.EPOCH));
    assertEquals(Set.of(), repository.standing().unsigned());
    assertEquals(1, releases.all().size());
  }

  @Test
  void saysThatThereIsNothingToPublish() throws IOException, SQLException, RepositoryException {
    assertInstanceOf(EmptyCatalogue.class, prepare());
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
