package org.openhall.demo.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;

/** What those who service the terminal do at its screen, each with a PIN. */
final class ServiceRound {
  private static final String TECHNICIAN = "90817263";
  private static final String ATTENDANT = "503917";
  private static final String WRONG = "11";
  private static final Pattern KEPT =
      Pattern.compile(".*\"who\":\"([a-z]+)\",\"deed\":\"([a-z-]+)\",\"about\":\"([^\"]*)\".*");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Everything that this round does, as the terminal keeps it, in its order. */
  private static final List<String> DEEDS =
      List.of(
          "unknown refused",
          "unknown refused",
          "unknown refused",
          "unknown locked",
          "technician entered",
          "technician self-test receipt-printer",
          "technician left");

  private final Hall hall;
  private final KioskWindow window;

  ServiceRound(Hall hall, KioskWindow window) {
    this.hall = hall;
    this.window = window;
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
        kiosk("technician-gone", List.of("触摸屏幕"), this::leave));
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

  private void leave() throws IOException, InterruptedException, HallException {
    window.press("technician-back");
    window.await("technician-leave");
    window.rest(); // both lie at one place, and a double tap is one press
    window.press("technician-leave");
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
