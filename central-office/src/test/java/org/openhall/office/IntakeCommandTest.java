package org.openhall.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.link.envelope.Binding;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.PersonalForm.Field;
import org.openhall.link.envelope.SealKey;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventBatch;
import org.openhall.link.event.EventMessage;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.intake.EventIntake;

/** The key to which terminals seal, and what is opened with it, by the office's commands. */
@OnBothDatabases
class IntakeCommandTest {
  private @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private final TestDatabase kind;

  IntakeCommandTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void chooseTheDatabase() throws IOException {
    kind.prepare(data());
  }

  private int run(String... words) throws IOException {
    Path passphrase = Files.writeString(folder.resolve("passphrase"), "明厅 四个 字的 口令 很长\n");
    List<String> all = new ArrayList<>(List.of("--data", data().toString(), "--lang", "en"));
    all.addAll(List.of("--passphrase-file", passphrase.toString()));
    all.addAll(Arrays.asList(words));
    out.reset();
    err.reset();
    return OfficeMain.run(all, print(out), print(err));
  }

  private void must(String... words) throws IOException {
    assertEquals(0, run(words), () -> String.join(" ", words) + ": " + err);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private String key(String holder) {
    return folder.resolve("people/intake-" + holder + ".key").toString();
  }

  private SealKey newKey(String holder) throws IOException {
    must("intake", "new-key", "--name", holder, "--out", folder.resolve("people").toString());
    String line =
        Files.readAllLines(Path.of(key(holder))).stream()
            .filter(l -> l.startsWith("Key: "))
            .findFirst()
            .orElseThrow();
    return SealKey.parse(line.substring(5)).orElseThrow();
  }

  private void receive(SealKey to, String terminal) throws IOException, SQLException {
    OfficeDatabase database = kind.open(data());
    database
        .client()
        .sql(
            "INSERT INTO terminal (id, hall, enrolled_at) VALUES (?, '一楼', '2026-11-30T01:00:00Z')")
        .param(terminal)
        .update();
    String id = EventMessage.newId();
    PersonalForm form =
        new PersonalForm().put(Field.NAME, "张三丰").put(Field.WANTED, "关于甲的\u001b[2J通知");
    Binding here = new Binding(Binding.Way.UP, terminal, id, "application");
    EventMessage message =
        EventMessage.of(id, Instant.now(), new Event.Application(to.seal(form.encode(), here)));
    new EventIntake(database, Clock.systemUTC()).take(terminal, new EventBatch(List.of(message)));
  }

  @Test
  void whoHasTheKeyAndItsPassphraseReadsAnApplication() throws IOException, SQLException {
    SealKey key = newKey("王办");
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(key("王办")))));
    assertTrue(Files.readString(Path.of(key("王办"))).contains("BEGIN ENCRYPTED PRIVATE KEY"));
    receive(key, "t-1");
    must("intake", "list");
    assertTrue(said().contains("application for disclosure") && said().contains(key.id()), said());
    assertFalse(said().contains("张三丰"));
    must("intake", "open", "1", "--key", key("王办"));
    assertTrue(said().contains("Name: 张三丰"), said());
    assertTrue(said().contains("关于甲的 [2J通知"), "no control character reaches the window");
    must("events");
    assertTrue(said().contains("application for disclosure"), said());
    must("events", "--json");
    assertTrue(said().contains("\"kind\":\"application\",\"count\":1"), said());
    assertEquals(2, run("intake", "open", "9", "--key", key("王办")));
    assertEquals(2, run("intake", "answer", "1", "--key", key("王办"), "--text-file", key("王办")));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("names no key for an answer"));
  }

  @Test
  void aFormerKeyStillOpensWhatWasSealedToItAndAnUnknownOneIsSaid()
      throws IOException, SQLException {
    SealKey former = newKey("王办");
    SealKey present = newKey("李办");
    assertNotEquals(former, present);
    must("intake", "keys");
    assertTrue(said().lines().anyMatch(l -> l.contains(present.id()) && l.contains("in use")));
    assertTrue(said().lines().anyMatch(l -> l.contains(former.id()) && l.contains("20")));
    receive(former, "t-1");
    must("intake", "open", "1", "--key", key("王办"));
    assertEquals(2, run("intake", "open", "1", "--key", key("李办")));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains(former.id()), "it names the key");
    SealKey stranger =
        org.openhall.link.envelope.OpeningKey.generate(new java.security.SecureRandom()).sealKey();
    receive(stranger, "t-2");
    must("intake", "list");
    assertTrue(said().contains("none of this office"), said());
  }

  @Test
  void theNextReleaseNamesTheKeyAndANewKeyMakesANewRelease()
      throws IOException, MalformedManifestException {
    must("init", "--demo-keys");
    must("import-sample");
    must("publish");
    String first = published();
    assertTrue(SealKey.parse(first).isPresent());
    must("publish");
    assertTrue(said().contains("nothing"), "the same records and key: " + said());
    SealKey next = newKey("李办");
    must("release", "prepare");
    must("release", "sign", "--role", "editors");
    assertTrue(said().contains(next.id()), "who signs sees which key: " + said());
    must("release", "sign", "--role", "reviewers");
    must("release", "publish");
    assertEquals(next.text(), published());
  }

  private String published() throws IOException, MalformedManifestException {
    try (var files = Files.walk(data().resolve("repository"))) {
      List<ReleaseManifest> manifests = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".manifest.json")).toList()) {
        manifests.add(ReleaseManifest.fromJson(Files.readAllBytes(file)));
      }
      return String.valueOf(
          manifests.stream()
              .max(java.util.Comparator.comparingLong(ReleaseManifest::release))
              .orElseThrow()
              .intakeKey());
    }
  }
}
