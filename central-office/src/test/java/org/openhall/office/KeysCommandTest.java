package org.openhall.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.database.OfficeDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An office with real keys, through its commands: the root key on a stick, two people who sign. */
class KeysCommandTest {
  private @TempDir Path folder;
  private Path stick;
  private Path passphrase;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void makeAPassphrase() throws IOException {
    stick = folder.resolve("stick");
    passphrase = Files.writeString(folder.resolve("passphrase"), "明厅 四个 字的 口令 很长\n");
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of("--data", folder.resolve("data").toString()));
    all.addAll(List.of("--lang", "en", "--passphrase-file", passphrase.toString()));
    all.addAll(Arrays.asList(words));
    out.reset();
    err.reset();
    return OfficeMain.run(all, print(out), print(err));
  }

  private void must(String... words) {
    assertEquals(0, run(words), () -> String.join(" ", words) + ": " + err());
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

  private String key(String role, String holder) {
    must("keys", "new", role, "--name", holder, "--out", folder.resolve("people").toString());
    return folder.resolve("people/" + role + "-" + holder + ".key").toString();
  }

  private String targetsKey() {
    return stick.resolve("targets-保管员.key").toString();
  }

  private void begin() throws IOException {
    must("init", "--name", "保管员", "--root-dir", stick.toString());
    must("import", titles("甲").toString());
  }

  private Path titles(String word) throws IOException {
    return Files.writeString(
        folder.resolve("t.csv"),
        "source,title,doc_number,date_written,date_published,url\n某局,关于"
            + word
            + "的通知,,,,http://a/1\n");
  }

  /** A terminal that is set up tomorrow has no earlier list to keep a withdrawal from. */
  @Test
  void whatWasWithdrawnStaysSoWhenTheKeyIsExchanged() throws IOException {
    begin();
    String zhang = key("editors", "张三");
    String li = key("reviewers", "李四");
    String duty = key("emergency", "值班");
    must("keys", "staff", "add", "editors", "--key", zhang, "--targets-key", targetsKey());
    must("keys", "staff", "add", "reviewers", "--key", li, "--targets-key", targetsKey());
    must("keys", "staff", "add", "emergency", "--key", duty, "--targets-key", targetsKey());
    must("release", "prepare");
    must("release", "sign", "--role", "editors", "--key", zhang);
    must("release", "sign", "--role", "reviewers", "--key", li);
    must("release", "publish");
    Path words = Files.writeString(folder.resolve("words.txt"), "停电");
    String until = LocalDate.now(ZoneOffset.UTC).plusDays(9).toString();
    must(
        "emergency",
        "notice",
        "--title",
        "旧公告",
        "--text-file",
        words.toString(),
        "--until",
        until,
        "--key",
        duty);
    must("withdraw", recordId(), "--why", "金额有误", "--key", duty);

    must("keys", "staff", "remove", id("值班"), "--targets-key", targetsKey());
    String next = key("emergency", "接班");
    must("keys", "staff", "add", "emergency", "--key", next, "--targets-key", targetsKey());
    must(
        "emergency",
        "notice",
        "--title",
        "新公告",
        "--text-file",
        words.toString(),
        "--until",
        until,
        "--key",
        next);
    String list = newestEmergencyList();
    assertTrue(list.contains(recordId()), list);
    assertTrue(list.contains("新公告"), list);
    assertFalse(list.contains("旧公告"), "the former key's notices do not speak for the office");
    must("withdraw", "--undo", recordId());
  }

  private String recordId() throws IOException {
    return OfficeDatabase.open(folder.resolve("data"))
        .client()
        .sql("SELECT id FROM record ORDER BY type, id LIMIT 1")
        .query(String.class)
        .single();
  }

  private String newestEmergencyList() throws IOException {
    try (Stream<Path> lists =
        Files.list(folder.resolve("data").resolve("repository/targets/emergency"))) {
      for (Path one : lists.toList()) {
        String list = Files.readString(one);
        if (list.contains("新公告")) {
          return list;
        }
      }
    }
    throw new AssertionError("no list with the new notice");
  }

  private String id(String holder) {
    must("keys", "list", "--json");
    JsonNode json = JsonMapper.shared().readTree(out().lines().toList().getLast());
    for (JsonNode key : json.path("keys")) {
      if (key.path("holder").asString().equals(holder)) {
        return key.path("id").asString();
      }
    }
    throw new AssertionError(holder + " holds no key");
  }

  @Test
  void publishingAndChangingStaffNeedNoRootKey() throws IOException {
    begin();
    Files.move(stick.resolve("root-保管员.key"), folder.resolve("root-is-in-the-safe"));
    String zhang = key("editors", "张三");
    String li = key("reviewers", "李四");
    must("keys", "staff", "add", "editors", "--key", zhang, "--targets-key", targetsKey());
    must("keys", "staff", "add", "reviewers", "--key", li, "--targets-key", targetsKey());

    must("release", "prepare");
    must("release", "sign", "--role", "editors", "--key", zhang);
    assertEquals(2, run("release", "publish"));
    assertTrue(err().contains("Not published: reviewers"), err());
    assertEquals(2, run("release", "sign", "--role", "reviewers", "--key", zhang));
    assertTrue(err().contains("not one of the reviewers"), err());
    must("release", "sign", "--role", "reviewers", "--key", li);
    must("release", "publish");

    String wang = key("editors", "王五");
    must("keys", "staff", "add", "editors", "--key", wang, "--targets-key", targetsKey());
    must("keys", "staff", "remove", id("张三"), "--targets-key", targetsKey());
    assertTrue(out().contains("release sign --role editors"), out());
    must("release", "sign", "--role", "editors", "--key", wang);
    must("release", "publish");
    must("keys", "list");
    assertFalse(out().contains("does not count any more:"), out());
    assertTrue(out().contains("ended"), out());
  }

  @Test
  void everyTopLevelKeyIsRotatedWithTheRootKeyAndNotWithoutIt() throws IOException {
    begin();
    String before = id("this server");
    for (String role : List.of("snapshot", "timestamp")) {
      must("keys", "rotate", role, "--root-dir", stick.toString());
    }
    assertFalse(id("this server").equals(before));
    must(
        "keys",
        "rotate",
        "targets",
        "--name",
        "新保管员",
        "--out",
        stick.toString(),
        "--root-dir",
        stick.toString());
    must(
        "keys",
        "rotate",
        "root",
        "--name",
        "新根",
        "--out",
        folder.resolve("safe").toString(),
        "--root-dir",
        stick.toString());
    assertEquals(
        2, run("keys", "renew", "root", "--root-dir", stick.toString()), "the old root key");
    must("keys", "renew", "root", "--root-dir", folder.resolve("safe").toString());
  }

  @Test
  void aRotationThatIsNotAllowedLeavesNoNewKeyBehind() throws IOException {
    begin();
    String zhang = key("editors", "张三");
    must("keys", "staff", "add", "editors", "--key", zhang, "--targets-key", targetsKey());
    Path fresh = folder.resolve("people/fresh.key");
    for (String role : List.of("editors", "targets", "root")) {
      String option = role.equals("editors") ? "--targets-key" : "--root-dir";
      assertEquals(
          2,
          run("keys", "rotate", role, "--name", "新", "--out", fresh.toString(), option, "absent"));
      assertFalse(Files.exists(fresh), role);
    }
  }

  @Test
  void severalRootKeysCanBeAskedFor() throws IOException {
    key("root", "甲");
    key("root", "乙");
    String people = folder.resolve("people").toString();
    assertEquals(2, run("init", "--name", "丙", "--root-dir", people, "--root-threshold", "3"));
    assertTrue(err().contains("3 root keys are to sign, but there are 2"), err());
    must("init", "--root-dir", people, "--name", "丙", "--root-threshold", "2");
    assertFalse(out().contains("One root key alone"), out());
    must("keys", "list");
    assertFalse(out().contains("One root key alone"), out());
  }

  @Test
  void aKeyOfOneSideIsNotTakenOntoTheOther() throws IOException {
    begin();
    String zhang = key("editors", "张三");
    must("keys", "staff", "add", "editors", "--key", zhang, "--targets-key", targetsKey());
    assertEquals(
        2, run("keys", "staff", "add", "reviewers", "--key", zhang, "--targets-key", targetsKey()));
    assertTrue(err().contains("one of the editors already"), err());
  }

  @Test
  void noKeyOfAPersonLiesInTheDataFolderAndNoneIsWithoutAPassphrase() throws IOException {
    begin();
    try (Stream<Path> files = Files.list(folder.resolve("data/keys"))) {
      assertEquals(
          List.of("snapshot", "timestamp"),
          files
              .map(f -> f.getFileName().toString())
              .filter(name -> name.endsWith(".key"))
              .map(name -> name.replaceAll("-.*", ""))
              .sorted()
              .toList());
    }
    assertTrue(Files.readString(Path.of(targetsKey())).contains("ENCRYPTED PRIVATE KEY"));
    Files.writeString(passphrase, "a wrong passphrase");
    assertEquals(2, run("keys", "renew", "targets", "--targets-key", targetsKey()));
    assertTrue(err().contains("passphrase"), err());
    Files.writeString(passphrase, "short");
    assertEquals(2, run("keys", "new", "editors", "--name", "x", "--out", folder.toString()));
    assertTrue(err().contains("fewer than 12"), err());
  }

  @Test
  void publishInOneStepIsForDemoKeysOnly() throws IOException {
    begin();
    assertEquals(2, run("publish"));
    assertTrue(err().contains("release prepare"), err());
  }
}
