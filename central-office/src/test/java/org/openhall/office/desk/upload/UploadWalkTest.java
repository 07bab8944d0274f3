package org.openhall.office.desk.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.browser.Browser;
import org.openhall.browser.Walk;
import org.openhall.office.desk.DeskClient;
import org.openhall.office.desk.DeskGate;
import org.openhall.office.desk.DeskOffice;
import org.openhall.office.file.HostileFiles;
import org.openhall.office.people.Role;

/** Uploads in a real browser, by keyboard; only the choice of the file is the browser's own. */
class UploadWalkTest {
  @TempDir static Path folder;
  private static DeskOffice office;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    office = DeskOffice.start(folder.resolve("office"));
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    office.close();
  }

  private static Walk walk(String language, Role role) throws Exception {
    DeskClient client = office.as(role);
    return browser.walk(office.address(), language).with(DeskGate.COOKIE, client.token());
  }

  @Test
  void aTableIsBroughtMappedLookedAtAndHandedIn() throws Exception {
    String csv =
        """
        事项名称,实施编码,服务对象,申请材料,承诺时限
        居民身份证换领,W1,自然人,"旧证｜原件｜1份
        近照",20个工作日
        居住证签注,W2,自然人,居住证,当场办结
        ,W3,自然人,,
        """;
    Path file = Files.writeString(folder.resolve("公安局事项.csv"), csv, Charset.forName("GB18030"));
    try (Walk walk = walk("zh-CN", Role.EDITOR)) {
      walk.open("/desk/upload").check("upload-empty");
      walk.page().setInputFiles("#file", file);
      walk.type("#source", "某市公安局").press("form.card button");
      walk.check("upload-columns");
      assertEquals("title", walk.page().inputValue("#column-0"));
      assertEquals("promisedLimit", walk.page().inputValue("#column-4"));
      walk.press("form[method=post] .actions button");
      walk.page().waitForSelector("ul.cards");
      walk.check("upload-report");
      String text = walk.page().textContent("main");
      assertTrue(text.contains("必填字段为空") && text.contains("居住证签注"), text);
      walk.press("form.card button");
      walk.page().waitForSelector("section.notice");
      walk.check("upload-handed-in");
      walk.open("/desk/upload").check("upload-history");
      assertTrue(walk.page().textContent("table").contains("待审"));
    }
  }

  @Test
  void aRefusedFileIsSaidToInWords() throws Exception {
    Path file =
        Files.write(folder.resolve("a.xlsx"), HostileFiles.workbookWith("xl/vbaProject.bin", "x"));
    try (Walk walk = walk("en", Role.EDITOR)) {
      walk.open("/desk/upload");
      walk.page().setInputFiles("#file", file);
      walk.press("form.card button");
      walk.check("upload-refused");
      assertTrue(walk.page().textContent("[role=alert]").contains("has macros"));
    }
  }

  @Test
  void aTokenIsMadeByKeyboardAndTheSourcesPageIsLegible() throws Exception {
    try (Walk walk = walk("zh-CN", Role.SYSTEM_ADMINISTRATOR)) {
      walk.open("/desk/tokens");
      walk.type("#name", "省政务服务网").type("#source", "某省政务服务网").press("form.card button");
      walk.check("tokens");
      assertTrue(walk.page().textContent("#issued").startsWith("openhall_"));
    }
    try (Walk walk = walk("en", Role.REVIEWER)) {
      walk.open("/desk/sources").check("sources");
    }
  }
}
