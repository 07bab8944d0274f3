package org.openhall.office.desk;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.browser.Browser;
import org.openhall.browser.Walk;
import org.openhall.office.people.PeopleOutcome;
import org.openhall.office.people.Role;
import org.openhall.office.people.Totp;
import org.openhall.office.text.OfficeTime;

/** Signing in with a real browser, by keyboard alone. */
class SignInWalkTest {
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

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void firstByACodeThenByPasswordAndTelephone(String language) throws SQLException {
    String id = "walk-" + language.toLowerCase(java.util.Locale.ROOT);
    if (!(office.people().add(id, "林晓", "command") instanceof PeopleOutcome.Code(String code))) {
      throw new AssertionError(id);
    }
    office.people().grant(id, java.util.Set.of(Role.EDITOR, Role.EMERGENCY_OFFICER), "command");
    try (Walk walk = browser.walk(office.address(), language)) {
      walk.open("/desk").check("sign-in").press("a[href$=begin]");
      walk.type("#id", id).type("#code", code).check("begin").press("main button");
      String secret = walk.page().textContent(".secret").replace(" ", "");
      walk.type("#password", "short").type("#again", "short").type("#code", now(secret));
      walk.press("main button").check("first-too-short");
      walk.type("#password", DeskOffice.PASSWORD).type("#again", DeskOffice.PASSWORD);
      walk.type("#code", now(secret)).press("main button").check("home");
      walk.press(".who button");
      walk.type("#id", id).type("#password", "wrong").type("#code", "000000");
      walk.press("main button").check("sign-in-wrong");
      next(id);
      walk.type("#id", id).type("#password", DeskOffice.PASSWORD).type("#code", now(secret));
      walk.press("main button").check("home-again");
    }
    try (Walk walk = browser.walk(office.address(), language, 2)) {
      walk.open("/desk").check("sign-in-enlarged");
    }
  }

  private static String now(String secret) {
    return Totp.code(secret, OfficeTime.clock().instant());
  }

  /** As if the telephone showed the next code already. */
  private static void next(String id) {
    office
        .database()
        .client()
        .sql("UPDATE person SET totp_step = 0 WHERE id = ?")
        .param(id)
        .update();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void theAdministratorsPagesAreForEverybodysEyes(String language) throws SQLException {
    office.people().add("new", "新来的", "command");
    as(language, Role.SYSTEM_ADMINISTRATOR, "/desk", "home-waiting");
    as(language, Role.SYSTEM_ADMINISTRATOR, "/desk/people", "people-made");
    as(language, Role.SECURITY_ADMINISTRATOR, "/desk/people", "people-granted");
    as(language, Role.SECURITY_ADMINISTRATOR, "/desk/people/p.system-administrator", "roles");
    as(language, Role.AUDIT_ADMINISTRATOR, "/desk/audit", "audit");
  }

  private static void as(String language, Role role, String path, String name) throws SQLException {
    String token = office.as(role).token();
    try (Walk walk = browser.walk(office.address(), language).with(DeskGate.COOKIE, token)) {
      walk.open(path).check(name);
    }
    try (Walk walk = browser.walk(office.address(), language, 2).with(DeskGate.COOKIE, token)) {
      walk.open(path).check(name + "-enlarged");
    }
  }
}
