package org.openhall.office.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.codec.EmergencyList;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Sha256;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.publisher.KeyFile;
import org.openhall.repository.publisher.RepositoryPublisher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scripts by which a page signs, run as they are shipped, against an office that may lie. */
class SigningScriptsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");
  private static final String PASSPHRASE = "春眠不觉晓 42";
  private static final String HEADING = "source,title,doc_number,date_written,date_published,url\n";

  @TempDir Path folder;
  private OfficeDatabase database;
  private Catalog catalog;
  private RepositoryPublisher repository;
  private Publisher publisher;
  private SigningDesk desk;
  private WaitingOffice office;
  private final SigningKey targetsKey = SigningKey.generate();
  private final SigningKey reviewer = SigningKey.generate();
  private SigningKey editor;
  private SigningKey duty;

  @BeforeEach
  void open() throws IOException, SQLException, RepositoryException {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    database = OfficeDatabase.open(folder);
    catalog = new Catalog(database, clock);
    repository =
        new RepositoryPublisher(folder.resolve("repository"), folder.resolve("keys"), clock);
    editor = KeyFile.createOpen(keyFile("editors"), label("editors"));
    duty = KeyFile.create(keyFile("emergency"), label("emergency"), PASSPHRASE.toCharArray());
    repository.keys().begin(List.of(targetsKey), 1, targetsKey);
    name("editors", editor, ReleaseManifest.TARGET);
    name("reviewers", reviewer, ReleaseManifest.TARGET);
    name("emergency", duty, "emergency/*");
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
    office = new WaitingOffice(folder.resolve("repository"), repository, desk);
    layOutScripts();
    importTitles("甲", "乙", "丙");
  }

  @AfterEach
  void close() {
    office.close();
    database.close();
  }

  private void name(String role, SigningKey key, String path)
      throws IOException, RepositoryException {
    repository.keys().delegate(role, List.of(key.key()), List.of(path), targetsKey);
  }

  private Path keyFile(String role) {
    return folder.resolve(role + ".key");
  }

  private static KeyFile.Label label(String role) {
    return new KeyFile.Label(role, "王编", LocalDate.of(2026, 3, 2));
  }

  private void importTitles(String... titles) throws IOException, SQLException {
    List<String> rows = new ArrayList<>();
    for (String title : titles) {
      rows.add("State Council,关于%s的通知,,,,http://a/%d".formatted(title, (int) title.charAt(0)));
    }
    Path file = Files.writeString(folder.resolve("titles"), HEADING + String.join("\n", rows));
    catalog.importFile(file, (fraction, n) -> {});
  }

  private void layOutScripts() throws IOException {
    Path scripts = Files.createDirectories(folder.resolve("scripts"));
    String names =
        "anchor asn1 bytes emergency fingerprint json keyfile refusal release source statement trust";
    for (String name : names.split(" ", -1)) {
      copy("/static/desk/files/signing/" + name + ".js", scripts.resolve(name + ".js"));
    }
    copy("sign.js", scripts.resolve("sign.js"));
    Files.writeString(scripts.resolve("package.json"), "{\"type\":\"module\"}");
  }

  private static void copy(String resource, Path file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SigningScriptsTest.class.getResourceAsStream(resource), resource)) {
      Files.copy(in, file);
    }
  }

  /** A first release is out, and a second waits that adds, changes and removes a record. */
  private void letASecondWait() throws IOException, SQLException, RepositoryException {
    publisher.prepare(n -> {});
    publisher.sign("editors", editor);
    publisher.sign("reviewers", reviewer);
    assertInstanceOf(PublishOutcome.Published.class, publisher.publish(NOW));
    String gone = database.client().sql("SELECT max(id) FROM record").query(String.class).single();
    importTitles("乙（修订）", "丁");
    database.client().sql("DELETE FROM record WHERE id = ?").param(gone).update();
    assertInstanceOf(PrepareOutcome.Prepared.class, publisher.prepare(n -> {}));
  }

  private JsonNode run(String role) throws IOException {
    return run(role, PASSPHRASE);
  }

  private JsonNode run(String role, String passphrase) throws IOException {
    List<String> command =
        List.of(
            "node",
            folder.resolve("scripts/sign.js").toString(),
            office.address(),
            keyFile(role).toString(),
            passphrase,
            role,
            Long.toString(desk.nextVersion(role)),
            NOW.toString(),
            folder.resolve("store.json").toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(said.strip().startsWith("{"), said);
    return JsonMapper.shared().readTree(said);
  }

  private String refused() throws IOException {
    return run("editors").path("refused").asString();
  }

  private static byte[] statement(JsonNode signed) {
    return Base64.getDecoder().decode(signed.path("statement").asString(signed.toString()));
  }

  @Test
  void theFirstReleaseIsSignedToTheByteAsTheCommandWould()
      throws IOException, SQLException, RepositoryException {
    publisher.prepare(n -> {});
    JsonNode signed = run("editors");
    assertEquals(5, signed.path("records").asInt(), signed.toString());
    byte[] manifest = desk.waiting().orElseThrow().manifest();
    TargetFile file = new TargetFile(ReleaseManifest.TARGET, manifest.length, Sha256.hex(manifest));
    assertArrayEquals(repository.sign("editors", List.of(file), editor), statement(signed));
  }

  @Test
  void aReleaseIsPublishedByASignatureOfTheBrowserAndShowsWhatChanges()
      throws IOException, SQLException, RepositoryException {
    letASecondWait();
    JsonNode signed = run("editors");
    List<String> marks = new ArrayList<>();
    signed.path("shown").forEach(line -> marks.add(line.asString().substring(0, 1)));
    assertEquals(List.of("+", "-", "~"), marks.stream().sorted().toList(), signed.toString());
    assertEquals(SigningDesk.Outcome.TAKEN, desk.take("editors", statement(signed)));
    publisher.sign("reviewers", reviewer);
    assertInstanceOf(PublishOutcome.Published.class, publisher.publish(NOW));
  }

  @Test
  void theOfficeTakesNoWordThatIsNotAboutItsRelease()
      throws IOException, SQLException, RepositoryException {
    letASecondWait();
    byte[] statement = statement(run("editors"));
    assertEquals(SigningDesk.Outcome.NOT_OF_THE_ROLE, desk.take("reviewers", statement));
    assertEquals(
        SigningDesk.Outcome.NOT_OF_THE_ROLE,
        desk.take("editors", "{}".getBytes(StandardCharsets.UTF_8)));
    importTitles("戊");
    publisher.prepare(n -> {});
    assertEquals(SigningDesk.Outcome.OTHER_RELEASE, desk.take("editors", statement));
  }

  @Test
  void aWrongPassphraseIsSaid() throws IOException, SQLException, RepositoryException {
    publisher.prepare(n -> {});
    assertEquals("key-passphrase", run("emergency", "春眠").path("refused").asString());
  }

  @Test
  void aRecordThatIsShownOtherwiseIsNotSigned()
      throws IOException, SQLException, RepositoryException {
    letASecondWait();
    office.lieInText("/waiting/records", text -> text.replace("（修订）", "（修改）"));
    assertEquals("state", refused());
  }

  @Test
  void aRecordThatIsHiddenIsNotSigned() throws IOException, SQLException, RepositoryException {
    letASecondWait();
    office.lieInText("/waiting/records", text -> text.substring(text.indexOf('\n') + 1));
    assertTrue(refused().matches("state|count 5 4"));
  }

  @Test
  void aRemovalThatIsHiddenIsNotSigned() throws IOException, SQLException, RepositoryException {
    letASecondWait();
    office.lieInText("/waiting/removed", text -> "");
    assertEquals("count 5 6", refused());
  }

  @Test
  void aStateBeforeThatIsInventedIsNotBuiltUpon()
      throws IOException, SQLException, RepositoryException {
    letASecondWait();
    office.lieInText("/waiting/before", text -> text.replaceFirst(" [0-9a-f]{8}", " 00000000"));
    assertEquals("before", refused());
  }

  @Test
  void aDigestOrACountThatTheServerMadeUpIsNotSigned()
      throws IOException, SQLException, RepositoryException {
    letASecondWait();
    office.lieInText(
        "/waiting/manifest",
        text -> text.replaceFirst("\"stateDigest\":\"........", "\"stateDigest\":\"00000000"));
    assertEquals("state", refused());
    office.lieInText("/waiting/manifest", text -> text.replace("\"records\":5", "\"records\":6"));
    assertEquals("count 6 5", refused());
  }

  @Test
  void aFieldThatThePageCouldNotShowIsNotSigned()
      throws IOException, SQLException, RepositoryException {
    letASecondWait();
    office.lieInText(
        "/waiting/manifest", text -> text.replace("\"office\"", "\"extra\":\"x\",\"office\""));
    assertTrue(refused().startsWith("unknown-field"));
    office.lieInText(
        "/waiting/manifest", text -> text.replace("\"office\"", "\"office\":\"x\",\"office\""));
    assertTrue(refused().startsWith("not-json"));
  }

  @Test
  void aReleaseNumberThatWasUsedIsNotSigned()
      throws IOException, SQLException, RepositoryException {
    letASecondWait();
    office.lieInText("/waiting/manifest", text -> text.replace("\"release\":2", "\"release\":1"));
    assertEquals("number 1 1", refused());
  }

  @Test
  void aForgedRepositoryIsNotBelieved() throws IOException, SQLException, RepositoryException {
    letASecondWait();
    office.lieInText("/repository/metadata/timestamp.json", text -> text.replace("2026", "2027"));
    assertEquals("signatures timestamp", refused());
  }

  @Test
  void anOlderRepositoryThanWasSeenIsNotBuiltUpon()
      throws IOException, SQLException, RepositoryException {
    letASecondWait();
    byte[] first = Files.readAllBytes(folder.resolve("repository/metadata/timestamp.json"));
    repository.renewTimestamp();
    assertTrue(run("editors").has("statement"));
    office.lie("/repository/metadata/timestamp.json", now -> first);
    assertEquals("rollback timestamp", refused());
  }

  @Test
  void anotherRootThanTheOneOfTheFirstUseIsNotBelieved()
      throws IOException, SQLException, RepositoryException {
    letASecondWait();
    assertEquals(24, run("editors").path("firstUse").asString().length());
    Path other = folder.resolve("other");
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    RepositoryPublisher forger =
        new RepositoryPublisher(other, folder.resolve("other-keys"), clock);
    forger.keys().begin(List.of(targetsKey), 1, SigningKey.generate());
    byte[] forged = Files.readAllBytes(other.resolve("metadata/1.root.json"));
    office.lie("/repository/metadata/1.root.json", truth -> forged);
    office.lieInText("/trust", truth -> "{\"rootJson\":\"\",\"authority\":\"\"}");
    assertTrue(run("editors").has("statement"), "the root of the first use is not asked for again");
  }

  @Test
  void aKeyOfAnotherRoleSignsNothing() throws IOException, SQLException, RepositoryException {
    publisher.prepare(n -> {});
    Files.move(keyFile("emergency"), keyFile("reviewers"));
    assertEquals("not-of-role reviewers", run("reviewers").path("refused").asString());
  }

  @Test
  void anEmergencyListIsSignedAsTheOfficeWritesIt()
      throws IOException, SQLException, RepositoryException, MalformedManifestException {
    letASecondWait();
    JsonNode signed = run("emergency");
    byte[] list = Base64.getDecoder().decode(signed.path("list").asString(signed.toString()));
    EmergencyList read = EmergencyList.fromJson(list);
    assertArrayEquals(read.toJson(), list);
    assertEquals(List.of("请到二楼。", "谢谢。"), read.alerts().getFirst().text());
    TargetFile file = new TargetFile(EmergencyList.TARGET, list.length, Sha256.hex(list));
    assertArrayEquals(repository.sign("emergency", List.of(file), duty), statement(signed));
  }
}
