package org.openhall.office.desk.release;

import com.microsoft.playwright.Page;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.browser.Browser;
import org.openhall.browser.Walk;
import org.openhall.office.desk.DeskGate;
import org.openhall.office.desk.DeskOffice;
import org.openhall.office.people.Role;

/** Measures what a browser needs for the records of a large release: {@code BigSigning RECORDS}. */
final class BigSigning {
  private static final String HEAP = "Math.round(performance.memory.usedJSHeapSize / 1048576)";
  private static final Pattern MOST = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private BigSigning() {}

  /** Megabytes that the largest process of a page had at most, threads of workers included. */
  private static long mostMemory() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> read(process, "cmdline").contains("--type=renderer"))
        .map(process -> MOST.matcher(read(process, "status")))
        .filter(Matcher::find)
        .mapToLong(most -> Long.parseLong(most.group(1)) / 1024)
        .max()
        .orElse(0);
  }

  private static String read(ProcessHandle process, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
    } catch (IOException e) {
      return ""; // it has ended
    }
  }

  public static void main(String[] arguments) throws Exception {
    int records = Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("big-signing");
    try (DeskOffice office = DeskOffice.start(folder);
        Browser browser = Browser.start()) {
      Path titles = folder.resolve("titles");
      try (BufferedWriter out = Files.newBufferedWriter(titles)) {
        out.write("source,title,doc_number,date_written,date_published,url\n");
        for (int i = 0; i < records; i++) {
          out.write("State Council,关于做好第" + i + "项政务服务工作的通知,,,,http://a/" + i + "\n");
        }
      }
      office.parts().catalog().importFile(titles, (fraction, n) -> {});
      Walk walk =
          browser
              .walk(office.address(), "zh-CN")
              .with(DeskGate.COOKIE, office.signedIn("big", Role.EDITOR));
      walk.open("/desk/releases").press("form[action$=prepare] button[type=submit]");
      Page page = walk.page();
      page.setDefaultTimeout(3_600_000);
      page.waitForCondition(
          () -> !page.locator("#progress [role=alert], #progress a").all().isEmpty(),
          new Page.WaitForConditionOptions().setTimeout(3_600_000));
      page.addInitScript(
          "window.gaps = []; let last = performance.now();"
              + " setInterval(() => { const now = performance.now(); gaps.push(now - last); last = now; }, 20);");
      long begin = System.nanoTime();
      walk.open("/desk/releases/sign?role=editors");
      page.waitForCondition(
          () -> page.isVisible("#sign") || page.isVisible("#refused"),
          new Page.WaitForConditionOptions().setTimeout(3_600_000));
      System.out.printf(
          "%d records: %.1f s; longest without a turn %s ms; over 200 ms: %s times; heap %s MB;"
              + " most memory of the page's process %d MB; load %.1f; said %s%n",
          records,
          (System.nanoTime() - begin) / 1e9,
          page.evaluate("Math.round(Math.max(...gaps))"),
          page.evaluate("gaps.filter(g => g > 200).length"),
          page.evaluate(HEAP),
          mostMemory(),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
          page.innerText("#state") + page.innerText("#refused"));
    }
  }
}
