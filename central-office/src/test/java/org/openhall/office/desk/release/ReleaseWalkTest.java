package org.openhall.office.desk.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.browser.Browser;
import org.openhall.browser.Walk;
import org.openhall.office.desk.DeskGate;
import org.openhall.office.desk.DeskOffice;
import org.openhall.office.people.Role;

/** Releases and emergencies with a real browser; the steps follow one another in one office. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleaseWalkTest {
  @TempDir static Path folder;
  private static final HeldStorage storage = new HeldStorage();
  private static DeskOffice office;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    office = DeskOffice.start(folder, storage);
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    office.close();
  }

  private static void importTitles(String title) throws IOException, SQLException {
    Path file =
        Files.writeString(
            folder.resolve("titles"),
            "source,title,doc_number,date_written,date_published,url\nState Council,"
                + title
                + ",,,,http://a/1\n");
    office.parts().catalog().importFile(file, (fraction, n) -> {});
  }

  private static Walk as(String id, String language, Role... roles) throws SQLException {
    String token = office.signedIn(id, roles);
    return browser.walk(office.address(), language).with(DeskGate.COOKIE, token);
  }

  private static void prepare(Walk walk) {
    walk.open("/desk/releases").press("form[action$=prepare] button[type=submit]");
    Page page = walk.page();
    page.waitForCondition(
        () -> !page.locator("#progress [role=alert], #progress a").all().isEmpty());
    walk.open("/desk/releases");
  }

  private static void waitUntilRead(Page page) {
    page.waitForCondition(() -> page.isVisible("#sign") || page.isVisible("#refused"));
  }

  /** Opens the key and signs, by keyboard but for the dialogue of files. */
  private static void sign(Walk walk, String role) {
    Page page = walk.page();
    waitUntilRead(page);
    walk.tabTo("#agreed");
    page.keyboard().press("Space");
    walk.tabTo("#key");
    page.setInputFiles("#key", folder.resolve(role + ".key"));
    walk.tabTo("#go");
    page.keyboard().press("Enter");
  }

  @Test
  @Order(1)
  void twoPeopleSignWhatTheirBrowsersComputedAndAThirdPublishes() throws Exception {
    importTitles("关于甲的通知");
    try (Walk editor = as("editor", "zh-CN", Role.EDITOR)) {
      editor.open("/desk/releases").check("releases-before");
      prepare(editor);
      editor.check("releases-waiting").press("a[href$='role=editors']");
      waitUntilRead(editor.page());
      assertTrue(editor.page().innerText("#rows").contains("关于甲的通知"));
      editor.tabTo("#rows button").page().keyboard().press("Enter");
      editor.page().waitForSelector("#opened table");
      editor.check("release-sign");
      sign(editor, "editors");
      editor.page().waitForCondition(() -> editor.page().isHidden("#sign"));
      assertEquals(0, editor.page().evaluate("document.getElementById('key').files.length"));
      assertEquals("", editor.page().inputValue("#passphrase"));
      editor.check("release-signed").open("/desk/preview/waiting?id=c-titles");
      editor.page().waitForSelector("#drawn .warnings");
      assertTrue(editor.page().innerText("#drawn").contains("没有安装"));
      editor.check("preview-without-program");
    }
    try (Walk reviewer = as("reviewer", "en", Role.REVIEWER)) {
      reviewer.open("/desk/releases/sign?role=reviewers");
      sign(reviewer, "reviewers");
      reviewer.page().waitForCondition(() -> reviewer.page().isHidden("#sign"));
    }
    try (Walk publisher = as("publisher", "zh-CN", Role.PUBLISHER)) {
      publisher.open("/desk/releases").check("releases-ready");
      storage.hold();
      publisher.press("form[action$=publish] button").check("releases-on-their-way");
      assertTrue(publisher.page().isDisabled("form[action$=publish] button"));
      storage.letGo();
      publisher.page().waitForSelector("main > .notice[role=status]"); // nobody reloads it
      publisher.check("releases-published");
      assertFalse(publisher.page().isVisible("#progress .notice"), "it waits no longer");
      publisher.press("main a[href='/desk/keys/all']").check("release-keys");
      publisher.open("/desk/releases?lang=en").check("releases-in-english");
    }
    assertEquals(2, office.parts().releases().all().size());
  }

  @Test
  @Order(2)
  void aServerThatLiesGetsNoSignature() throws Exception {
    importTitles("关于甲的通知（修订）");
    try (Walk editor = as("editor2", "zh-CN", Role.EDITOR)) {
      prepare(editor);
      assertEquals("state", refusal(editor, "records", text -> text.replace("修订", "改动")));
      assertEquals(
          "count",
          refusal(
              editor, "manifest", text -> text.replaceFirst("\"records\":\\d", "\"records\":9")));
      assertEquals(
          "state",
          refusal(
              editor,
              "manifest",
              text -> text.replaceFirst("\"stateDigest\":\"....", "\"stateDigest\":\"0000")));
      assertEquals(
          "before", refusal(editor, "before", text -> text.replaceFirst(" ....", " 0000")));
      editor.check("release-refused");
      assertEquals(
          "scripts", refusal(editor, "files/signing/release-worker.js", text -> text + "\n//"));
    }
  }

  /** The page goes on while its worker computes, and that can be stopped, by keyboard alone. */
  @Test
  @Order(3)
  void whatIsComputedBesideThePageCanBeStopped() throws Exception {
    for (String language : List.of("zh-CN", "en")) {
      try (Walk editor =
          as("stopper-" + language.toLowerCase(Locale.ROOT), language, Role.EDITOR)) {
        Page page = editor.page();
        Queue<Route> held = new ConcurrentLinkedQueue<>();
        page.context().route("**/desk/releases/waiting/records", held::add);
        editor.open("/desk/releases/sign?role=editors");
        page.waitForCondition(() -> page.isVisible("#work") && !held.isEmpty());
        assertEquals(1, page.workers().size());
        assertEquals("status", page.getAttribute("#state", "role"));
        String state = page.innerText("#state");
        editor.check("release-computing");
        editor.tabTo("#stop").page().keyboard().press("Enter");
        page.waitForSelector("#again:not([hidden])");
        assertNotEquals(state, page.innerText("#state"), "it is said");
        assertTrue(page.isHidden("#sign") && page.isHidden("#work") && page.isHidden("#refused"));
        assertEquals(List.of(), page.workers(), "it computes no longer");
        editor.check("release-stopped");
        page.context().unroute("**/desk/releases/waiting/records");
        editor.press("#again a");
        waitUntilRead(page);
        assertTrue(page.isVisible("#sign"), page.innerText("#refused"));
        assertEquals(1, page.locator("#rows tr").count());
        editor.type("#find", "乙");
        page.waitForCondition(() -> page.locator("#rows tr").count() == 0);
      }
    }
  }

  /** Which sentence the page says when the server's answer is changed on its way. */
  private static String refusal(Walk walk, String name, UnaryOperator<String> lie) {
    Page page = walk.page();
    String address = "**/desk/" + (name.endsWith(".js") ? "" : "releases/waiting/") + name;
    page.context()
        .route(
            address,
            route -> {
              com.microsoft.playwright.APIResponse truth = route.fetch();
              route.fulfill(
                  new Route.FulfillOptions().setResponse(truth).setBody(lie.apply(truth.text())));
            });
    walk.open("/desk/releases/sign?role=editors");
    waitUntilRead(page);
    page.context().unroute(address);
    assertTrue(page.isHidden("#sign"), "there is nothing to press");
    Object reason =
        page.evaluate(
            """
            () => [...document.getElementById('words').content.children]
              .filter(w => w.dataset.key.startsWith('refused.'))
              .find(w => new RegExp('^' + w.textContent.replace(/[.*+?^$()|[\\]\\\\]/g, '\\\\$&')
                .replace(/\\{\\d\\}/g, '.*') + '$')
                .test(document.querySelector('#refused p').textContent))?.dataset.key.slice(8)
            """);
    return String.valueOf(reason);
  }

  @Test
  @Order(4)
  void anEmergencyNoticeIsSignedShownAndEnded() throws Exception {
    try (Walk officer = as("duty", "zh-CN", Role.EMERGENCY_OFFICER)) {
      officer.open("/desk").press("a.emergency");
      officer.type("#title", "大厅停电").type("#text", "请到二楼办理。");
      officer.tabTo("#draw").page().keyboard().press("Enter");
      officer.page().waitForSelector("#drawn .warnings");
      assertTrue(officer.page().innerText("#drawn").contains("请先写好"), "there is no end");
      officer.page().fill("#until", "2099-01-01T08:00");
      officer.tabTo("#notice-form button[type=submit]").page().keyboard().press("Enter");
      officer.page().waitForSelector("#staged:not([hidden])");
      assertEquals("请到二楼办理。", officer.page().innerText("#staged-notice-text"));
      officer.type("#text", "改");
      assertTrue(officer.page().isHidden("#staged"), "it is not what the form says any more");
      assertTrue(officer.page().isHidden("#sign"));
      officer.page().fill("#text", "请到二楼办理。\n电梯停运。");
      officer.tabTo("#notice-form button[type=submit]").page().keyboard().press("Enter");
      officer.page().waitForSelector("#staged:not([hidden])");
      assertEquals("请到二楼办理。\n电梯停运。", officer.page().textContent("#staged-notice-text"));
      officer.page().waitForSelector("#staged-drawn .warnings");
      assertTrue(officer.page().innerText("#staged-drawn").contains("没有安装"));
      officer.check("emergency-staged");
      sign(officer, "emergency");
      officer.page().waitForSelector("[data-end]");
      officer.check("emergency-shown");
      endOfWhatTheServerMadeUp(officer.page());
      officer.tabTo("[data-end]").page().keyboard().press("Enter");
      officer.page().waitForSelector("#sign:not([hidden])");
      assertTrue(officer.page().innerText("#staged").contains("大厅停电"), "as it was signed");
      assertTrue(officer.page().innerText("#staged").contains("电梯停运。"));
      officer.page().setInputFiles("#key", folder.resolve("emergency.key"));
      officer.tabTo("#go").page().keyboard().press("Enter");
      officer.page().waitForSelector("section[aria-labelledby=shown-title] .empty");
      officer.open("/desk/emergency?lang=en").check("emergency-in-english");
    }
  }

  /**
   * A button of a notice that nobody signed stages nothing; another title beside it changes
   * nothing.
   */
  private static void endOfWhatTheServerMadeUp(Page page) {
    Object id =
        page.evaluate(
            """
            () => {
              const button = document.querySelector('[data-end]');
              button.closest('article').querySelector('h3').textContent = '别的公告';
              const { end } = button.dataset;
              button.dataset.end = 'emergency-none';
              return end;
            }
            """);
    page.click("[data-end]");
    page.waitForSelector("#refused:not([hidden])");
    assertTrue(page.isHidden("#staged"));
    assertTrue(page.isHidden("#sign"));
    page.evaluate("id => { document.querySelector('[data-end]').dataset.end = id; }", id);
  }
}
