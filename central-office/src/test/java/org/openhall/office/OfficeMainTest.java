package org.openhall.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.Base64Bytes;
import org.openhall.link.EnrolmentReply;
import org.openhall.link.Fingerprint;
import org.openhall.link.StickRequest;
import org.openhall.link.status.AgentStatus;
import org.openhall.office.authority.TestKey;
import org.openhall.office.catalog.Finding;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.StaleDays;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.intake.EventRetention;
import org.openhall.office.text.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnBothDatabases
class OfficeMainTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private final TestDatabase kind;

  OfficeMainTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void chooseTheDatabase() throws IOException {
    kind.prepare(folder.resolve("data"));
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of("--data", folder.resolve("data").toString()));
    all.addAll(Arrays.asList(words));
    out.reset();
    err.reset();
    return OfficeMain.run(all, print(out), print(err));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private JsonNode json() {
    return JsonMapper.shared().readTree(out().lines().toList().getLast());
  }

  private Path titles() throws IOException {
    return Files.writeString(
        folder.resolve("t.csv"),
        """
        source,title,doc_number,date_written,date_published,url
        State Council,关于甲的通知,国发〔2020〕1号,,2020-01-09,http://a/1
        State Council,,,,,http://a/2
        """);
  }

  @Test
  void explainsItselfInBothLanguages() {
    assertEquals(0, run("--help"));
    assertTrue(out().contains("\n  import 文件或目录…"), out());
    assertEquals(0, run("--lang", "en", "--help"));
    assertTrue(out().contains("\n  import FILE|DIR..."), out());
  }

  @Test
  void refusesAWrongCommandLineWithASentence() {
    assertEquals(1, run("imprt"));
    assertEquals("没有命令“imprt”。用 --help 查看全部命令。\n", err());
    assertEquals(1, run("publish", "--fast"));
    assertEquals(1, run("serve", "--port"));
    assertEquals(1, run("serve", "--port", "seventy"));
    assertEquals(1, run("serve", "--tls-port", "70000"));
    assertTrue(err().contains("--tls-port"), err());
    assertEquals(1, run("import"));
  }

  @Test
  void importsAndLeavesAReport() throws IOException {
    assertEquals(0, run("import", titles().toString(), "--json"));
    assertEquals(3, json().path("added").asInt());
    assertEquals(1, json().path("refused").asInt());
    assertTrue(out().contains("拒收 第 3 行，字段 title：必填字段为空"), out());
    try (Stream<Path> reports = Files.list(folder.resolve("data/reports"))) {
      assertEquals(2, reports.count());
    }
  }

  @Test
  void importsWhatItKnowsOfAFolderAndPassesOverTheRest() throws IOException {
    titles();
    Files.writeString(folder.resolve("notes.md"), "# 笔记");
    assertEquals(0, run("import", folder.toString(), "--json"));
    assertEquals(3, json().path("added").asInt());
    assertEquals(1, json().path("skipped").size());
  }

  @Test
  void failsOnAFolderWithoutAnythingToImport() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertEquals(2, run("import", empty.toString()));
    assertTrue(err().contains("没有可以导入的文件"), err());
    assertEquals(2, run("import", folder.resolve("absent").toString()));
  }

  @Test
  void importsTheOtherFilesWhenOneIsBroken() throws IOException {
    Path broken = Files.writeString(folder.resolve("b.json"), "[{\"item_code\":1,\"department\":");
    assertEquals(2, run("import", broken.toString(), titles().toString(), "--json"));
    assertEquals(3, json().path("added").asInt());
    assertEquals(1, json().path("troubles").size());
  }

  @Test
  void publishesAndListsReleases() throws IOException {
    assertEquals(2, run("publish"));
    assertTrue(err().contains("init --root-dir"), err());
    run("init", "--demo-keys");
    assertTrue(out().contains("切勿用于真实大厅"), out());
    assertEquals(2, run("publish"));
    run("import", titles().toString());
    assertEquals(0, run("publish", "--json"));
    assertEquals(1, json().path("release").asInt());
    assertEquals(3, json().path("records").asInt());
    assertEquals(0, run("publish", "--json"));
    assertFalse(json().path("published").asBoolean());
    assertEquals(0, run("releases"));
    assertEquals(3, out().lines().count());
  }

  @Test
  void withdrawsARecordAndPutsUpANoticeAtOnce() throws IOException {
    run("init", "--demo-keys");
    run("import", titles().toString());
    run("publish");
    Path text = Files.writeString(folder.resolve("notice.txt"), "今日下午停止办理。\n请改日再来。\n");
    String[] notice = {"emergency", "notice", "--title", "停电", "--text-file", text.toString()};
    assertEquals(2, run(with(notice, "--until", "2020-01-01")));
    assertTrue(err().contains("2020-01-01"), err());
    assertEquals(0, run(with(notice, "--until", "2999-12-31")), err());
    assertEquals(2, run("withdraw", "no-such", "--why", "有误"));
    assertTrue(err().contains("没有记录 no-such"), err());
    try (Stream<Path> lists = Files.list(folder.resolve("data/repository/targets/emergency"))) {
      assertEquals(1, lists.count());
    }
  }

  /** What one person took off the screens comes back by two, in a later revision. */
  @Test
  void aRecordThatWasWithdrawnByMistakeComesBackWithTheNextRelease() throws IOException {
    run("init", "--demo-keys");
    run("import", titles().toString());
    run("publish");
    String id = anId();
    assertEquals(2, run("withdraw", "--undo", id));
    assertTrue(err().contains("没有撤回"), err());
    assertEquals(0, run("withdraw", id, "--why", "误撤"), err());
    assertTrue(emergencyList().contains("\"revision\":1"), this::emergencyList);
    assertEquals(0, run("withdraw", "--undo", id), err());
    assertTrue(out().contains("第 2 次修订"), out());
    assertEquals(2, run("withdraw", "--undo", id), "it is not withdrawn in its new revision");
    assertEquals(0, run("publish", "--json"));
    assertTrue(json().path("published").asBoolean(), out());
    assertEquals(0, run("import", titles().toString()), err());
    assertEquals(0, run("publish", "--json"));
    assertFalse(json().path("published").asBoolean(), "the import found nothing new");
  }

  /** The catalogue may be behind what terminals were told, as after a restored backup. */
  @Test
  void undoingGoesBeyondTheRevisionThatWasWithdrawn() throws IOException, SQLException {
    run("init", "--demo-keys");
    run("import", titles().toString());
    run("publish");
    String id = anId();
    run("withdraw", id, "--why", "误撤");
    run("withdraw", "--undo", id);
    assertEquals(0, run("withdraw", id, "--why", "再撤"), err());
    try (Connection office = kind.open(folder.resolve("data")).connect();
        Statement update = office.createStatement()) {
      update.execute("UPDATE record SET revision = 1 WHERE id = '" + id + "'");
    }
    assertEquals(0, run("withdraw", "--undo", id), err());
    assertTrue(out().contains("第 3 次修订"), out());
  }

  private String anId() {
    try (Connection office = kind.open(folder.resolve("data")).connect();
        Statement select = office.createStatement();
        ResultSet row = select.executeQuery("SELECT id FROM record ORDER BY type, id LIMIT 1")) {
      assertTrue(row.next());
      return row.getString(1);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String emergencyList() {
    try (Stream<Path> lists = Files.list(folder.resolve("data/repository/targets/emergency"))) {
      return Files.readString(lists.findFirst().orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] with(String[] words, String... more) {
    List<String> all = new ArrayList<>(Arrays.asList(words));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }

  @Test
  void makesATokenThatShowsTheFingerprintOfTheOffice() {
    run("init", "--demo-keys");
    assertEquals(0, run("token", "--hall", "一楼", "--json"));
    String token = json().path("token").asString();
    String fingerprint = json().path("fingerprint").asString();
    assertTrue(token.startsWith("OH2-") && token.contains(fingerprint), out());
    run("init");
    assertTrue(out().contains("信任指纹：" + fingerprint), out());
  }

  /** A request on a stick, as a terminal writes it; returns its code. */
  private Fingerprint requestOn(Path stick) throws IOException {
    TestKey key = TestKey.make();
    Fingerprint code = key.request().fingerprint();
    StickRequest.requestFile(stick, code)
        .write(new StickRequest(Base64Bytes.of(key.pkcs10()), "一楼"));
    return code;
  }

  /** Lets a terminal in; leaves the list of terminals as the last output. */
  private String enrolled() throws IOException {
    run("init", "--demo-keys");
    Path stick = folder.resolve("stick");
    assertEquals(0, run("answer-stick", stick.toString(), "--code", requestOn(stick).grouped()));
    run("terminals", "--json");
    return json().at("/terminals/0/id").asString();
  }

  @Test
  void answersARequestOnAStickOnceItsCodeWasCompared() throws IOException {
    run("init", "--demo-keys");
    Path stick = folder.resolve("stick");
    assertEquals(2, run("answer-stick", stick.toString()));
    Fingerprint code = requestOn(stick);
    Files.writeString(StickRequest.folder(stick).resolve("x.request.json"), "{");
    assertEquals(1, run("answer-stick", stick.toString()));
    assertTrue(out().contains(code.grouped()) && out().contains("一楼"), out());
    String wrong = "7777-7777-7777-7777-7777";
    assertEquals(2, run("answer-stick", stick.toString(), "--code", wrong));
    assertTrue(StickRequest.answerFile(stick, code).read().isEmpty());
    assertEquals(0, run("answer-stick", stick.toString(), "--code", code.grouped()));
    EnrolmentReply reply = StickRequest.answerFile(stick, code).read().orElseThrow();
    assertTrue(out().contains(reply.anchors().fingerprint().grouped()), out());
    run("terminals", "--json");
    assertEquals(reply.terminalId(), json().at("/terminals/0/id").asString());
  }

  @Test
  void listsTerminalsAndLocksOneOut() throws IOException {
    assertEquals(0, run("terminals"));
    String id = enrolled();
    assertTrue(out().contains("尚未联系"), out());
    assertEquals(1, run("revoke-terminal", id));
    assertEquals(2, run("revoke-terminal", "T0", "--why", "被盗"));
    assertEquals(0, run("revoke-terminal", id, "--why", "被盗"));
    assertEquals(2, run("revoke-terminal", id, "--why", "被盗"));
    run("terminals", "--json");
    assertTrue(out().contains("已吊销：被盗"), out());
    assertEquals("被盗", json().at("/terminals/0/revokedWhy").asString());
  }

  @Test
  void setsHowLongCertificatesAreGood() throws IOException {
    assertEquals(1, run("init", "--certificate-days", "1"));
    assertEquals(0, run("init", "--certificate-days", "30"));
    enrolled();
    Instant until = Instant.parse(json().at("/terminals/0/certificateUntil").asString());
    assertTrue(until.isBefore(Instant.now().plus(Duration.ofDays(31))), until.toString());
  }

  @Test
  void setsAfterHowManyDaysContentIsOld() throws IOException {
    assertEquals(1, run("init", "--stale-days", "0"));
    assertEquals(1, run("init", "--stale-days", "366"));
    assertEquals(0, run("init", "--stale-days", "30"));
    OfficeDatabase database = kind.open(folder.resolve("data"));
    assertEquals(Duration.ofDays(30), new StaleDays(database).get());
  }

  @Test
  void setsHowLongEventsStay() throws IOException {
    assertEquals(1, run("init", "--event-days", "179"));
    assertEquals(0, run("init", "--event-days", "200"));
    OfficeDatabase database = kind.open(folder.resolve("data"));
    assertEquals(Duration.ofDays(200), new EventRetention(database, Clock.systemUTC()).get());
  }

  @Test
  void remembersTheNameOfTheOffice() {
    run("init", "--name", "某市政务服务中心");
    run("init");
    assertTrue(out().startsWith("某市政务服务中心"), out());
  }

  @Test
  void hasWordsForEveryFindingAndEveryOutcome() {
    for (String language : List.of("zh-CN", "en")) {
      Messages messages = Messages.of(language);
      for (Finding.Kind kind : Finding.Kind.values()) {
        assertFalse(messages.text("finding." + kind.code()).isEmpty());
        assertFalse(messages.text("severity." + kind.severity().code()).isEmpty());
      }
      for (AgentStatus.Outcome outcome : AgentStatus.Outcome.values()) {
        assertFalse(messages.text("terminals.outcome." + outcome.name()).isEmpty());
      }
    }
  }
}
