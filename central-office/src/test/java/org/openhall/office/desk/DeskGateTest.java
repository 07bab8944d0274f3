package org.openhall.office.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.people.Role;

/** Who gets by, and who does not, from outside. */
class DeskGateTest {
  @TempDir static Path folder;
  private static DeskOffice office;

  @BeforeAll
  static void start() throws Exception {
    office = DeskOffice.start(folder);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  private static String goesTo(HttpResponse<?> response) {
    return URI.create(response.headers().firstValue("Location").orElse("?")).getPath();
  }

  @Test
  void theDeskIsOnTheSecurePortAlone() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("http://localhost:" + office.plainPort() + "/desk/people"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(302, answer.statusCode());
      assertEquals(
          "https://localhost:" + office.address().getPort() + "/desk/people",
          answer.headers().firstValue("Location").orElseThrow());
    }
  }

  @Test
  void whatNoTextHoldsReachesNoDatabase() throws Exception {
    assertEquals(400, office.as(Role.EDITOR).get("/desk/records?q=a%00b").statusCode());
    Map<String, String> form = Map.of("id", "a\0b", "password", "x", "code", "1");
    assertEquals(400, office.nobody().post("/desk/sign-in", form).statusCode());
  }

  @Test
  void whoIsNotSignedInIsSentToSignIn() throws IOException, InterruptedException {
    HttpResponse<String> answer = office.nobody().get("/desk");
    assertEquals(302, answer.statusCode());
    assertEquals("/desk/sign-in", goesTo(answer));
    assertEquals(200, office.nobody().get("/desk/sign-in").statusCode());
    assertEquals(200, office.nobody().get("/desk/files/desk.css").statusCode());
    assertEquals(200, office.nobody().get("/desk/files/htmx.min.js").statusCode());
  }

  @Test
  void theHomePageGreetsInBothLanguages() throws Exception {
    DeskClient editor = office.as(Role.EDITOR);
    String chinese = editor.get("/desk").body();
    assertTrue(chinese.contains("您好") && chinese.contains("编辑"), chinese);
    String english = editor.get("/desk?lang=en").body();
    assertTrue(english.contains("Good day") && english.contains("Editor"), english);
    assertFalse(chinese.contains("??") || english.contains("??"), "a word is missing");
  }

  @Test
  void aPageOfAnotherRoleIsRefused() throws Exception {
    assertEquals(403, office.as(Role.EDITOR).get("/desk/audit").statusCode());
    assertEquals(403, office.as(Role.EDITOR).get("/desk/people/x").statusCode());
    assertEquals(302, office.nobody().get("/desk/audit").statusCode());
    assertEquals(403, office.as(Role.EDITOR).get("/desk/sign-in/../audit").statusCode());
  }

  @Test
  void aChangeThatNoPageOfOursAskedForIsRefused() throws Exception {
    DeskClient editor = office.other("csrf", Role.EDITOR);
    HttpRequest.BodyPublisher nothing = HttpRequest.BodyPublishers.noBody();
    var text = HttpResponse.BodyHandlers.ofString();
    var http = editor.http();
    assertEquals(
        403,
        http.send(editor.request("/desk/sign-out").POST(nothing).build(), text).statusCode(),
        "without the session's token");
    HttpRequest elsewhere =
        HttpRequest.newBuilder(editor.address().resolve("/desk/sign-out"))
            .header("Cookie", DeskGate.COOKIE + "=" + editor.token())
            .header("Origin", "https://elsewhere.example")
            .header(DeskGate.CSRF_HEADER, editor.csrf())
            .POST(nothing)
            .build();
    assertEquals(403, http.send(elsewhere, text).statusCode(), "from another place");
    assertEquals(200, editor.get("/desk").statusCode(), "and is still signed in");
    assertEquals(302, editor.post("/desk/sign-out", Map.of()).statusCode());
    assertEquals(302, editor.get("/desk").statusCode(), "signed out");
  }

  /** Not even to be refused later: the server would lay it on its disk first. */
  @Test
  void aFileFromWhoMayUploadNoneIsNotRead() throws Exception {
    DeskClient plain =
        new DeskClient(
            office.nobody().http(),
            URI.create("http://localhost:" + office.plainPort()),
            office.as(Role.EDITOR).token(),
            "");
    for (DeskClient client : new DeskClient[] {office.nobody(), plain, office.as(Role.REVIEWER)}) {
      for (String path : new String[] {"/desk/upload", "/desk/sign-in", "/api/v1/guides", "/"}) {
        assertEquals(415, bring(client, path), path);
      }
    }
    assertEquals(415, bring(office.as(Role.EDITOR), "/desk/upload/1/columns"));
    String first = office.first("file.first", Role.EDITOR);
    DeskClient unfinished = new DeskClient(office.nobody().http(), office.address(), first, "");
    assertEquals(415, bring(unfinished, "/desk/upload"), "before the password is set");
    assertEquals(422, bring(office.as(Role.EDITOR), "/desk/upload"), "which only lacks its source");
  }

  private static int bring(DeskClient client, String path)
      throws IOException, InterruptedException {
    return client.upload(path, Map.of("source", ""), "file", "a.csv", new byte[] {1}).statusCode();
  }

