package org.openhall.office.desk.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Attachment;
import org.openhall.content.Block;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.Form;
import org.openhall.content.ServiceGuide;
import org.openhall.content.Situation;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.catalog.RecordFilter;
import org.openhall.office.catalog.RecordLine;
import org.openhall.office.compare.Comparison;
import org.openhall.office.desk.DeskClient;
import org.openhall.office.desk.DeskOffice;
import org.openhall.office.file.HostileFiles;
import org.openhall.office.file.HostilePdfs;
import org.openhall.office.people.Role;
import org.openhall.office.proposal.Item;
import org.openhall.office.proposal.Proposal;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.text.OfficeTime;

/** The forms as a browser without script sends them. */
class EditPagesTest {
  private static final String GUIDE = "sample-g-identity-card";

  @TempDir static Path folder;
  private static DeskOffice office;
  private static Proposals proposals;
  private static DeskClient editor;

  @BeforeAll
  static void start() throws Exception {
    office = DeskOffice.start(folder);
    proposals = new Proposals(office.database(), OfficeTime.clock());
    editor = office.as(Role.EDITOR);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  /** A page of a form, and where it is. */
  private record Page(String path, Document html) {
    FormElement form() {
      return (FormElement) html.expectFirst("form:has(.sticky)");
    }

    Page set(String name, String value) {
      Element field =
          form().elements().stream()
              .filter(e -> e.attr("name").equals(name))
              .findFirst()
              .orElseThrow(() -> new AssertionError(name + " is not in the form"));
      if (field.is("textarea")) {
        field.text("");
        field.appendText(value);
      } else if (field.is("select")) {
        field.select("option").removeAttr("selected");
        field.select("option[value=" + value + "]").attr("selected", "selected");
      } else {
        field.attr("value", value);
      }
      return this;
    }
  }

  private static Page open(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = editor.get(path);
    assertEquals(200, answer.statusCode(), path + "\n" + answer.body());
    assertFalse(answer.body().contains("??"), answer.body());
    return new Page(path, Jsoup.parse(answer.body()));
  }

  private static HttpResponse<String> send(String path, String body)
      throws IOException, InterruptedException {
    return editor
        .http()
        .send(
            editor
                .request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Presses a button and follows; a page that comes at once says what is wrong. */
  private static Page press(Page page, String button) throws IOException, InterruptedException {
    List<Connection.KeyVal> fields = page.form().formData();
    StringBuilder body = new StringBuilder("_csrf=" + editor.csrf() + "&do=" + encoded(button));
    for (Connection.KeyVal field : fields) {
      if (!field.key().equals("do") && !field.key().equals("_csrf")) {
        body.append('&').append(encoded(field.key())).append('=').append(encoded(field.value()));
      }
    }
    String path = page.path().replaceAll("[?#].*", "");
    HttpResponse<String> answer = send(path, body.toString());
    if (answer.statusCode() == 302) {
      return open(place(answer));
    }
    assertEquals(200, answer.statusCode(), answer.body());
    return new Page(path, Jsoup.parse(answer.body()));
  }

  private static String place(HttpResponse<String> answer) {
    assertEquals(302, answer.statusCode(), answer.body());
    URI to = URI.create(answer.headers().firstValue("Location").orElseThrow());
    return to.getPath() + (to.getQuery() == null ? "" : "?" + to.getQuery());
  }

  private static Page edit(String id) throws IOException, InterruptedException {
    return open(place(editor.post("/desk/records/edit/begin", Map.of("id", id))));
  }

  private static Item item(Page page) {
    String[] parts = page.path().replaceAll("[?#].*", "").split("/", -1);
    return proposals.reader().item(Long.parseLong(parts[4]), parts[5]).orElseThrow();
  }

  private static ServiceGuide guide(Page page) throws Exception {
    return (ServiceGuide) RecordCodec.decode(item(page).row().record().json());
  }

  private static DisclosureEntry entry(Page page) throws Exception {
    return (DisclosureEntry) RecordCodec.decode(item(page).row().record().json());
  }

  private static void discard(Page page) throws IOException, InterruptedException {
    editor.post("/desk/review/" + item(page).proposal() + "/discard", Map.of());
  }

  /** What a form does not show, and what nobody touched, is the same afterwards. */
  @Test
  void savingWhatWasNotChangedChangesNothing() throws Exception {
    for (String type : List.of("service-guide", "disclosure-entry")) {
      RecordFilter filter =
          new RecordFilter(
              List.of(),
              Optional.of(type),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              false,
              RecordFilter.Order.TITLE);
      for (RecordLine line :
          office.parts().catalog().list().page(filter, Optional.empty(), 25).lines()) {
        Page saved = press(edit(line.id()), "save");
        assertEquals(
            List.of(),
            Comparison.of(
                office.parts().catalog().history().present(line.id()), item(saved).record()),
            line.title());
        discard(saved);
      }
    }
  }

  private static java.util.List<ServiceGuide.Material> materials(Page page) throws Exception {
    return java.util.Objects.requireNonNull(guide(page).materials());
  }

  @Test
  void rowsAreAddedMovedAndTakenOutWithoutAnyScript() throws Exception {
    Page page = press(edit(GUIDE), "add materials");
    int last = materials(page).size() - 1;
    page = press(page.set("materials[" + last + "].name", "临时身份证"), "up materials[" + last + "]");
    assertEquals("临时身份证", materials(page).get(last - 1).name());
    page = press(page, "remove materials[0]");
    assertEquals("临时身份证", materials(page).get(last - 2).name());
    assertEquals(last, materials(page).size());
    page = press(page, "step-back");
    assertEquals(last + 1, materials(page).size());
    discard(page);
  }

  @Test
  void anAnswerKeepsItsIdWhileItsWordsChange() throws Exception {
    Page page = edit(GUIDE);
    ServiceGuide before = guide(page);
    String labels = page.html().expectFirst("[name=situations[0].choices]").wholeText();
    String first = labels.lines().findFirst().orElseThrow();
    page =
        press(
            page.set("situations[0].choices", labels.replace(first, first + "（改）") + "\n都不是"),
            "save");
    List<Situation.Choice> choices = guide(page).situations().getFirst().choices();
    assertEquals(before.situations().getFirst().choices().getFirst().id(), choices.getFirst().id());
    assertEquals(first + "（改）", choices.getFirst().label());
    assertEquals("都不是", choices.getLast().label());
    assertEquals(before.materials(), guide(page).materials());
    discard(page);
  }

  @Test
  void aTableIsMadeFromWhatWasCopiedAndGrows() throws Exception {
    Page page =
        open(place(editor.post("/desk/records/edit/new", Map.of("type", "disclosure-entry"))));
    page = press(page.set("title", "收费目录"), "add-table body[-1]");
    page = press(page.set("body[0].paste", "项目\t标准\n工本费\t40元\n"), "paste body[0]");
    page = press(page, "row-add body[0]");
    page = press(page.set("body[0].rows[2].cells[1].text", "免费"), "col-add body[0]");
    page = press(page, "add-paragraph body[0]");
    page = press(page.set("body[1].text", "以上标准自发布之日起施行。"), "save");
    Block.Table table = (Block.Table) entry(page).body().getFirst();
    assertEquals(3, table.rows().size());
    assertEquals(3, table.rows().getFirst().cells().size());
    assertTrue(table.rows().getFirst().cells().stream().allMatch(Block.Cell::header));
    assertEquals("免费", table.rows().get(2).cells().get(1).text());
    assertEquals(new Block.Paragraph("以上标准自发布之日起施行。"), entry(page).body().get(1));
    page = press(page, "col-remove body[0] 2");
    assertEquals(2, ((Block.Table) entry(page).body().getFirst()).rows().getFirst().cells().size());
    discard(page);
  }

  @Test
  void whatIsWrongIsToldAtItsFieldAndNothingOfItIsSaved() throws Exception {
    Page page = edit(GUIDE);
    int revision = guide(page).header().revision();
    page = press(page.set("visits", "两次").set("header.effectiveFrom", "2026-02-30"), "save");
    assertEquals(
        "visits", page.html().expectFirst("#problems a[href=#visits]").attr("href").substring(1));
    assertTrue(
        page.html().expectFirst("#header-effectiveFrom").attr("aria-invalid").equals("true"));
    assertEquals(revision, guide(page).header().revision());
    discard(page);
  }

  @Test
  void whatMustBeSaidIsSaidBeforeItIsHandedIn() throws Exception {
    Page page = open(place(editor.post("/desk/records/edit/new", Map.of("type", "service-guide"))));
    page = press(press(page, "add materials"), "submit");
    assertTrue(page.html().expectFirst("#problems a[href=#title]") != null, page.html().html());
    assertTrue(page.html().expectFirst("#problems a[href=#materials-0-name]") != null);
    page = press(page.set("title", "新事项").set("materials[0].name", "身份证"), "submit");
    assertTrue(page.path().startsWith("/desk/review/"), page.path());
    assertTrue(page.html().text().contains("待审核"));
  }

  @Test
  void aDraftThatAnotherWindowSavedIsNotOverwrittenUnseen() throws Exception {
    Page one = edit(GUIDE);
    Page other = open(one.path());
    press(other.set("title", "另一个窗口"), "save");
    Page page = press(one.set("title", "这个窗口"), "save");
    assertTrue(page.html().expectFirst("#problems") != null);
    assertEquals("另一个窗口", guide(page).title());
    page = press(page, "save");
    assertEquals("这个窗口", guide(page).title());
    discard(page);
  }

  @Test
  void nobodyOpensAnothersDraft() throws Exception {
    Page page = edit(GUIDE);
    DeskClient other = office.other("elsewhere", Role.EDITOR);
    assertEquals(404, other.get(page.path()).statusCode());
    assertEquals(403, office.as(Role.REVIEWER).get(page.path()).statusCode());
    discard(page);
    assertEquals(404, editor.get(page.path()).statusCode());
  }

  @Test
  void aRemovalIsProposedAndReviewed() throws Exception {
    String place = place(editor.post("/desk/records/edit/remove", Map.of("id", GUIDE)));
    String page = editor.get(place).body();
    assertTrue(page.contains("删除：居民身份证补领"), page);
    assertEquals(
        Proposal.State.OPEN,
        proposals
            .reader()
            .find(Long.parseLong(place.substring(place.lastIndexOf('/') + 1)))
            .orElseThrow()
            .state());
  }

  private static Page attach(Page page, String field, String label, String name, byte[] bytes)
      throws IOException, InterruptedException {
    Map<String, String> form = new LinkedHashMap<>();
    for (Connection.KeyVal one : page.form().formData()) {
      if (!one.key().equals("do") && !one.key().equals("_csrf") && !one.key().startsWith("file.")) {
        form.put(one.key(), one.value());
      }
    }
    form.put("do", "attach " + field);
    form.put("label." + field, label);
    String path = page.path().replaceAll("[?#].*", "");
    HttpResponse<String> answer = editor.upload(path + "/file", form, "file." + field, name, bytes);
    if (answer.statusCode() == 302) {
      return open(place(answer));
    }
    assertEquals(200, answer.statusCode(), answer.body());
    return new Page(path, Jsoup.parse(answer.body()));
  }

  private static byte[] pdf() throws IOException {
    try (java.io.InputStream in =
        EditPagesTest.class.getResourceAsStream("/sample/files/fund-loan.pdf")) {
      return in.readAllBytes();
    }
  }

  private static Page fresh(String type) throws IOException, InterruptedException {
    return open(place(editor.post("/desk/records/edit/new", Map.of("type", type))));
  }

  @Test
  void aFileIsAddedWithEverythingThatWasTypedAndCanBeTakenAlong() throws Exception {
    Page page = fresh("disclosure-entry").set("title", "关于公布办事附件的通知");
    page = attach(page, "attachments", "申请表", "fund-loan.pdf", pdf());
    page = attach(page, "attachments", "", "照片.png", HostileFiles.png(10, 10));
    DisclosureEntry entry = entry(page);
    assertEquals("关于公布办事附件的通知", entry.title());
    List<Attachment> files = entry.particulars().attachments();
    assertEquals(List.of("申请表", "照片.png"), files.stream().map(Attachment::name).toList());
    assertEquals("application/pdf", files.getFirst().mediaType());
    assertEquals(Integer.valueOf(1), files.getFirst().pages());
    page = press(page.set("attachments[1].name", "现场照片"), "up attachments[1]");
    files = entry(page).particulars().attachments();
    assertEquals(List.of("现场照片", "申请表"), files.stream().map(Attachment::name).toList());
    String link = page.html().expectFirst("a[href*=" + files.get(1).sha256() + "]").attr("href");
    HttpResponse<byte[]> file = office.as(Role.REVIEWER).bytes(link);
    assertEquals(200, file.statusCode());
    assertArrayEquals(pdf(), file.body());
    String disposition = file.headers().firstValue("Content-Disposition").orElseThrow();
    assertTrue(disposition.startsWith("attachment;"), disposition);
    assertTrue(disposition.endsWith(encoded("申请表.pdf")), disposition);
    assertEquals(
        List.of("default-src 'none'; sandbox"),
        file.headers().allValues("Content-Security-Policy"));
    assertEquals(List.of("nosniff"), file.headers().allValues("X-Content-Type-Options"));
    assertEquals(
        404, editor.get(link.replaceFirst("record=[^&]*", "record=" + GUIDE)).statusCode());
    assertEquals(403, office.as(Role.SYSTEM_ADMINISTRATOR).get(link).statusCode());
    page = press(page, "remove attachments[0]");
    assertEquals(1, entry(page).particulars().attachments().size());
    String review = office.as(Role.REVIEWER).get("/desk/review/" + item(page).proposal()).body();
    assertTrue(review.contains(files.get(1).sha256()), review);
  }

  @Test
  void aFileThatIsRefusedSaysWhyAndNothingThatWasTypedIsLost() throws Exception {
    Page page = fresh("disclosure-entry").set("title", "关于拒收的通知");
    byte[] runs = HostilePdfs.with("/OpenAction<</S/JavaScript/JS(x)>>", "");
    Page refused = attach(page, "attachments", "", "坏.pdf", runs);
    String said = refused.html().expectFirst("#attachments-wrong").text();
    assertTrue(said.contains("坏.pdf") && said.contains("JavaScript"), said);
    assertEquals(said, refused.html().expectFirst("#problems a").text().replaceFirst("^附件 ", ""));
    assertEquals("关于拒收的通知", refused.html().expectFirst("#title").attr("value"));
    assertTrue(entry(page).title().isEmpty(), "nothing was saved");
    Page none = attach(page, "attachments", "", "", new byte[0]);
    assertTrue(none.html().expectFirst("#attachments-wrong").text().contains("选择文件"));
    Page late = attach(page.set("writtenOn", "昨天"), "attachments", "", "a.pdf", pdf());
    assertTrue(late.html().select("#problems a").text().contains("昨天"));
    HttpResponse<String> elsewhere =
        editor.upload(page.path() + "/submit", Map.of(), "file", "a.pdf", pdf());
    assertEquals(415, elsewhere.statusCode());
    DeskClient reviewer = office.as(Role.REVIEWER);
    String path = page.path().replaceAll("[?#].*", "") + "/file";
    assertEquals(415, reviewer.upload(path, Map.of(), "file", "a.pdf", pdf()).statusCode());
  }

  @Test
  void aFormToFillInHasItsTwoFilesAndAGuideNamesItByItsTitle() throws Exception {
    Page form = fresh("form").set("title", "住房公积金提取表");
    form = attach(form, "blank", "空白表", "fund-loan.pdf", pdf());
    form = press(form.set("blank.name", "空白表（2026 年版）"), "save");
    Form made = (Form) RecordCodec.decode(item(form).row().record().json());
    assertEquals("空白表（2026 年版）", Objects.requireNonNull(made.blank()).name());
    assertEquals(null, made.example());
    form = press(form, "remove blank");
    made = (Form) RecordCodec.decode(item(form).row().record().json());
    assertEquals(null, made.blank());
    Page guide = edit(GUIDE);
    Element forms = guide.html().expectFirst("select[name='materials[0].formId']");
    Element option = forms.expectFirst("option[value^=sample-f-]");
    assertFalse(option.text().startsWith("sample-"), option.text());
    guide = press(guide.set("materials[0].formId", option.attr("value")), "save");
    List<ServiceGuide.Material> materials = Objects.requireNonNull(guide(guide).materials());
    assertEquals(option.attr("value"), materials.getFirst().formId());
  }

  @Test
  void nodesWindowsAndRelatedRecordsAreChosenByTheirNames() throws Exception {
    Page page = fresh("disclosure-entry").set("title", "关于分类的通知");
    Element tree = page.html().expectFirst("select[name=categoryId]");
    Element node = tree.expectFirst("option[value=sample-c-statutory-02]");
    assertTrue(node.text().startsWith("法定主动公开内容 › "), node.text());
    page.set("categoryId", "sample-c-statutory-02");
    page = press(page, "add relations");
    String title = office.parts().catalog().list().find("sample-g-identity-card").get().title();
    page = press(page.set("relations[0].title", title), "save");
    page = press(page.set("relations[0].id", GUIDE), "save");
    assertEquals("sample-c-statutory-02", entry(page).categoryId());
    assertEquals(GUIDE, entry(page).particulars().relations().getFirst().id());
    Page guide = edit(GUIDE);
    assertFalse(guide.html().select("[name=personThemes]").isEmpty());
    assertFalse(guide.html().select("[name='windows[0].windowIds']").isEmpty());
    for (Element box : guide.html().select("[name=personThemes], [name$=windowIds]")) {
      String name = Objects.requireNonNull(box.parent()).text();
      assertFalse(name.startsWith("sample-"), name);
    }
    List<String> before = guide(guide).placement().personThemes();
    guide = press(guide, "save");
    assertEquals(before, guide(guide).placement().personThemes());
  }

  /** As long as a text of 60 blocks with tables in it is. */
  @Test
  void aFormOfThousandsOfFieldsIsTakenWhole() throws Exception {
    Page page = fresh("disclosure-entry");
    StringBuilder body = new StringBuilder("_csrf=" + editor.csrf() + "&do=save&title=last");
    body.append("&base=").append(item(page).row().sha256());
    for (int i = 0; i < 5_000; i++) {
      body.append("&x").append(i).append('=').append("y".repeat(500));
    }
    String path = page.path().replaceAll("[?#].*", "");
    assertEquals(302, send(path, body.toString()).statusCode());
    assertEquals("last", entry(page).title());
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("do", "attach attachments");
    parts.put("base", item(page).row().sha256());
    for (int i = 0; i < 5_000; i++) {
      parts.put("x" + i, "y");
    }
    String file = path + "/file";
    assertEquals(302, editor.upload(file, parts, "file.attachments", "a.pdf", pdf()).statusCode());
  }
}
