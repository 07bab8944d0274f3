package org.openhall.office;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.DatabasePlace;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.settings.OfficeProperties;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.client.DirectoryFetcher;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;

/** An office that is copied, lost, and goes on elsewhere. */
@OnBothDatabases
class BackupTest {
  @TempDir Path folder;
  private final TestDatabase kind;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path data = Path.of("");
  private Path backups = Path.of("");
  private Path other = Path.of("");

  BackupTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void found() throws IOException {
    data = kind.prepare(Files.createDirectories(folder.resolve("data")));
    backups = folder.resolve("backups");
    other = folder.resolve("other");
    assertEquals(0, run(data, "init", "--demo-keys"), said::toString);
    assertEquals(0, run(data, "import-sample"), said::toString);
    assertEquals(0, run(data, "publish"), said::toString);
  }

  private int run(Path where, String... words) {
    List<String> all = new ArrayList<>(List.of("--data", where.toString(), "--lang", "en"));
    all.addAll(List.of(words));
    said.reset();
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    return OfficeMain.run(all, print, print);
  }

  private String words() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private long objects() throws IOException {
    try (Stream<Path> files = Files.walk(backups.resolve("objects"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  /** A terminal that knew the former office looks at the folder that serves it now. */
  private static void look(Path terminal, Path repository) throws IOException, RepositoryException {
    DirectoryFetcher metadata = new DirectoryFetcher(repository.resolve("metadata"));
    new Updater(terminal, metadata, OfficeTime.clock()).refresh();
  }

  @Test
  void goesOnElsewhereAndTerminalsWithIt() throws IOException, RepositoryException {
    Path terminal = folder.resolve("terminal");
    Updater.trust(terminal, Files.readAllBytes(data.resolve("repository/metadata/1.root.json")));
    look(terminal, data.resolve("repository"));
    assertEquals(0, run(data, "backup", "--to", backups.toString()), this::words);
    assertEquals(0, run(other, "restore", "--from", backups.toString()), this::words);
    assertFalse(Files.exists(other.resolve(OfficeProperties.FILE)));
    assertEquals(0, run(other, "verify"), this::words);
    assertArrayEquals(
        Files.readAllBytes(data.resolve("pki/authority.pem")),
        Files.readAllBytes(other.resolve("pki/authority.pem")));
    Path text = Files.writeString(folder.resolve("text"), "请稍候。\n");
    assertEquals(
        0,
        run(
            other,
            "emergency",
            "notice",
            "--title",
            "停电",
            "--text-file",
            text.toString(),
            "--until",
            "2999-12-31"),
        this::words);
    look(terminal, other.resolve("repository"));
    assertTrue(Files.readString(terminal.resolve("snapshot.json")).contains("emergency"));
  }

  @Test
  void copiesOnlyWhatIsNew() throws IOException {
    assertEquals(0, run(data, "backup", "--to", backups.toString()), this::words);
    long first = objects();
    assertEquals(0, run(data, "init", "--name", "某市政务服务中心"), this::words);
    assertEquals(0, run(data, "backup", "--to", backups.toString()), this::words);
    assertTrue(objects() - first <= 3, () -> first + " objects before");
  }

  @Test
  void whatIsDamagedIsNamedAndNothingIsMadeOfIt() throws IOException {
    assertEquals(0, run(data, "backup", "--to", backups.toString()), this::words);
    assertEquals(0, run(data, "verify", "--from", backups.toString()), this::words);
    try (Stream<Path> files = Files.walk(backups.resolve("objects"))) {
      Files.writeString(files.filter(Files::isRegularFile).findFirst().orElseThrow(), "x");
    }
    assertEquals(OfficeMain.BAD_INPUT, run(data, "verify", "--from", backups.toString()));
    assertEquals(OfficeMain.BAD_INPUT, run(other, "restore", "--from", backups.toString()));
    assertTrue(words().contains("damaged"), this::words);
    assertEquals(OfficeMain.BAD_INPUT, run(data, "restore", "--from", backups.toString()));
    assertTrue(words().contains("holds an office already"), this::words);
  }

  @Test
  void aRestoreThatWasKilledIsRunAgain() throws IOException, InterruptedException {
    assertEquals(0, run(data, "backup", "--to", backups.toString()), this::words);
    try (OfficeProcess restore =
        OfficeProcess.start(
            folder.resolve("logs"), other, "restore", "--from", backups.toString())) {
      restore.await(() -> Files.exists(other.resolve("restore-unfinished")) || isWhole());
      restore.kill();
      restore.ended();
    }
    if (!isWhole()) {
      assertEquals(OfficeMain.BAD_INPUT, run(other, "releases"));
      assertTrue(words().contains("interrupted"), this::words);
      assertEquals(0, run(other, "restore", "--from", backups.toString()), this::words);
    }
    assertEquals(0, run(other, "verify"), this::words);
  }

  private boolean isWhole() {
    return Files.exists(other.resolve("office.db"))
        && !Files.exists(other.resolve("restore-unfinished"));
  }

  @Test
  void earlierOnesGoAndWhatLaterOnesShareStays() throws IOException {
    for (String name : List.of("甲", "乙", "丙")) {
      assertEquals(0, run(data, "init", "--name", name), this::words);
      assertEquals(0, run(data, "backup", "--to", backups.toString()), this::words);
    }
    long three = objects();
    assertEquals(0, run(data, "backup", "--to", backups.toString(), "--keep-days", "1"));
    assertEquals(4, manifests().size());
    assertEquals(0, run(data, "backup", "--to", backups.toString(), "--keep", "2"), this::words);
    assertEquals(2, manifests().size());
    assertTrue(objects() < three, () -> words());
    assertEquals(0, run(data, "backup", "--to", backups.toString(), "--keep", "1"), this::words);
    assertEquals(contentsOf(manifests().getFirst()), objects());
    assertEquals(0, run(data, "verify", "--from", backups.toString()), this::words);
    assertEquals(
        OfficeMain.WRONG_COMMAND_LINE,
        run(data, "backup", "--to", backups.toString(), "--keep", "0"));
    assertTrue(words().contains("--keep"), this::words);
  }

  @Test
  void aPruningThatWasKilledLosesNothingAndIsMadeUpFor() throws IOException, InterruptedException {
    assertEquals(0, run(data, "backup", "--to", backups.toString()), this::words);
    Path newest = manifests().getFirst();
    Path old = Files.copy(newest, backups.resolve("backup-2001-01-01T000000Z.json"));
    Path useless = Files.createDirectory(backups.resolve("objects/zz"));
    for (int i = 0; i < 5000; i++) {
      Files.createFile(useless.resolve("z" + i));
    }
    String[] backup = {"backup", "--to", backups.toString(), "--keep", "1"};
    try (OfficeProcess pruning = OfficeProcess.start(folder.resolve("logs"), data, backup)) {
      pruning.await(() -> !Files.exists(old));
      pruning.kill();
      pruning.ended();
    }
    assertEquals(0, run(data, "verify", "--from", backups.toString()), this::words);
    assertEquals(0, run(data, backup), this::words);
    assertEquals(1, manifests().size());
    assertEquals(contentsOf(manifests().getFirst()), objects());
    assertEquals(0, run(other, "restore", "--from", backups.toString()), this::words);
    assertEquals(0, run(other, "verify"), this::words);
  }

  private List<Path> manifests() throws IOException {
    try (Stream<Path> files = Files.list(backups)) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  private static long contentsOf(Path manifest) throws IOException {
    return Pattern.compile("\"sha256\" : \"([0-9a-f]{64})")
        .matcher(Files.readString(manifest))
        .results()
        .map(found -> found.group(1))
        .distinct()
        .count();
  }

  /** Made while others write, killed, made again, restored onto the other kind, and served. */
  @Test
  void goesOnAtTheOtherKindOfDatabase() throws IOException, InterruptedException {
    String[] backup = {"backup", "--to", backups.toString()};
    AtomicBoolean isOver = new AtomicBoolean();
    try (OfficeDatabase database = OfficeDatabase.open(data)) {
      AuditLog log = new AuditLog(database, OfficeTime.clock());
      Thread others = Thread.ofVirtual().start(() -> write(log, isOver));
      try (OfficeProcess killed = OfficeProcess.start(folder.resolve("logs"), data, backup)) {
        killed.await(() -> Files.isDirectory(backups.resolve("objects")) && objects() > 3);
        killed.kill();
        killed.ended();
      }
      assertEquals(0, run(data, backup), this::words);
      isOver.set(true);
      others.join();
    }
    assertEquals(0, run(data, "verify", "--from", backups.toString()), this::words);
    assertEquals(0, run(data, backup), this::words);
    List<String> restore = new ArrayList<>(List.of("restore", "--from", backups.toString()));
    if (kind == TestDatabase.SQLITE) {
      DatabasePlace.OnServer place = TestDatabase.newServer();
      restore.addAll(List.of("--database", place.url()));
      place
          .passwordFile()
          .ifPresent(file -> restore.addAll(List.of("--database-password-file", file.toString())));
    }
    assertEquals(0, run(other, restore.toArray(String[]::new)), this::words);
    assertEquals(kind == TestDatabase.POSTGRESQL, Files.exists(other.resolve("office.db")));
    assertEquals(0, run(other, "verify"), this::words);
    assertEquals(said(data, "audit", "verify"), said(other, "audit", "verify"));
    assertEquals(pages(data), pages(other));
  }

  private static void write(AuditLog log, AtomicBoolean isOver) {
    try {
      while (!isOver.get()) {
        log.add(Entry.ofCommand(Deed.SETTING_CHANGED, "test", "写入"));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String said(Path where, String... command) {
    assertEquals(0, run(where, command), this::words);
    return words();
  }

  /** What it serves to anybody: the start page, what is published, the figures. */
  private List<String> pages(Path where) throws IOException, InterruptedException {
    String[] serve = {"serve", "--port", "0", "--tls-port", "0", "--json"};
    List<String> pages = new ArrayList<>();
    try (OfficeProcess office = OfficeProcess.start(folder.resolve("logs"), where, serve);
        HttpClient http = HttpClient.newHttpClient()) {
      URI base = URI.create("http://127.0.0.1:" + office.port());
      for (String path : List.of("/", "/repository/metadata/1.root.json", "/api/status")) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
        pages.add(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
      }
    }
    return pages;
  }

  @Test
  void verifyNamesARecordAndAFileThatAreNotWhatWasWritten() throws IOException {
    try (OfficeDatabase database = OfficeDatabase.open(data)) {
      String first = "(SELECT min(id) FROM record)";
      database
          .client()
          .sql("UPDATE record SET sha256 = ? WHERE id = " + first)
          .param("0".repeat(64))
          .update();
    }
    try (Stream<Path> files = Files.walk(data.resolve("repository/targets"))) {
      Path pack = files.filter(file -> file.toString().endsWith(".pack")).findFirst().orElseThrow();
      Files.writeString(pack, "x");
    }
    assertEquals(OfficeMain.BAD_INPUT, run(data, "verify"));
    assertTrue(words().contains("its hash differs"), this::words);
    assertTrue(words().contains(".pack"), this::words);
  }
}
