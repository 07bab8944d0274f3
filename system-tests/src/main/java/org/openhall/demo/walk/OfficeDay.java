package org.openhall.demo.walk;

import com.microsoft.playwright.PlaywrightException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.openhall.browser.Browser;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Places;

/**
 * A day at the office's desk, by keyboard alone in a real browser: a table is brought, a guide
 * edited, both reviewed, signed and released, and a real terminal shows them until one is
 * withdrawn.
 */
final class OfficeDay implements Course {
  private static final String TITLE = "示例市人民政府关于开放夜间办事窗口的通知";
  private static final String BODY = "自下月起，每周三夜间开放办事窗口至二十一时。";
  private static final String ADDED = "夜间窗口也可办理。";
  private static final String GUIDE = "sample-g-identity-card";
  private static final String NOTICE = "本厅今日十五时起停电";
  private static final String GOES_BY_IT = "1 台终端中 1 台已生效";
  private static final String WAITS_FOR_IT = "1 台终端中 0 台已生效";
  private static final String WHY = "开放时间有误，正在更正。";

  private final Hall hall;
  private final Places places;
  private final KioskWindow window;
  private final Browser browser = Browser.start();
  private final Map<String, Clerk> clerks = new HashMap<>();
  private Optional<Clerk> looking = Optional.empty();
  private URI office = URI.create("");

  OfficeDay(Hall hall, Places places) throws IOException, HallException {
    this.hall = hall;
    this.places = places;
    Files.createDirectories(hall.logs());
    this.window = new KioskWindow(places.kiosk(), hall.logs().resolve("witness.sock"));
  }

  @Override
  public List<Step> opening() {
    return List.of(
        kiosk("terminal-opens", List.of("触摸屏幕", "第 1 版"), this::open),
        desk("editor-signs-in", List.of("林编辑", "待办"), () -> signIn("lin", "林编辑", "editor")));
  }

  @Override
  public List<Step> rest() {
    return List.of(
        desk("table-is-brought", List.of("标题", "正文"), this::bring),
        desk("table-is-read", List.of(TITLE), this::read),
        desk("table-waits-for-review", List.of("notices.csv", "待审核"), this::handIn),
        desk("guide-is-edited", List.of("已保存"), this::edit),
        desk("guide-waits-for-review", List.of("居民身份证", "待审核"), this::submit),
        desk("reviewer-approves", List.of("已通过"), this::review),
        desk("editor-signs", List.of("已签"), this::prepareAndSign),
        desk("reviewer-signs", List.of("已签"), () -> sign("wang", "reviewers")),
        desk("publisher-releases", List.of("已发布。", "没有待签名的版本"), this::publish),
        kiosk("release-on-the-screen", List.of(TITLE, "第 2 版"), window::pressAnywhere),
        kiosk("entry-on-the-screen", List.of("夜间开放办事窗口"), () -> window.pressText(TITLE)),
        desk("officer-withdraws", List.of(WHY), this::withdraw),
        kiosk("withdrawn-on-the-screen", List.of("已撤回", WHY), () -> {}),
        kiosk("gone-from-the-screen", List.of("您想查什么"), this::gone),
        desk("fleet-counts-the-terminal", List.of(TITLE, WHY, GOES_BY_IT), this::count),
        desk("terminal-is-away", List.of(NOTICE, WAITS_FOR_IT), this::away),
        desk("terminal-comes-back", List.of(NOTICE, GOES_BY_IT), this::back),
        kiosk("notice-on-the-screen", List.of(NOTICE), () -> {}));
  }

  private void open() throws IOException, InterruptedException, HallException {
    hall.office("init", "--demo-keys");
    hall.office("import-sample");
    hall.office("publish");
    URI address = hall.serve();
    office = URI.create(address.toString().replaceFirst("/$", ""));
    hall.enrol(address);
    hall.startAgent();
    hall.awaitPush();
    window.open(hall);
  }

  private Clerk signIn(String id, String name, String role)
      throws IOException, InterruptedException, HallException {
    Clerk clerk = Clerk.joins(hall, browser, office, id, name, role);
    clerks.put(id, clerk);
    return look(clerk);
  }

  /** Whose screen is looked at from here on. */
  private Clerk look(Clerk clerk) {
    looking = Optional.of(clerk);
    return clerk;
  }

  private Clerk at(String id) {
    return look(Optional.ofNullable(clerks.get(id)).orElseThrow());
  }

  private void bring() throws IOException {
    Path table =
        Files.writeString(
            hall.logs().resolve("notices.csv"),
            "标题,文号,发布机构,成文日期,发布日期,正文\n"
                + TITLE
                + ",示例府发〔2026〕108号,示例市人民政府,2026-11-20,2026-11-23,"
                + BODY
                + "\n");
    Clerk editor = at("lin");
    editor.open("/desk/upload", "#file");
    editor.page().setInputFiles("#file", table);
    editor.desk().type("#source", "市政府办公室").press("form[enctype] button");
  }

  private void read() {
    Clerk editor = at("lin");
    editor.desk().press("main form[method=post] button[type=submit]");
    editor.page().waitForSelector("form[action$=propose]");
  }

  private void handIn() {
    Clerk editor = at("lin");
    editor.desk().press("form[action$=propose] button");
    editor.page().waitForSelector("main a[href^='/desk/review/']");
    editor.open("/desk/review", "main table");
  }

