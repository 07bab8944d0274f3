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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The look at records as a command, and before a release. */
class LintCommandTest {
  /** The example of GB 11643. */
  private static final String NUMBER = "11010519491231002X";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void anOfficeWithThreeTitles() throws IOException {
    Path titles =
        Files.writeString(
            folder.resolve("t.csv"),
            """
            source,title,doc_number,date_written,date_published,url
            State Council,关于某甲（%s）的批复,国发〔2020〕1号,2020-01-02,2020-01-09,http://a/1
            State Council,关于乙的通知,国发〔2010〕2号,2020-01-02,2020-01-09,http://a/2
            Hainan Provincial Government,=cmd|关于丙的通知,,2020-01-12,2020-01-09,http://a/3
            """
                .formatted(NUMBER));
    assertEquals(0, run("init", "--demo-keys"));
    assertEquals(0, run("import", titles.toString()));
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

  private JsonNode json() {
    return JsonMapper.shared().readTree(out().lines().toList().getLast());
  }

  @Test
  void endsWithFiguresAndTheStatusSaysWhetherThereAreErrors() {
    assertEquals(2, run("lint", "--json"));
    assertEquals(1, json().path("errors").asInt());
    assertEquals(2, json().path("warnings").asInt());
    assertEquals("id-number", json().path("findings").path(0).path("rule").asString());
    assertFalse(out().contains(NUMBER), "a number of a person is never printed");
    assertEquals(0, run("lint", "--rule", "number-year", "--json"));
    assertEquals(1, json().path("warnings").asInt());
    assertEquals(0, run("lint", "--department", "海南", "--json"));
    assertEquals(1, json().path("warnings").asInt());
    assertEquals(2, run("lint", "--severity", "error", "--json"));
    assertEquals(0, json().path("warnings").asInt());
  }

  @Test
  void refusesWhatIsNoRuleAndNoSeverity() {
    assertEquals(2, run("lint", "--rule", "none"));
    assertEquals(2, run("lint", "--severity", "grave"));
    assertEquals(2, run("lint", "accept", "0123456789"), "without a reason");
  }

  @Test
  void aSheetIsSortedAndHoldsNoFormula() throws IOException {
    Path sheet = folder.resolve("findings.csv");
    run("lint", "--csv", sheet.toString(), "--lang", "en");
    List<String> rows = Files.readAllLines(sheet);
    assertTrue(rows.getFirst().startsWith("\uFEFFseverity,rule,"), rows.getFirst());
    assertTrue(rows.get(1).startsWith("error,id-number,"), rows.get(1));
    assertTrue(rows.getLast().startsWith("notice,"), rows.getLast());
    assertTrue(rows.stream().anyMatch(row -> row.contains(",'=cmd|关于丙的通知,")), rows.toString());
    assertFalse(rows.stream().anyMatch(row -> row.contains(",=cmd")), rows.toString());
  }

  @Test
  void whatWasAcceptedIsCountedAndNotListed() {
    run("lint", "--json");
    String key = json().path("findings").path(0).path("key").asString();
    assertEquals(0, run("lint", "accept", key, "--why", "标准中的示例"));
    assertEquals(0, run("lint", "accept", "date-order", "--department", "海南省人民政府", "--why", "来源"));
    assertEquals(0, run("lint", "--json"));
    assertEquals(0, json().path("errors").asInt());
    assertEquals(1, json().path("warnings").asInt());
    assertEquals(2, json().path("accepted").asInt());
  }

  @Test
  void aRuleIsNeverAcceptedForErrors() {
    assertEquals(0, run("lint", "accept", "id-number", "--department", "国务院", "--why", "都行"));
    assertEquals(2, run("lint"));
  }

  @Test
  void aReleaseWithErrorsIsPreparedOnlyForAReasonWhichStays() {
    assertEquals(2, run("publish"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("--despite-findings"));
    assertEquals(0, run("releases"));
    assertFalse(out().contains("标准中的示例"));
    assertEquals(2, run("publish", "--despite-findings", " "), "a reason must say something");
    assertEquals(0, run("publish", "--despite-findings", "标准中的示例"));
    assertEquals(0, run("releases"));
    assertTrue(out().contains("标准中的示例"), out());
    assertFalse(out().contains(NUMBER));
  }

  @Test
  void aReleaseWithWarningsAloneGoesOut() {
    run("lint", "--json");
    run("lint", "accept", json().path("findings").path(0).path("key").asString(), "--why", "示例");
    assertEquals(0, run("publish"));
    assertTrue(out().contains("已检查记录：错误 0，警告 2"), out());
  }
}
