package org.openhall.office.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.browser.Browser;
import org.openhall.browser.Walk;
import org.openhall.link.EnrolmentRefusal;
import org.openhall.link.EnrolmentToken;
import org.openhall.link.acceptance.AcceptanceReport;
import org.openhall.link.acceptance.AcceptanceReport.By;
import org.openhall.link.acceptance.AcceptanceReport.Line;
import org.openhall.link.acceptance.AcceptanceReport.Result;
import org.openhall.link.acceptance.SignedReport;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventBatch;
import org.openhall.link.event.EventMessage;
import org.openhall.link.status.AgentStatus;
import org.openhall.office.authority.CertificateAuthority;
import org.openhall.office.authority.SigningRequest;
import org.openhall.office.authority.TestKey;
import org.openhall.office.enrol.EnrolOutcome;
import org.openhall.office.enrol.EnrolmentTokens;
import org.openhall.office.people.Role;
import org.openhall.office.publish.EmergencyDesk;
import org.openhall.office.text.OfficeTime;

/** The pages of three hundred terminals in a real browser. */
class FleetWalkTest {
  private static final int TERMINALS = 300;
  @TempDir static Path folder;
  private static DeskOffice office;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    office = DeskOffice.start(folder);
    browser = Browser.start();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    for (int i = 0; i < TERMINALS; i++) {
      String id = "T%010d".formatted(i);
      office
          .database()
          .client()
          .sql("INSERT INTO terminal (id, hall, enrolled_at) VALUES (?, ?, ?)")
          .params(id, "第" + (i % 24 + 1) + "政务服务大厅", now.toString())
          .update();
      if (i % 50 != 7) {
        office.parts().terminals().report(id, status(i % 40 == 3 ? 0 : 1, null));
      }
    }
    tells("T0000000005", now, "unavailable", "paper-out");
    tells("T0000000006", now, "ready", "none");
  }

  @AfterEach
  void forgetWhoJoined() {
    List.of(
            "DELETE FROM enrolment_token",
            "DELETE FROM terminal_certificate",
            "DELETE FROM terminal WHERE id NOT LIKE 'T0000000%'")
        .forEach(sql -> office.database().client().sql(sql).update());
  }

  private static void tells(String id, Instant at, String state, String detail)
      throws SQLException {
    office
        .parts()
        .intake()
        .take(
            id,
            new EventBatch(
                List.of(
                    EventMessage.of(at, new Event.DeviceState("receipt-printer", state, detail)),
                    EventMessage.of(at, new Event.ReleaseShown(1)))));
  }

  private static AgentStatus status(long release, @Nullable Instant emergency) {
    Instant now = Instant.now();
    return new AgentStatus(
        release,
        now,
        now,
        AgentStatus.Outcome.UP_TO_DATE,
        null,
        null,
        null,
        null,
        null,
        null,
        emergency,
        List.of());
  }

  @AfterAll
  static void stop() {
    browser.close();
    office.close();
  }

  private static Walk walk(String language, int zoom) throws SQLException {
    String token = office.as(Role.SYSTEM_ADMINISTRATOR).token();
    return browser.walk(office.address(), language, zoom).with(DeskGate.COOKIE, token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void findsAnAlarmAndAcknowledgesIt(String language) throws Exception {
    String id =
        language.equals("en") ? "T0000000006" : "T0000000005"; // one each: an alarm seen stays so
    tells(id, Instant.now(), "unavailable", "paper-out");
    try (Walk walk = walk(language, 1)) {
      walk.open("/desk/fleet");
      assertEquals(TERMINALS, walk.page().locator("#fleet tbody tr").count());
      walk.page().selectOption("#state", "ALARM");
      walk.press(".filters button").check("fleet-alarms");
      assertEquals(1, walk.page().locator("#fleet tbody tr").count());
      handsIn(id);
      walk.press("#t-" + id).check("fleet-terminal");
      String page = walk.page().textContent("main");
      assertTrue(page.contains(language.equals("en") ? "signature genuine" : "签名真实"), page);
      assertTrue(page.contains(language.equals("en") ? "No. 3" : "第 3 份"), page);
      walk.type("#note0", "已通知大厅换纸").press("section.card button").check("fleet-acknowledged");
      assertTrue(walk.page().textContent("main").contains("已通知大厅换纸"));
      walk.open("/desk/fleet?state=ALARM");
      assertEquals(0, walk.page().locator("#fleet tbody tr").count());
    }
    try (Walk walk = walk(language, 2)) {
      walk.open("/desk/fleet?hall=第8政务服务大厅").check("fleet-enlarged");
    }
  }

  private static void handsIn(String id) throws IOException, SQLException {
    CertificateAuthority authority = office.parts().authority();
    TestKey key = TestKey.make();
    X509Certificate own = authority.issue(key.request(), id, Duration.ofDays(1));
    Instant now = own.getNotBefore().toInstant().plusSeconds(1);
    Line left = new Line(By.PERSON, "touch", Result.LEFT_OUT, "触摸：未做");
    SignedReport signed =
        SignedReport.sign(
            new AcceptanceReport(id, now, "一楼", List.of(left), 3L),
            key.with(own, authority.certificate()));
    office
        .parts()
        .intake()
        .take(
            id,
            new EventBatch(List.of(EventMessage.of(Instant.now(), new Event.Acceptance(signed)))));
  }

  @Test
  void saysWhichTerminalsShowWhichVersion() throws Exception {
    String id =
        office.database().client().sql("SELECT max(id) FROM record").query(String.class).single();
    try (Walk walk = walk("zh-CN", 1)) {
      walk.open("/desk/fleet/record")
          .type("#id", id)
          .press(".filters button")
          .check("fleet-record");
      assertTrue(walk.page().textContent("main").contains("最新内容"));
    }
  }

  /** What the page says is enough to join, and the page then shows who did. */
  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void makesACodeAndSeesTheTerminalJoin(String language) throws Exception {
    String hall = "三楼大厅 " + language;
    SigningRequest request = TestKey.make().request();
    try (Walk walk = walk(language, 1)) {
      walk.open("/desk/fleet").press("a[href='/desk/fleet/codes']").check("fleet-codes");
      walk.type("#hall", hall).type("#address", "https://elsewhere.example:8443");
      walk.press("#make").check("fleet-codes-wrong");
      assertEquals(0, walk.page().locator("#issued").count());
      walk.type("#address", office.address().toString()).press("#make").check("fleet-codes-made");
      String code = String.join("-", walk.page().locator("#issued-code span").allTextContents());
      EnrolmentToken token = EnrolmentToken.parse(code);
      assertTrue(token.pins(office.parts().anchors()));
      assertEquals(token.trust().grouped(), walk.page().textContent("#issued-trust"));
      Locator line = walk.page().locator("#codes tbody tr:has-text('" + hall + "')");
      assertEquals(1, line.locator("button").count());
      office.parts().enrolment().redeem(code, request, null);
      walk.page()
          .waitForCondition(() -> line.textContent().contains(request.fingerprint().grouped()));
      assertEquals(0, line.locator("button").count());
      walk.open("/desk/fleet/codes");
      assertTrue(!walk.page().content().contains(code.substring(4, 23)), "shown once");
    }
  }

  @Test
  void takesACodeBackWhichThenOpensNothing() throws Exception {
    DeskClient admin = office.as(Role.SYSTEM_ADMINISTRATOR);
    EnrolmentTokens tokens =
        new EnrolmentTokens(
            office.database(), new SecureRandom(), office.log(), OfficeTime.clock());
    EnrolmentToken token = tokens.issue(office.parts().anchors(), "四楼", "zhao.wei");
    String hash =
        tokens.latest().stream()
            .filter(t -> "四楼".equals(t.hall()))
            .findFirst()
            .orElseThrow()
            .hash();
    admin.post("/desk/fleet/codes/" + hash + "/cancel", Map.of());
    assertEquals(
        new EnrolOutcome.Refused(EnrolmentRefusal.Reason.CANCELLED_TOKEN),
        office.parts().enrolment().redeem(token.text(), TestKey.make().request(), null));
    assertEquals(
        HttpURLConnection.HTTP_FORBIDDEN,
        office.as(Role.PUBLISHER).get("/desk/fleet/codes").statusCode());
  }

  /** The page renews itself; a terminal that reports is seen without a hand on the mouse. */
  @Test
  void countsWhoGoesByANoticeWhileItIsLookedAt() throws Exception {
    EmergencyDesk desk =
        new EmergencyDesk(
            office.database(),
            office.parts().repository(),
            folder.resolve("tmp"),
            OfficeTime.clock());
    Instant until = Instant.now().plus(1, ChronoUnit.DAYS);
    desk.announce("暴雨红色预警", List.of("请在大厅内等候。"), until, office.duty());
    try (Walk walk = walk("zh-CN", 1)) {
      walk.open("/desk/fleet/urgent");
      assertTrue(walk.page().textContent("#urgent").contains("300 台终端中 0 台已生效"));
      Instant signed = desk.present().issuedAt();
      office.parts().terminals().report("T0000000001", status(1, signed));
      walk.page()
          .waitForCondition(() -> walk.page().textContent("#urgent").contains("300 台终端中 1 台已生效"));
      walk.check("fleet-urgent");
    }
  }
}