  private void edit() {
    Clerk editor = at("lin");
    editor.open("/desk/records/of/" + GUIDE, "form[action$=begin]");
    editor.desk().press("form[action$=begin] button");
    String summary = "[name=summary]";
    String before = editor.page().inputValue(summary);
    editor.desk().type(summary, before + ADDED);
    editor.desk().press("[name=departmentName]"); // Enter in a line saves
  }

  private void submit() {
    at("lin").desk().press("main a[href^='/desk/review/']").press("form[action$=submit] button");
  }

  private void review() throws IOException, InterruptedException, HallException {
    Clerk reviewer = signIn("wang", "王审核", "reviewer");
    reviewer.open("/desk/review", "main");
    String waiting = "main td a[href^='/desk/review/'], main th a[href^='/desk/review/']";
    List<String> proposals =
        reviewer.page().locator(waiting).all().stream()
            .map(link -> link.getAttribute("href"))
            .distinct()
            .toList();
    if (proposals.size() != 2) {
      throw new HallException("two proposals should wait: " + proposals);
    }
    for (String proposal : proposals) {
      reviewer.open(proposal, "#decide");
      reviewer.desk().tabTo("[name=conclusion]").page().keyboard().press("Space");
      reviewer.desk().type("#basis", "《中华人民共和国政府信息公开条例》第十七条");
      reviewer.desk().press("#decide button:not([formaction])");
    }
  }

  private void prepareAndSign() {
    Clerk editor = at("lin");
    editor.open("/desk/releases", "form[action$=prepare]");
    editor.desk().press("form[action$=prepare] button[type=submit]");
    editor.page().waitForSelector("#progress [role=alert], #progress a");
    sign("lin", "editors");
  }

  private void sign(String id, String role) {
    Clerk clerk = at(id);
    clerk.open("/desk/releases/sign?role=" + role, "#sign:not([hidden]), #refused:not([hidden])");
    clerk.sign();
    clerk.open("/desk/releases", "main");
  }

  private void publish() throws IOException, InterruptedException, HallException {
    Clerk publisher = signIn("zhao", "赵发布", "publisher");
    publisher.open("/desk/releases", "form[action$=publish]");
    publisher.desk().press("form[action$=publish] button");
  }

  private void withdraw() throws IOException, InterruptedException, HallException {
    Clerk officer = signIn("sun", "孙值守", "emergency-officer");
    officer.open("/desk/records?q=夜间办事窗口", "td a[href^='/desk/records/of/']");
    String record =
        officer
            .page()
            .getAttribute("td a[href^='/desk/records/of/']", "href")
            .replaceFirst(".*/", "");
    officer.open("/desk/emergency", "#withdraw-form");
    officer.desk().type("#record", record).type("#why", WHY);
    officer.pressHere("#withdraw-form button");
    officer.page().waitForSelector("#staged:not([hidden])");
    officer.sign();
    officer.page().waitForSelector("section[aria-labelledby=withdrawn-title] table");
  }

  private void gone() throws IOException, InterruptedException, HallException {
    window.press("nav-home");
    window.awaitWords(List.of("您想查什么"));
    if (window.shows(TITLE)) {
      throw new HallException("what was withdrawn is still offered");
    }
  }

  private void count() {
    LivePage.open(at("sun")).await(WHY, GOES_BY_IT);
  }

  private void away() throws IOException, InterruptedException, HallException {
    hall.stopAgent();
    Path text = Files.writeString(hall.logs().resolve("notice.txt"), "请改日再来，或到三楼人工窗口。\n");
    hall.office(
        "emergency",
        "notice",
        "--title",
        NOTICE,
        "--text-file",
        text.toString(),
        "--until",
        "2099-01-01");
    LivePage.of(at("sun")).await(NOTICE, WAITS_FOR_IT);
  }

  private void back() throws IOException {
    hall.startAgent();
    LivePage.of(at("sun")).await(NOTICE, GOES_BY_IT);
  }

  @Override
  public List<String> faults(Step step) throws IOException, InterruptedException {
    return step.sight() == Step.Sight.DESK
        ? looking.orElseThrow().faults(step.expected())
        : window.awaitWords(step.expected());
  }

  @Override
  public void picture(Step step, Path file) throws IOException, InterruptedException {
    if (step.sight() == Step.Sight.KIOSK) {
      BufferedImage screen = window.pixels(places.kiosk());
      ImageIO.write(screen, "png", file.toFile());
    } else {
      looking.ifPresent(clerk -> clerk.picture(file));
    }
  }

  @Override
  public List<String> leftOut() {
    return List.of();
  }

  private static Step kiosk(String name, List<String> expected, Step.Action action) {
    return new Step(name, Step.Sight.KIOSK, expected, action);
  }

  private static Step desk(String name, List<String> expected, Step.Action action) {
    return new Step(name, Step.Sight.DESK, expected, () -> atTheDesk(action));
  }

  /** What the browser waits for in vain fails the step, which then has its picture. */
  private static void atTheDesk(Step.Action action)
      throws IOException, InterruptedException, HallException {
    try {
      action.act();
    } catch (PlaywrightException | AssertionError e) {
      throw new HallException(String.valueOf(e.getMessage()).strip());
    }
  }

  @Override
  public void close() {
    clerks.values().forEach(Clerk::close);
    browser.close();
    hall.close();
  }
}