  @Test
  void noAddressCarriesASession() throws Exception {
    HttpResponse<String> answer =
        office.as(Role.EDITOR).post("/desk/releases/plan/clock", Map.of());
    assertEquals("/desk/releases", goesTo(answer));
    List<String> cookies = answer.headers().allValues("Set-Cookie");
    assertTrue(cookies.stream().allMatch(c -> c.contains("Secure") && c.contains("HttpOnly")));
  }

  @Test
  void whatStandsInNoLineNobodyMayOpen() throws Exception {
    DeskClient editor = office.as(Role.EDITOR);
    assertEquals(200, editor.get("/desk").statusCode());
    assertEquals(403, editor.get("/desk/in-no-line").statusCode());
    assertEquals(302, office.nobody().get("/desk/in-no-line").statusCode());
  }

  /** What to do next in the desk's own frame; nothing of the program, and its headers as ever. */
  @Test
  void whatGoesWrongIsSaidInWords() throws Exception {
    DeskClient editor = office.as(Role.EDITOR);
    says(editor.get("/desk/audit"), 403, "不能打开这个页面");
    says(editor.get("/desk/records/no-such-record"), 404, "没有找到");
    says(editor.post("/desk/review", Map.of()), 405, "只接受页面上的按钮");
    says(editor.get("/desk/keys/drop"), 405, "只接受页面上的按钮");
    says(editor.post("/desk/keys/drop", Map.of("number", "x")), 400, "没有办成");
    says(editor.post("/desk/upload", Map.of("source", "x")), 415, "没有办成");
    HttpResponse<String> english = editor.get("/desk/audit?lang=en");
    assertTrue(english.body().contains("cannot be opened"), english.body());
    assertTrue(editor.get("/desk/audit").body().contains("class=\"menu\""));
    HttpResponse<String> nobody = office.nobody().get("/no-such-page");
    assertEquals(404, nobody.statusCode());
    assertFalse(nobody.body().contains("Whitelabel") || nobody.body().contains("timestamp"));
    assertEquals(404, office.nobody().get("/error").statusCode());
  }

  private static void says(HttpResponse<String> answer, int status, String words) {
    assertEquals(status, answer.statusCode());
    String page = answer.body();
    assertTrue(page.contains(words) && page.contains("回到首页"), page);
    assertFalse(page.contains("Whitelabel") || page.contains("Exception"), page);
    assertTrue(answer.headers().firstValue("Content-Security-Policy").isPresent());
  }

  @Test
  void otherSystemsAreToldProblems() throws Exception {
    HttpResponse<String> answer = office.nobody().get("/api/v2/nothing");
    assertEquals(404, answer.statusCode());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
  }

  /** A table is gone: the office's log says it, the page does not. */
  @Test
  void anErrorInsideIsNotShown() throws Exception {
    DeskClient audit = office.as(Role.AUDIT_ADMINISTRATOR);
    var client = office.database().client();
    client.sql("ALTER TABLE audit_entry RENAME TO audit_gone").update();
    try {
      says(audit.get("/desk/audit"), 500, "已记入中心端的日志");
    } finally {
      client.sql("ALTER TABLE audit_gone RENAME TO audit_entry").update();
    }
  }

  @Test
  void oneAddressSignsInSoManyTimesAMinute() throws Exception {
    Map<String, String> form = Map.of("id", "nobody", "password", "x", "code", "1");
    HttpResponse<String> answer = office.nobody().post("/desk/sign-in", form);
    for (int i = 0; i < 60 && answer.statusCode() != 429; i++) {
      answer = office.nobody().post("/desk/sign-in", form);
    }
    assertEquals(429, answer.statusCode());
    assertTrue(answer.body().contains("过于频繁"), answer.body());
    assertTrue(answer.headers().firstValue("Retry-After").isPresent());
  }

  @Test
  void whoIsChangedIsSignedOut() throws Exception {
    DeskClient editor = office.other("changed", Role.EDITOR);
    assertEquals(200, editor.get("/desk").statusCode());
    office.people().grant("changed", java.util.Set.of(Role.REVIEWER), "command");
    assertEquals(302, editor.get("/desk").statusCode());
  }

  @Test
  void headersPermitNothingFromElsewhere() throws IOException, InterruptedException {
    var headers = office.nobody().get("/desk/sign-in").headers();
    String policy = headers.firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.startsWith("default-src 'none'") && !policy.contains("unsafe"), policy);
    assertTrue(policy.contains("worker-src 'self';"), policy);
    assertEquals("no-store", headers.firstValue("Cache-Control").orElseThrow());
    assertEquals("DENY", headers.firstValue("X-Frame-Options").orElseThrow());
  }

  /** Nobody signs in over and over with a token that somebody else planted. */
  @Test
  void aTokenThatNobodyWasGivenIsNone() throws IOException, InterruptedException, SQLException {
    DeskClient planted =
        new DeskClient(office.as(Role.EDITOR).http(), office.address(), "planted", "x");
    assertEquals(302, planted.get("/desk").statusCode());
  }
}
