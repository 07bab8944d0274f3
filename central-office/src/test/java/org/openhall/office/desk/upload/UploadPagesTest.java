package org.openhall.office.desk.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.audit.AuditTrail;
import org.openhall.office.audit.Deed;
import org.openhall.office.desk.DeskClient;
import org.openhall.office.desk.DeskOffice;
import org.openhall.office.file.HostileFiles;
import org.openhall.office.people.Role;
import org.openhall.office.proposal.Proposal;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.text.OfficeTime;

/** From a file to a proposal, as a browser would go. */
class UploadPagesTest {
  private static final Pattern SELECTED =
      Pattern.compile("name=\"(column-\\d+)\".*?</select>", Pattern.DOTALL);
  private static final Pattern OPTION =
      Pattern.compile("value=\"([^\"]*)\"[^>]*selected=\"selected\"");
  private static final Charset GB18030 = Charset.forName("GB18030");

  @TempDir static Path folder;
  private static DeskOffice office;
  private static DeskClient editor;

  @BeforeAll
  static void start() throws Exception {
    office = DeskOffice.start(folder);
    editor = office.as(Role.EDITOR);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  private static HttpResponse<String> bring(String name, byte[] bytes)
      throws IOException, InterruptedException {
    return editor.upload("/desk/upload", Map.of("source", "某市公安局"), "file", name, bytes);
  }

  private static String goesTo(HttpResponse<?> response) {
    String location = response.headers().firstValue("Location").orElse("?");
    return location.replaceFirst("^https://[^/]*", "");
  }

  /** Takes the columns as the page proposes them, and waits for the end of the reading. */
  private static String read(String columnsPath) throws IOException, InterruptedException {
    String page = editor.get(columnsPath).body();
    Map<String, String> form = new HashMap<>(Map.of("part", "0"));
    Matcher type = Pattern.compile("name=\"type\" value=\"([^\"]+)\"").matcher(page);
    assertTrue(type.find(), page);
    form.put("type", type.group(1));
    Matcher select = SELECTED.matcher(page);
    while (select.find()) {
      Matcher option = OPTION.matcher(select.group());
      form.put(select.group(1), option.find() ? option.group(1) : "");
    }
    HttpResponse<String> mapped = editor.post(columnsPath, form);
    assertEquals(302, mapped.statusCode(), mapped.body());
    return waited(goesTo(mapped));
  }

  private static String waited(String path) throws IOException, InterruptedException {
    String page = editor.get(path).body();
    while (page.contains("<progress")) {
      page = editor.get(path).body();
    }
    return page;
  }

  @Test
  void aTableGoesFromFileToReview() throws IOException, InterruptedException, SQLException {
    String csv = "事项名称,实施编码,成文,受理条件\n换领身份证,X1,,年满十六周岁\n,X2,,\n";
    HttpResponse<String> taken = bring("指南.csv", csv.getBytes(GB18030));
    assertEquals(302, taken.statusCode(), taken.body());
    String columns = editor.get(goesTo(taken)).body();
    assertTrue(columns.contains("换领身份证") && columns.contains("某市公安局"), columns);
    String report = read(goesTo(taken));
    assertTrue(report.contains("换领身份证") && report.contains("必填字段为空"), report);
    String path = goesTo(taken).replace("/columns", "");
    HttpResponse<String> refused = editor.get(path + "/refused.csv");
    assertTrue(refused.body().contains("事项名称：必填字段为空"), refused.body());
    editor.post(path + "/propose", Map.of("title", "公安局事项"));
    String done = waited(path);
    assertTrue(done.contains("待审"), done);
    Proposals proposals = new Proposals(office.database(), OfficeTime.clock());
    Proposal proposal =
        proposals.reader().inState(Proposal.State.SUBMITTED, Long.MAX_VALUE, 1).getFirst();
    assertEquals("公安局事项", proposal.title());
    assertEquals(1, proposals.reader().counts(proposal.id()).added());
    String list = editor.get("/desk/upload").body();
    assertTrue(list.contains("指南.csv") && list.contains("待审"), list);
  }

  @Test
  void hostileFilesAreRefusedWithTheReasonInBothLanguages()
      throws IOException, InterruptedException {
    byte[] macros = HostileFiles.workbookWith("xl/vbaProject.bin", "x");
    HttpResponse<String> chinese = bring("a.xlsx", macros);
    assertEquals(422, chinese.statusCode());
    assertTrue(chinese.body().contains("文档带宏（xl/vbaProject.bin）"), chinese.body());
    String cookies = editor.token() + "; __Host-lang=en";
    DeskClient foreigner = new DeskClient(editor.http(), editor.address(), cookies, editor.csrf());
    HttpResponse<String> english =
        foreigner.upload(
            "/desk/upload",
            Map.of("source", "x"),
            "file",
            "a.html",
            "<p onclick=x>y".getBytes(StandardCharsets.UTF_8));
    assertEquals(422, english.statusCode());
    assertTrue(english.body().contains("runs: &lt;p onclick&gt;"), english.body());
  }

  @Test
  void aNameThatLeadsElsewhereIsShownAndNotedLegibly() throws IOException, InterruptedException {
    HttpResponse<String> refused = bring("..／..／甲\u202E.csv", "a,b\n1,2\n".getBytes(GB18030));
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("⟨U+202E⟩"), refused.body());
    AuditTrail.Filter refusals =
        new AuditTrail.Filter("", Deed.UPLOAD_REFUSED.name(), "", "", Long.MAX_VALUE);
    String noted = new AuditTrail(office.database()).list(refusals, 1).getFirst().words();
    assertEquals("..／..／甲⟨U+202E⟩.csv", noted);
  }

  @Test
  void columnsWithoutAMandatoryFieldAreAskedForAgain() throws IOException, InterruptedException {
    HttpResponse<String> taken = bring("b.csv", "甲,乙\n1,2\n".getBytes(GB18030));
    HttpResponse<String> again =
        editor.post(
            goesTo(taken),
            Map.of("part", "0", "type", "service-guide", "column-0", "", "column-1", "summary"));
    assertTrue(again.body().contains("没有一列对应必填字段"), again.body());
  }

  @Test
  void everyWordIsThereInBothLanguages() throws IOException, InterruptedException {
    HttpResponse<String> taken = bring("c.csv", "标题,文号\n甲,1号\n".getBytes(StandardCharsets.UTF_8));
    read(goesTo(taken));
    for (String path :
        new String[] {"/desk/upload", goesTo(taken), goesTo(taken).replace("/columns", "")}) {
      for (String language : new String[] {"zh-CN", "en"}) {
        String body = editor.get(path + "?lang=" + language).body();
        assertFalse(body.contains("??"), path + " " + body);
      }
      for (String type : new String[] {"department", "staff-member", "disclosure-entry"}) {
        assertFalse(
            editor.get(goesTo(taken) + "?lang=en&type=" + type).body().contains("??"), type);
      }
    }
    editor.get("/desk?lang=zh-CN");
  }

  @Test
  void othersThanEditorsMayNotBringFiles() throws Exception {
    DeskClient reviewer = office.as(Role.REVIEWER);
    assertEquals(403, reviewer.get("/desk/upload").statusCode());
    DeskClient forged = new DeskClient(editor.http(), editor.address(), editor.token(), "x");
    HttpResponse<String> refused =
        forged.upload("/desk/upload", Map.of("source", "x"), "file", "a.csv", new byte[] {1});
    assertEquals(403, refused.statusCode());
  }
}
