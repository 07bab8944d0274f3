package org.openhall.demo.walk;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.openhall.demo.hall.Console;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.NewContent;
import org.openhall.demo.hall.Places;

/** One visit: the hall opens, a citizen comes, reads, shows a card, takes paper away, leaves. */
final class Visit implements Course {

  private final Hall hall;
  private final Places places;
  private final List<Path> content;
  private final KioskWindow window;
  private final PaperPanel panel;
  private final FleetScreen fleet;
  private final List<String> leftOut = new ArrayList<>();
  private Optional<Console> console = Optional.empty();

  Visit(Hall hall, Places places, List<Path> content) throws IOException, HallException {
    this.hall = hall;
    this.places = places;
    this.content = content;
    Files.createDirectories(hall.logs());
    this.window = new KioskWindow(places.kiosk(), hall.logs().resolve("witness.sock"));
    this.panel = new PaperPanel(hall, window, places.panel());
    this.fleet = new FleetScreen(hall);
  }

  /** Until a citizen stands before a terminal that shows the first release. */
  @Override
  public List<Step> opening() {
    return List.of(
        office("office-release", List.of("示例", "第 1 版"), this::openOffice),
        kiosk("attract", List.of("触摸屏幕", "数据更新至"), this::openTerminal));
  }

  /** What the citizen does; among imported records, if there are any. */
  @Override
  public List<Step> rest() throws IOException, HallException {
    ServiceRound service = new ServiceRound(hall, window, panel, fleet, this::inConsole);
    List<Step> steps = new ArrayList<>(service.stranger());
    steps.add(kiosk("home", List.of("您想查什么", "政府信息公开", "办事指南", "数据更新至"), window::pressAnywhere));
    steps.addAll(reading());
    if (!content.isEmpty()) {
      RealRecord.in(hall.terminal()).map(this::real).ifPresent(steps::addAll);
    }
    steps.addAll(guide());
    steps.addAll(card());
    if (leftOut.isEmpty()) {
      steps.addAll(socialCard());
    }
    steps.addAll(leaving());
    steps.addAll(service.technician());
    steps.addAll(new Urgent(hall, window).steps());
    steps.addAll(service.attendant());
    return steps;
  }

  private List<Step> real(RealRecord record) {
    return List.of(
        kiosk(
            "real-record-found",
            List.of(record.title()),
            () -> type("nav-search", record.keys().toArray(String[]::new))),
        kiosk(
            "real-record-read",
            List.of(record.title(), record.beginning(), "索引号", "未提供", "数据更新至"),
            () -> window.pressText(record.title())));
  }

  private List<Step> reading() {
    return List.of(
        kiosk("disclosure", List.of("政府信息公开指南", "年报"), () -> window.press("home-directory")),
        kiosk("directory", List.of("法定主动公开内容", "筛选"), () -> window.press("disclosure-directory")),
        kiosk("directory-narrowed", List.of("法定主动公开内容", "示例"), () -> window.pressText("法定主动公开内容")),
        kiosk(
            "entry-read",
            List.of("索引号", "文号", "发布机构", "数据更新至"),
            () -> window.pressFirst("entry-")));
  }

  private List<Step> guide() {
    return List.of(
        kiosk(
            "search-as-typed", List.of("sfz", "居民身份证补领"), () -> type("nav-search", "S", "F", "Z")),
        kiosk("guide", List.of("居民身份证补领", "带什么", "公安局"), () -> window.pressText("居民身份证补领")),
        kiosk("paper-out-is-said", List.of("缺纸"), this::printWithoutPaper),
        kiosk("materials-printed", List.of("已打印"), this::printWithPaper),
        paper("materials-on-paper", List.of("一次性告知", "居民身份证补领", "QR")),
        kiosk("situations", List.of("谁的身份证丢了", "第 1 问"), () -> window.press("guide-situations")),
        kiosk("own-list", List.of("您的材料清单", "已满十六周岁的人"), this::answer),
        kiosk("hall-map", List.of("窗口与地图", "户籍综合窗口"), this::openMap),
        kiosk("way-to-a-window", List.of("从本终端出发", "乘电梯到2楼"), () -> window.press("window-A01")));
  }

  private List<Step> card() {
    return List.of(
        kiosk("purpose-notice", List.of("请您知悉", "由谁处理", "同意并继续"), this::askForReceipt),
        kiosk("card-masked", List.of("1****************"), this::showCard),
        kiosk("receipt-printed", List.of("已打印"), () -> print("identify-print")),
        paper("receipt-on-paper", List.of("凭条", "*", "QR")));
  }

  /** A second citizen, with a social-security card; who came before has taken theirs away. */
  private List<Step> socialCard() {
    return List.of(
        kiosk(
            "either-card-is-asked-for", List.of("请放置身份证，或插入社保卡", "社保卡插口"), this::askForEitherCard),
        kiosk(
            "social-card-masked",
            List.of("社保卡已读取", "**玉", "4****************4", "*******02", "请取回您的社保卡"),
            () -> hall.control("lay", "social-2")),
        new Step(
            "social-card-in-the-panel",
            Step.Sight.PANEL,
            List.of("chip social-2", "connected true", "read true"),
            () -> hall.control("wait-for", "card-read")),
        kiosk("social-card-erased", List.of("请您知悉", "同意并继续"), this::eraseSocialCard));
  }

