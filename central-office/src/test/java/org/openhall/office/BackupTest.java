package org.openhall.office;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
