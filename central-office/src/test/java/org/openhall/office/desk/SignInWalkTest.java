package org.openhall.office.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.browser.Browser;
import org.openhall.browser.Walk;
import org.openhall.office.database.StaleDays;
import org.openhall.office.keys.KeyRegister;
import org.openhall.office.keys.KeyRequests;
import org.openhall.office.keys.KeyRole;
import org.openhall.office.people.PeopleOutcome;
import org.openhall.office.people.Role;
import org.openhall.office.people.Totp;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.publisher.KeyFile;

/** Signing in with a real browser, by keyboard alone. */
class SignInWalkTest {
  private static final String PASSPHRASE = "春眠不觉晓 处处闻啼鸟 42";

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

  /** A key from the person's browser to the keeper of the targets key, and back as a file. */
  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void aKeyIsMadeInTheBrowserAndOpensElsewhere(String language) throws Exception {
    String token = office.as(Role.EDITOR, Role.EMERGENCY_OFFICER).token();
    Path file = folder.resolve(language + ".key");
    try (Walk walk = browser.walk(office.address(), language).with(DeskGate.COOKIE, token)) {
      walk.open("/desk/keys").check("keys");
      walk.type("#passphrase", "short").type("#again", "short").tabTo("#go");
      walk.page().keyboard().press("Enter");
      walk.page().waitForSelector("#refused:not([hidden])");
      walk.page().fill("#passphrase", PASSPHRASE);
      walk.page().fill("#again", PASSPHRASE);
      walk.page().click("#go");
      walk.page().waitForSelector("#made:not([hidden])");
      walk.check("key-made");
      walk.page().waitForDownload(() -> walk.page().click("#save")).saveAs(file);
      String print = walk.page().textContent("#print");
      walk.tabTo("#ask").page().keyboard().press("Enter");
      walk.page().waitForSelector("#state:not([hidden])");
      walk.check("key-asked").open("/desk/keys").check("keys-waiting");
      KeyRequests requests = new KeyRequests(office.database(), office.log(), OfficeTime.clock());
      KeyRequests.Request request = requests.waiting().getLast();
      assertEquals(print, request.fingerprint().grouped());
      opens(file, request);
    }
    String security = office.as(Role.SECURITY_ADMINISTRATOR).token();
    try (Walk walk = browser.walk(office.address(), language).with(DeskGate.COOKIE, security)) {
      tookOut("王前任");
      walk.open("/desk/keys/all").check("keys-all");
      String former = walk.page().innerText("h2:last-of-type ~ .scroll");
      assertTrue(former.contains("王前任") && former.contains("2026-03-02"), former);
    }
  }

  /** A key that counted for a day. */
  private static void tookOut(String holder) {
    KeyRegister register = new KeyRegister(office.database());
    String id = "ab".repeat(32);
    LocalDate since = LocalDate.of(2026, 3, 1);
    register.note(new KeyRegister.Entry(id, "editors", holder, "/media/stick", since, null));
    register.close(id, "editors", since.plusDays(1));
  }

  /** By this program, and by OpenSSL. */
  private static void opens(Path file, KeyRequests.Request request) throws Exception {
    KeyFile read = KeyFile.read(file);
    assertEquals("emergency".equals(read.label().role()), request.role() == KeyRole.EMERGENCY);
    assertEquals(request.key(), read.key());
    SigningKey key = read.unlock(PASSPHRASE.toCharArray());
    assertEquals(request.key(), key.key());
    assertArrayEquals(
        key.pair().getPrivate().getEncoded(),
        Base64.getMimeDecoder().decode(openssl(file).replaceAll("-----[A-Z ]+-----", "")));
    assertThrows(
        KeyFile.WrongPassphraseException.class,
        () -> read.unlock("wrong passphrase".toCharArray()));
  }

  private static String openssl(Path file) throws Exception {
    Path passphrase = Files.writeString(folder.resolve("passphrase"), PASSPHRASE + "\n");
    Process openssl =
        new ProcessBuilder(
                "openssl", "pkey", "-in", file.toString(), "-passin", "file:" + passphrase)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String pem = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, openssl.waitFor(), pem);
    return pem;
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void onesOwnAccountChangesByKeyboard(String language) throws SQLException {
    String id = "own-" + language.toLowerCase(java.util.Locale.ROOT);
    office.other(id, Role.EDITOR);
    DeskOffice.Known known = office.finish(id);
    next(id);
    try (Walk walk =
        browser.walk(office.address(), language).with(DeskGate.COOKIE, known.token())) {
      walk.open("/desk").press(".who a").check("account");
      walk.type("#password", "wrong").type("#code", "000000").type("#fresh", PASSPHRASE);
      walk.type("#again", PASSPHRASE).press("form[action$=password] button");
      walk.check("account-wrong");
      walk.type("#password", DeskOffice.PASSWORD).type("#code", known.code());
      walk.type("#fresh", PASSPHRASE).type("#again", PASSPHRASE);
      walk.press("form[action$=password] button").check("account-changed");
      next(id);
      walk.type("#codes-password", PASSPHRASE).type("#codes-code", known.code());
      walk.press("form[action$=authenticator] button").check("authenticator");
      String secret = walk.page().textContent(".secret").replace(" ", "");
      walk.type("#code", now(secret)).press("main button").check("authenticator-changed");
    }
  }

  /** What is wrong on purpose is no fault here. */
  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void errorsAndSettingsAreForEverybodysEyes(String language) throws SQLException {
    as(language, Role.SYSTEM_ADMINISTRATOR, "/desk/settings", "settings");
    String token = office.as(Role.SYSTEM_ADMINISTRATOR).token();
    try (Walk walk = browser.walk(office.address(), language).with(DeskGate.COOKIE, token)) {
      walk.open("/desk/settings").type("#stale-days", "0").press("main button");
      walk.check("settings-wrong").type("#stale-days", "9").press("main button");
      walk.check("settings-saved").open("/desk/audit");
      List<String> faults = new ArrayList<>(walk.faults());
      faults.removeIf(fault -> fault.startsWith("403 "));
      assertEquals(List.of(), faults);
      walk.picture("error");
    }
    assertEquals(Duration.ofDays(9), new StaleDays(office.database()).get());
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
