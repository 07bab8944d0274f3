package org.openhall.demo.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;

/**
 * What cannot wait, on a terminal whose agent looks by itself once an hour: what is seen here came
 * by the office's push.
 */
final class Urgent {
  private static final String GUIDE = "sample-g-identity-card";

  private final Hall hall;
  private final KioskWindow window;

  Urgent(Hall hall, KioskWindow window) {
    this.hall = hall;
    this.window = window;
  }

  List<Step> steps() {
    return List.of(
        kiosk("emergency-over-everything", List.of("紧急通知", "大厅二楼停电", "请到一楼"), this::announce),
        kiosk("emergency-read", List.of("您想查什么"), this::acknowledge),
        kiosk("guide-before-withdrawal", List.of("带什么"), this::findGuide),
        kiosk("withdrawn-while-it-is-read", List.of("已撤回", "收费标准有误", "服务台"), this::withdraw));
  }

  private static Step kiosk(String name, List<String> expected, Step.Action action) {
    return new Step(name, Step.Sight.KIOSK, expected, action);
  }

  private void announce() throws IOException, InterruptedException, HallException {
    hall.startAgent("1h");
    hall.awaitPush();
    Path text = Files.writeString(hall.logs().resolve("notice.txt"), "请到一楼办理。\n");
    hall.office(
        "emergency",
        "notice",
        "--title",
        "大厅二楼停电",
        "--text-file",
        text.toString(),
        "--until",
        LocalDate.now(ZoneId.systemDefault()).plusDays(1).toString());
  }

  private void acknowledge() throws IOException, InterruptedException, HallException {
    window.press("emergency-ok");
    window.pressAnywhere();
  }

  private void findGuide() throws IOException, InterruptedException, HallException {
    window.press("nav-search");
    for (String key : List.of("key-S", "key-F", "key-Z")) {
      window.press(key);
    }
    window.pressText("居民身份证补领");
  }

  private void withdraw() throws IOException, InterruptedException, HallException {
    hall.office("withdraw", GUIDE, "--why", "收费标准有误，正在更正。");
  }
}
