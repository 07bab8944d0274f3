package org.openhall.office.desk.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.ContentRecord;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.desk.DeskClient;
import org.openhall.office.desk.DeskOffice;
import org.openhall.office.people.Role;
import org.openhall.office.proposal.Change;
import org.openhall.office.proposal.Proposal;
import org.openhall.office.proposal.ProposalOutcome;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.text.OfficeTime;

/** The pages of records and of their review, from outside. */
class ReviewPagesTest {
  private static final String GUIDE = "sample-g-identity-card";

  private static final String OTHER = "sample-g-birth-registration";

  @TempDir static Path folder;
  private static DeskOffice office;
  private static Proposals proposals;

  @BeforeAll
  static void start() throws Exception {
    office = DeskOffice.start(folder);
    proposals = new Proposals(office.database(), OfficeTime.clock());
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  private static long submitted(String author, String from, String to) throws Exception {
    byte[] json = office.parts().catalog().history().present(GUIDE).orElseThrow().json();
    String changed = new String(json, StandardCharsets.UTF_8).replace(from, to);
    ContentRecord record = RecordCodec.decode(changed.getBytes(StandardCharsets.UTF_8));
    int base = office.parts().catalog().revision(GUIDE).orElseThrow();
    long id = proposals.open(Proposal.Origin.EDIT, author, "改 " + to).id();
    assertInstanceOf(
        ProposalOutcome.Done.class, proposals.put(id, author, new Change.Put(base, record)));
    assertInstanceOf(ProposalOutcome.Done.class, proposals.submit(id, author));
    return id;
  }

  private static String page(DeskClient who, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = who.get(path);
    assertEquals(200, answer.statusCode(), path + answer.body());
    assertFalse(answer.body().contains("??"), "a word is missing: " + answer.body());
    return answer.body();
  }

  @Test
  void theListFindsFiltersAndTurnsPages() throws Exception {
    DeskClient editor = office.as(Role.EDITOR);
    String first = page(editor, "/desk/records");
    assertTrue(first.contains("rel=\"next\""), first);
    String found = page(editor, "/desk/records?q=" + encoded("身份证 补领") + "&type=service-guide");
    assertTrue(found.contains("居民身份证补领"), found);
    assertTrue(found.contains("共 1 条"), found);
    assertTrue(page(editor, "/desk/records?q=nothing-of-this&lang=en").contains("Nothing matches"));
    assertTrue(page(editor, "/desk/records/owners?owner=" + encoded("公安")).contains("示例市公安局"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void aRecordShowsFieldsVersionsAndWhereItStands() throws Exception {
    DeskClient editor = office.as(Role.EDITOR);
    String other = "/desk/records/of/" + OTHER;
    String chinese = page(editor, other);
    assertTrue(chinese.contains("申请材料 第 1 项"), chinese);
    assertTrue(chinese.contains("已发布"), chinese);
    assertTrue(page(editor, other + "?lang=en").contains("Materials"));
    assertEquals(404, editor.get("/desk/records/of/none").statusCode());
  }

  @Test
  void aReviewerApprovesAfterTheSecrecyReviewAndTheRecordHasTwoVersions() throws Exception {
    String author = "writer";
    office.other(author, Role.EDITOR);
    DeskClient reviewer = office.other("reader", Role.REVIEWER);
    long id = submitted(author, "二十个工作日内领取", "十五个工作日内领取");
    assertTrue(page(reviewer, "/desk/review").contains("改 十五个工作日内领取"));
    String shown = page(reviewer, "/desk/review/" + id);
    assertTrue(shown.contains("<del>二</del>"), shown);
    assertTrue(shown.contains("保密审查"), shown);

    HttpResponse<String> without =
        reviewer.post("/desk/review/decide/" + id + "/approve", Map.of());
    assertTrue(without.body().contains("请先选择保密审查结论"), without.body());
    assertEquals(Proposal.State.SUBMITTED, proposals.reader().find(id).orElseThrow().state());

    assertEquals(
        302,
        reviewer
            .post(
                "/desk/review/decide/" + id + "/approve",
                Map.of("round", "0", "conclusion", "disclose", "basis", "政府信息公开条例第十九条"))
            .statusCode());
    assertEquals(Proposal.State.APPROVED, proposals.reader().find(id).orElseThrow().state());
    int now = office.parts().catalog().revision(GUIDE).orElseThrow();
    String both =
        page(
            reviewer,
            "/desk/records/of/" + GUIDE + "/compare?from=" + (now - 1) + "&to=" + now + "&lang=en");
    assertTrue(both.contains("<ins>"), both);
    assertTrue(page(reviewer, "/desk/review/" + id).contains("政府信息公开条例第十九条"));
  }

  @Test
  void onlyReviewersDecideAndNobodyOnTheirOwn() throws Exception {
    DeskClient both = office.other("both", Role.EDITOR, Role.REVIEWER);
    long id = submitted("both", "居民身份证丢失后", "居民身份证遗失后");
    assertTrue(page(both, "/desk/review/" + id).contains("须由另一位审核人员审核"));
    both.post(
        "/desk/review/decide/" + id + "/approve",
        Map.of("round", "0", "conclusion", "disclose", "basis", "条例第十九条"));
    assertEquals(Proposal.State.SUBMITTED, proposals.reader().find(id).orElseThrow().state());
    DeskClient editor = office.as(Role.EDITOR);
    assertEquals(403, editor.post("/desk/review/decide/" + id + "/approve", Map.of()).statusCode());
    assertEquals(403, office.as(Role.AUDIT_ADMINISTRATOR).get("/desk/review").statusCode());
  }

  @Test
  void theAuthorSeesWhyItCameBack() throws Exception {
    DeskClient author = office.other("author", Role.EDITOR);
    DeskClient reviewer = office.as(Role.REVIEWER);
    long id = submitted("author", "补领新证", "补领新的身份证");
    reviewer.post("/desk/review/decide/" + id + "/return", Map.of("reason", ""));
    assertEquals(Proposal.State.SUBMITTED, proposals.reader().find(id).orElseThrow().state());
    reviewer.post(
        "/desk/review/decide/" + id + "/return", Map.of("round", "0", "reason", "用语与法律不一致"));
    assertTrue(page(author, "/desk/review/" + id).contains("用语与法律不一致"));
    assertTrue(page(author, "/desk/review?show=mine").contains("已退回"));
    author.post("/desk/review/" + id + "/submit", Map.of());
    assertEquals(Proposal.State.SUBMITTED, proposals.reader().find(id).orElseThrow().state());
  }

  @Test
  void anOldPageDecidesOnNothingThatWasChangedMeanwhile() throws Exception {
    office.other("changer", Role.EDITOR);
    DeskClient reviewer = office.as(Role.REVIEWER);
    long id = submitted("changer", "居民身份证", "居民身份证件");
    String decide = "/desk/review/decide/" + id;
    Map<String, String> old = decision(page(reviewer, "/desk/review/" + id));
    reviewer.post(decide + "/return", old);
    proposals.submit(id, "changer");

    for (String deed : List.of("/approve", "/return")) {
      String location =
          reviewer.post(decide + deed, old).headers().firstValue("Location").orElseThrow();
      assertTrue(location.endsWith("trouble=review.refused.changed"), location);
      assertEquals(Proposal.State.SUBMITTED, proposals.reader().find(id).orElseThrow().state());
    }
    String again = "/desk/review/" + id + "?trouble=review.refused.changed";
    assertTrue(page(reviewer, again + "&lang=en").contains("was changed meanwhile; look again"));
    String shown = page(reviewer, again + "&lang=zh-CN");
    assertTrue(shown.contains("请重新查看"), shown);
    String incomplete = reviewer.post(decide + "/return", Map.of("round", "0")).body();
    assertEquals("0", decision(incomplete).get("round"), "what was shown stays what is decided on");
    reviewer.post(decide + "/approve", decision(shown));
    assertEquals(Proposal.State.APPROVED, proposals.reader().find(id).orElseThrow().state());
  }

  /** A form that says yes or no, with the round that the page carries. */
  private static Map<String, String> decision(String page) {
    Matcher round = Pattern.compile("name=\"round\" value=\"(\\d+)\"").matcher(page);
    assertTrue(round.find(), page);
    return Map.of(
        "round", round.group(1), "conclusion", "disclose", "basis", "条例第十九条", "reason", "再看");
  }

  @Test
  void undoingMakesAProposalBack() throws Exception {
    office.other("undoer", Role.EDITOR);
    long id = submitted("undoer", "领取。", "领取！");
    DeskClient reviewer = office.as(Role.REVIEWER);
    reviewer.post(
        "/desk/review/decide/" + id + "/approve",
        Map.of("round", "0", "conclusion", "disclose", "basis", "条例第十九条"));
    DeskClient editor = office.as(Role.EDITOR);
    HttpResponse<String> answer = editor.post("/desk/review/" + id + "/undo", Map.of());
    String back = answer.headers().firstValue("Location").orElseThrow();
    assertTrue(page(editor, URI.create(back).getPath()).contains("撤销：改"), back);
    assertEquals(List.of(), proposals.reader().conflicts(id + 1));
  }
}