  private List<Step> leaving() {
    return List.of(
        office("second-release-at-the-office", List.of("第 2 版"), this::publishSecond),
        kiosk("reader-is-not-disturbed", List.of("索引号", "内容已更新"), () -> {}),
        kiosk(
            "second-release-arrives",
            List.of(NewContent.title(2), "第 2 版"),
            () -> window.press("nav-home")),
        kiosk("session-ended", List.of("触摸屏幕", "第 2 版"), () -> window.press("nav-end")),
        office(
            "terminals-at-the-office",
            List.of("示例市政务服务中心", "正常"),
            () -> inConsole(List.of("office terminals --data office"))));
  }

  private void openOffice() throws IOException, InterruptedException, HallException {
    List<String> commands = new ArrayList<>();
    commands.add("office init --demo-keys --data office");
    commands.add("office import-sample --data office");
    content.forEach(folder -> commands.add("office import \"" + folder + "\" --data office"));
    commands.add("office publish --data office");
    inConsole(commands);
  }

  private void openTerminal() throws IOException, InterruptedException, HallException {
    hall.enrol(hall.serve());
    hall.startAgent();
    startCards();
    hall.startDevices(Optional.of(places.panel()));
    window.open(hall);
  }

  private void startCards() throws IOException, InterruptedException {
    try {
      hall.startCards();
    } catch (HallException e) {
      leftOut.add("social-security card: " + e.getMessage());
    }
  }

  @Override
  public List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  private void type(String opener, String... keys)
      throws IOException, InterruptedException, HallException {
    window.press(opener);
    for (String key : keys) {
      window.press("key-" + key);
    }
  }

  private void printWithoutPaper() throws IOException, InterruptedException, HallException {
    hall.control("paper", "out");
    window.press("guide-print");
  }

  private void printWithPaper() throws IOException, InterruptedException, HallException {
    hall.control("paper", "ok");
    print("guide-print");
  }

  private void print(String button) throws IOException, InterruptedException, HallException {
    panel.watch();
    window.press(button);
  }

  private void answer() throws IOException, InterruptedException, HallException {
    window.press("choice-adult");
    window.press("choice-local");
  }

  private void openMap() throws IOException, InterruptedException, HallException {
    window.press("nav-home");
    window.press("home-hall");
    window.press("floor-f2");
  }

  private void askForReceipt() throws IOException, InterruptedException, HallException {
    window.press("nav-home");
    window.press("home-identify");
  }

  private void showCard() throws IOException, InterruptedException, HallException {
    window.press("identify-agree");
    hall.control("lay", "zhang");
  }

  private void askForEitherCard() throws IOException, InterruptedException, HallException {
    window.press("identify-erase");
    hall.control("take");
    window.press("home-identify");
    window.press("identify-agree");
  }

  private void eraseSocialCard() throws IOException, InterruptedException, HallException {
    window.press("identify-erase");
    hall.control("take");
    window.press("home-identify");
  }

  private void publishSecond() throws IOException, InterruptedException, HallException {
    readAgain();
    Path file = NewContent.write(hall.logs(), 2);
    inConsole(
        List.of(
            "office import logs/" + file.getFileName() + " --data office",
            "office publish --data office"));
  }

  private void readAgain() throws IOException, InterruptedException, HallException {
    window.press("nav-home");
    window.press("home-directory");
    window.press("disclosure-directory");
    window.pressFirst("entry-");
    window.awaitWords(List.of("索引号"));
  }

  private void inConsole(List<String> commands)
      throws IOException, InterruptedException, HallException {
    console.ifPresent(Console::close);
    console = Optional.empty();
    console = Optional.of(Console.open(hall.folder(), places.console(), commands));
  }

  @Override
  public List<String> faults(Step step) throws IOException, InterruptedException {
    return switch (step.sight()) {
      case KIOSK -> window.awaitWords(step.expected());
      case CONSOLE -> step.missingIn(console.orElseThrow().text());
      case PAPER -> panel.missing(step);
      case PANEL -> panel.missingInStatus(step);
      case DESK -> fleet.faults(step.expected());
    };
  }

  @Override
  public void picture(Step step, Path file) throws IOException, InterruptedException {
    if (step.sight() == Step.Sight.DESK) {
      fleet.picture(file);
      return;
    }
    Rectangle area = area(step.sight());
    boolean plain = step.expected().isEmpty(); // a colour without words
    ImageIO.write(plain ? window.glance(area) : window.pixels(area), "png", file.toFile());
  }

  private Rectangle area(Step.Sight sight) {
    return switch (sight) {
      case KIOSK, DESK -> places.kiosk();
      case PAPER, PANEL -> places.panel();
      case CONSOLE -> places.console();
    };
  }

  private static Step kiosk(String name, List<String> expected, Step.Action action) {
    return new Step(name, Step.Sight.KIOSK, expected, action);
  }

  private static Step office(String name, List<String> expected, Step.Action action) {
    return new Step(name, Step.Sight.CONSOLE, expected, action);
  }

  private static Step paper(String name, List<String> expected) {
    return new Step(name, Step.Sight.PAPER, expected, () -> {});
  }

  @Override
  public void close() {
    console.ifPresent(Console::close);
    fleet.close();
    hall.close();
  }
}
