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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.catalog.Finding;
import org.openhall.office.text.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OfficeMainTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

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
  void makesATokenThatPinsTheRoot() {
    assertEquals(0, run("token", "--hall", "一楼", "--json"));
    assertTrue(json().path("token").asString().startsWith("OH1-"), out());
  }

  @Test
  void remembersTheNameOfTheOffice() {
    run("init", "--name", "某市政务服务中心");
    run("init");
    assertTrue(out().startsWith("某市政务服务中心"), out());
  }

  @Test
  void hasWordsForEveryFinding() {
    for (String language : List.of("zh-CN", "en")) {
      Messages messages = Messages.of(language);
      for (Finding.Kind kind : Finding.Kind.values()) {
        assertFalse(messages.text("finding." + kind.code()).isEmpty());
        assertFalse(messages.text("severity." + kind.severity().code()).isEmpty());
      }
    }
  }
}
