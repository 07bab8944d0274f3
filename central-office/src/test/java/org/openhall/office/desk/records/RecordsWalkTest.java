package org.openhall.office.desk.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.browser.Browser;
import org.openhall.browser.Walk;
import org.openhall.office.desk.DeskGate;
import org.openhall.office.desk.DeskOffice;
import org.openhall.office.file.HostilePdfs;
import org.openhall.office.people.Role;

/** From the list to the catalogue by keyboard alone: find, edit, submit, review, approve. */
class RecordsWalkTest {
  private static final String GUIDE = "sample-g-identity-card";

  @TempDir static Path folder;
  private static DeskOffice office;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    office = DeskOffice.start(folder);
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    office.close();
  }

  private static Walk walk(String language, String person, Role... roles) throws SQLException {
    String id = person + "-" + language.toLowerCase(Locale.ROOT);
    return browser
        .walk(office.address(), language)
        .with(DeskGate.COOKIE, office.other(id, roles).token());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void aChangeGoesFromItsAuthorThroughReviewIntoTheCatalogue(String language) throws Exception {
    int before = office.parts().catalog().revision(GUIDE).orElseThrow();
    String place;
    try (Walk author = walk(language, "author", Role.EDITOR)) {
      author.open("/desk/records").check("records");
      author.type("#q", "居民身份证补领").press("form[role=search] button").check("records-found");
      author.press("a[href$='" + GUIDE + "']").check("record");
      author.press("form[action$=begin] button").check("guide-form");
      jump(author, "limits");
      author.type("#promisedLimit", "15个工作日（" + language + "）").press("#promisedLimit");
      jump(author, "materials");
      author.press("button[value='add materials']").check("guide-form-row");
      int rows = author.page().querySelectorAll("[id^=materials-] h3").size();
      author.press("#materials-" + (rows - 1) + "-name");
      author.press("aside button[value=submit]").check("guide-form-missing");
      author.tabTo("#problems a");
      author.page().keyboard().press("Enter");
      author.type("#materials-" + (rows - 1) + "-name", "近期照片");
      author.press("#materials-" + (rows - 1) + "-name");
      author.press("aside button[value=submit]");
      author.check("proposal-submitted");
      place = author.page().url().replaceFirst(".*(/desk/review/\\d+).*", "$1");
    }
    assertTrue(place.startsWith("/desk/review/"), place);
    try (Walk reviewer = walk(language, "reviewer", Role.REVIEWER)) {
      reviewer.open("/desk/review").check("review");
      reviewer.press("td a[href='" + place + "']").check("review-proposal");
      reviewer.press("#decide button").check("review-missing");
      reviewer.tabTo("input[name=conclusion]");
      reviewer.page().keyboard().press("Space");
      reviewer.type("#basis", "政府信息公开条例第十九条").press("#decide button").check("review-approved");
    }
    assertEquals(before + 1, office.parts().catalog().revision(GUIDE).orElseThrow());
    try (Walk editor = walk(language, "second", Role.EDITOR)) {
      editor.open("/desk/records/of/" + GUIDE).press("aside a[href*=compare]").check("compare");
    }
  }

  /** To a part of the form, by the links beside it. */
  private static void jump(Walk walk, String section) {
    walk.tabTo("aside a[href='#section-" + section + "']");
    walk.page().keyboard().press("Enter");
  }

  private static void attach(Walk author, String name, byte[] bytes) {
    author.tabTo("#file-attachments");
    author
        .page()
        .setInputFiles("#file-attachments", new FilePayload(name, "application/pdf", bytes));
    author.press("button[value='attach attachments']");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void anEntrysTableIsEdited(String language) throws Exception {
    try (Walk author = walk(language, "table", Role.EDITOR)) {
      author.open("/desk/records");
      author.tabTo("#new-type");
      author.page().selectOption("#new-type", "disclosure-entry");
      author.press("form[action$=new] button");
      author.type("#title", "收费目录").press("button[value='add-table body[-1]']");
      author.press("button[value='row-add body[0]']").check("entry-form-table");
      Page page = author.page();
      page.setViewportSize(683, 384);
      author.check("entry-form-table-enlarged");
      author.press("#title");
      assertEquals(3, page.querySelectorAll("table.grid tbody tr").size());
      page.setViewportSize(1280, 800);
      findByInitials(author);
      attach(author, "坏.pdf", HostilePdfs.with("/OpenAction<</S/JavaScript/JS(x)>>", ""));
      author.check("entry-form-file-refused");
      assertTrue(page.querySelector("#attachments-wrong").innerText().contains("JavaScript"));
      attach(author, "收费表.pdf", HostilePdfs.with("", ""));
      author.check("entry-form-file");
      assertEquals("收费表.pdf", page.inputValue("[name='attachments[0].name']"));
      assertEquals("sample-c-statutory-02", page.inputValue("#categoryId"));
    }
  }

  /** A category among many: by keyboard, by the first letters of its pinyin. */
  private static void findByInitials(Walk author) {
    Page page = author.page();
    String letters =
        String.valueOf(
            page.evaluate(
                "document.querySelector('option[value=sample-c-statutory-02]').dataset.sounds"));
    int all = page.locator("#categoryId option").count();
    author.type("#categoryId-find", letters.strip().split(" ", -1)[0]);
    page.waitForCondition(() -> page.locator("#categoryId option").count() < all);
    assertEquals("", page.inputValue("#categoryId"), "typing alone chooses nothing");
    assertTrue(page.innerText("#categoryId + [role=status]").matches(".*[1-9].*"));
    author.check("entry-form-category");
    page.keyboard().press("Enter");
    assertEquals("categoryId", page.evaluate("document.activeElement.id"));
    page.selectOption("#categoryId", "sample-c-statutory-02");
  }
}
