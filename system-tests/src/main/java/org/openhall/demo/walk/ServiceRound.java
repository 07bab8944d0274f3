package org.openhall.demo.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;

/** What those who service the terminal do at its screen, each with a PIN. */
final class ServiceRound {
  private static final String TECHNICIAN = "90817263";
  private static final String ATTENDANT = "503917";
  private static final String WRONG = "11";
  private static final String DIGEST = "报告指纹：";
  private static final Pattern KEPT =
      Pattern.compile(".*\"who\":\"([a-z]+)\",\"deed\":\"([a-z-]+)\",\"about\":\"([^\"]*)\".*");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Everything that this round does, as the terminal keeps it, in its order. */
  private static final List<String> DEEDS =
      List.of(
          "unknown refused",
          "unknown refused",
          "unknown refused",
          "unknown locked",
          "technician entered",
          "technician self-test receipt-printer",
          "technician touch-test passed",
          "technician colour-test passed",
          "technician test-print",
          "technician acceptance passed",
          "technician restarted-kiosk",
          "attendant entered",
          "attendant paper-changed",
          "attendant cleaned");

  private final Hall hall;
  private final KioskWindow window;
  private final PaperPanel panel;
  private final FleetScreen fleet;
  private final Commands console;
  private String digest = "";

  ServiceRound(
      Hall hall, KioskWindow window, PaperPanel panel, FleetScreen fleet, Commands console) {
    this.hall = hall;
    this.window = window;
    this.panel = panel;
    this.fleet = fleet;
    this.console = console;
  }

  /** Commands of {@code ./openhall} in a window, where they can be seen. */
  interface Commands {
    void run(List<String> commands) throws IOException, InterruptedException, HallException;
  }

  /** Somebody who does not know the PIN; the wait of half a minute is over before the others. */
  List<Step> stranger() {
    return List.of(
        kiosk("pin-wrong-three-times", List.of("口令不对", "秒后可以再试"), this::guess),
        kiosk("pin-not-even-looked-at", List.of("试错太多"), () -> pin(TECHNICIAN)),
        kiosk("stranger-gone", List.of("触摸屏幕"), () -> window.press("pin-leave")));
  }

  List<Step> technician() {
    return List.of(
        kiosk("service-area", List.of("维护区", "技术人员", "验收报告"), () -> enter(TECHNICIAN)),
        kiosk("findings", List.of("重新检查", "［"), () -> window.press("technician-FINDINGS")),
        kiosk("devices-in-words", List.of("receipt-printer：", "自检"), () -> page("DEVICES")),
        kiosk("printer-tested", List.of("通过"), this::testPrinter),
        kiosk("touch-panel-half-swept", List.of("还剩 48 格"), this::sweepHalf),
        kiosk("touch-panel-swept", List.of("维护区", "验收报告"), this::sweepAll),
        kiosk("red-to-the-edges", List.of(), this::firstColour),
        kiosk("colours-asked", List.of("没有坏点吗"), this::otherColours),
        kiosk("acceptance-asks", List.of("触摸：正常", "屏幕颜色：正常", "可读：未做"), this::beginAcceptance),
        kiosk("acceptance-report", List.of("验收通过", "报告指纹", "已打印凭条"), this::accept),
        new Step("acceptance-on-paper", Step.Sight.PAPER, List.of("终端验收报告", "QR"), this::printed),
        new Step(
            "acceptance-on-the-fleet-page",
            Step.Sight.DESK,
            List.of("第 1 份", "验收通过", "签名真实", "［合格］ 触摸：正常"),
            () -> fleet.open(digest)),
        new Step("acceptance-verified", Step.Sight.CONSOLE, List.of("报告真实", "验收通过"), this::verify),
        kiosk("kiosk-restarted", List.of("触摸屏幕"), this::restart));
  }

  /** For a minute nothing can be pressed then: the last of a walk. */
  List<Step> attendant() {
    return List.of(
        kiosk("attendants-area", List.of("值守人员", "已换纸", "清洁屏幕"), () -> enter(ATTENDANT)),
        kiosk("paper-changed", List.of("已记下换纸"), () -> window.press("technician-paper")),
        kiosk("cleaning", List.of("清洁模式"), this::clean));
  }

  private static Step kiosk(String name, List<String> expected, Step.Action action) {
    return new Step(name, Step.Sight.KIOSK, expected, action);
  }

  private void guess() throws IOException, InterruptedException, HallException {
    hall.setPin("technician", TECHNICIAN);
    hall.setPin("attendant", ATTENDANT);
    window.holdCorner();
    for (int i = 0; i < 3; i++) {
      window.awaitWords(List.of(i == 0 ? "请输入口令" : "口令不对"));
      pin(WRONG);
    }
  }

  private void pin(String digits) throws IOException, InterruptedException, HallException {
    for (String digit : digits.split("", -1)) {
      if (!digit.isEmpty()) {
        window.press("pin-" + digit);
      }
    }
    window.press("pin-enter");
  }

  private void enter(String pin) throws IOException, InterruptedException, HallException {
    window.holdCorner();
    pin(pin);
  }

  private void page(String page) throws IOException, InterruptedException, HallException {
    window.press("technician-back");
    window.press("technician-" + page);
  }

  private void testPrinter() throws IOException, InterruptedException, HallException {
    window.press("test-receipt-printer-EXTERNAL");
  }

  /** A finger that was too quick for the panel goes over the same fields again. */
  private void sweepHalf() throws IOException, InterruptedException, HallException {
    page("TOUCH");
    window.await("touch-bad");
    Await.until(
        "the upper half is green",
        PATIENCE,
        () -> {
          window.sweep(6, 12, 8);
          return window.awaitWords(List.of("还剩")).isEmpty() && window.shows("还剩 48 格");
        });
  }

  private void sweepAll() throws IOException, InterruptedException, HallException {
    Await.until(
        "the whole panel was swept",
        PATIENCE,
        () -> {
          window.sweep(12, 12, 8);
          return !window.shows("还剩");
        });
  }

  private void firstColour() throws IOException, InterruptedException, HallException {
    window.press("technician-COLOURS");
    window.press("colours-begin");
    window.awaitColour(0xff0000);
  }

  private void otherColours() throws IOException, InterruptedException, HallException {
    for (int next : List.of(0x00ff00, 0x0000ff, 0xffffff, 0x000000)) {
      window.pressAnywhere();
      window.awaitColour(next);
    }
    window.pressAnywhere();
  }

  private void beginAcceptance() throws IOException, InterruptedException, HallException {
    window.press("colours-well");
    window.press("technician-ACCEPTANCE");
  }

  private void accept() throws IOException, InterruptedException, HallException {
    window.press("print-test");
    window.awaitWords(List.of("通过"));
    window.press("print-well");
    panel.watch();
    window.press("acceptance-make");
    window.awaitWords(List.of(DIGEST));
    digest =
        window
            .find(node -> node.text().startsWith(DIGEST))
            .map(node -> node.text().substring(DIGEST.length()))
            .orElseThrow(() -> new HallException("no fingerprint of the report is shown"));
  }

  private void printed() throws IOException, InterruptedException, HallException {
    Await.until("the slip has " + digest, PATIENCE, () -> hall.control("show").contains(digest));
  }

  /** As whoever has the file can do at the terminal. */
  private void verify() throws IOException, InterruptedException, HallException {
    Path reports = Path.of("terminal", "status", "reports");
    List<String> kept = names(hall.folder().resolve(reports));
    if (kept.size() != 1) {
      throw new HallException("one report should be kept: " + kept);
    }
    console.run(
        List.of(
            "doctor --acceptance --verify "
                + reports.resolve(kept.getFirst())
                + " --data terminal"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Somebody restarts a program that ends; here that is the walk. */
  private void restart() throws IOException, InterruptedException, HallException {
    page("RESTART");
    window.press("restart-kiosk");
    window.reopen(hall);
  }

  private void clean() throws IOException, InterruptedException, HallException {
    window.press("technician-clean");
    window.awaitWords(List.of("清洁模式"));
    window.pressAnywhere();
    Await.until("all that was done is kept", PATIENCE, () -> done().size() >= DEEDS.size());
    if (!done().equals(DEEDS)) {
      throw new HallException("the terminal keeps that this was done: " + done());
    }
  }

  private List<String> done() throws IOException {
    return Files.readAllLines(hall.terminal().resolve("status/service.log")).stream()
        .map(line -> KEPT.matcher(line).replaceAll("$1 $2 $3").replace(" none", ""))
        .toList();
  }
}
