package org.openhall.office.desk.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.codec.EmergencyList;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.office.desk.DeskClient;
import org.openhall.office.desk.DeskGate;
import org.openhall.office.desk.DeskOffice;
import org.openhall.office.people.Role;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Sha256;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.publisher.KeyFile;

/** The pages of releases and emergencies as the server answers; what browsers do is elsewhere. */
class ReleasePagesTest {
  private static final String HEADING = "source,title,doc_number,date_written,date_published,url\n";

  @TempDir Path folder;
  private final HeldStorage storage = new HeldStorage();
  private DeskOffice office;

  @BeforeEach
  void start() throws IOException, SQLException, RepositoryException, GeneralSecurityException {
    office = DeskOffice.start(folder, storage);
  }

  @AfterEach
  void stop() {
    office.close();
  }

  private void changeSomething() throws IOException, SQLException {
    Path file =
        Files.writeString(folder.resolve("titles"), HEADING + "State Council,关于甲的通知,,,,http://a/1");
    office.parts().catalog().importFile(file, (fraction, n) -> {});
  }

  private static void prepare(DeskClient who, String despite)
      throws IOException, InterruptedException {
    assertEquals(302, who.post("/desk/releases/prepare", Map.of("despite", despite)).statusCode());
    while (who.get("/desk/releases/progress").body().contains("every 1s")) {
      Thread.onSpinWait();
    }
  }

  private byte[] statement(String role, DeskClient who)
      throws IOException, InterruptedException, KeyFile.WrongPassphraseException {
    byte[] manifest = who.bytes("/desk/releases/waiting/manifest").body();
    return statement(
        role, new TargetFile(ReleaseManifest.TARGET, manifest.length, Sha256.hex(manifest)));
  }

  private byte[] statement(String role, TargetFile file)
      throws IOException, KeyFile.WrongPassphraseException {
    KeyFile key = KeyFile.read(folder.resolve(role + ".key"));
    return office.parts().repository().sign(role, List.of(file), key.unlock(new char[0]));
  }

  private static HttpResponse<String> send(DeskClient who, String path, String type, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request =
        who.request(path)
            .header("Content-Type", type)
            .header(DeskGate.CSRF_HEADER, who.csrf())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return who.http().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private String sign(String role, DeskClient who)
      throws IOException, InterruptedException, KeyFile.WrongPassphraseException {
    return send(
            who,
            "/desk/releases/waiting/statement/" + role,
            "application/octet-stream",
            statement(role, who))
        .body();
  }

  @Test
  void aReleaseIsPreparedSignedByTwoPeopleAndPublished()
      throws IOException, SQLException, InterruptedException, KeyFile.WrongPassphraseException {
    DeskClient editor = office.other("editor", Role.EDITOR, Role.REVIEWER);
    DeskClient reviewer = office.other("reviewer", Role.REVIEWER);
    DeskClient publisher = office.other("publisher", Role.PUBLISHER);
    changeSomething();
    prepare(editor, "");
    assertTrue(editor.get("/desk/releases").body().contains("待签名的版本"));
    assertTrue(editor.get("/desk").body().contains("等您签名"));
    assertEquals("TAKEN", sign("editors", editor));
    assertEquals("SAME_PERSON", sign("reviewers", editor));
    assertFalse(editor.get("/desk").body().contains("等您签名"), "the other role is another's");
    assertTrue(reviewer.get("/desk").body().contains("等您签名"));
    assertFalse(publisher.get("/desk").body().contains("等您发布"));
    assertEquals(
        302, publisher.post("/desk/releases/publish", Map.of("release", "2")).statusCode());
    assertEquals(1, office.parts().releases().all().size(), "one signature is none");
    assertEquals("TAKEN", sign("reviewers", reviewer));
    assertFalse(reviewer.get("/desk").body().contains("等您签名"));
    assertTrue(publisher.get("/desk").body().contains("等您发布"));
    assertEquals(302, editor.post("/desk/releases/publish", Map.of("release", "2")).statusCode());
    assertEquals(1, office.parts().releases().all().size(), "an editor publishes nothing");
    publisher.post("/desk/releases/publish", Map.of("release", "2"));
    assertEquals(2, office.parts().releases().all().size());
    assertEquals(1, count("RELEASE_PREPARED"));
    assertEquals(2, count("RELEASE_SIGNED"));
    assertEquals(1, count("RELEASE_PUBLISHED"));
    String page = publisher.get("/desk/releases?lang=en").body();
    assertTrue(page.contains("Go back to release 1"), page);
    assertFalse(page.contains("??"), "a word is missing");
  }

  @Test
  void howFarAPublicationIsStandsOnThePageUntilItEnds()
      throws IOException, SQLException, InterruptedException, KeyFile.WrongPassphraseException {
    DeskClient editor = office.other("editor", Role.EDITOR);
    DeskClient publisher = office.other("publisher", Role.PUBLISHER);
    changeSomething();
    prepare(editor, "");
    sign("editors", editor);
    sign("reviewers", office.other("reviewer", Role.REVIEWER));
    storage.breaks(true);
    publisher.post("/desk/releases/publish", Map.of("release", "2"));
    String broken = publisher.get("/desk/releases").body();
    assertTrue(broken.contains("发布没有完成") && broken.contains("the store is away"), broken);
    storage.breaks(false);
    storage.hold();
    publisher.post("/desk/releases/publish", Map.of("release", "2"));
    String page = publisher.get("/desk/releases").body();
    assertTrue(page.contains("已上传 3 个文件（共 8 个），1.2 MB（共 3.0 MB）"), page);
    assertTrue(page.contains("value=\"41\"") && !page.contains("发布没有完成"), page);
    assertEquals(1, office.parts().releases().all().size());
    HttpResponse<String> asked = publisher.get("/desk/releases/publishing");
    assertTrue(
        asked.body().contains("every 1s") && asked.headers().map().get("HX-Refresh") == null);
    storage.letGo();
    while (publisher.get("/desk/releases/publishing").headers().map().get("HX-Refresh") == null) {
      Thread.onSpinWait();
    }
    assertTrue(publisher.get("/desk/releases").body().contains("已发布。"));
    assertFalse(publisher.get("/desk/releases").body().contains("已发布。"), "it was told");
    assertEquals(2, office.parts().releases().all().size());
  }

  private long count(String deed) {
    return office
        .database()
        .client()
        .sql("SELECT count(*) FROM audit_entry WHERE deed = ?")
        .param(deed)
        .query(Long.class)
        .single();
  }

  @Test
  void theKeyOfAnotherRoleIsNotTaken()
      throws IOException, SQLException, InterruptedException, KeyFile.WrongPassphraseException {
    DeskClient reviewer = office.other("reviewer", Role.REVIEWER, Role.EDITOR);
    changeSomething();
    prepare(reviewer, "");
    byte[] ofEditors = statement("editors", reviewer);
    String type = "application/octet-stream";
    String answer =
        send(reviewer, "/desk/releases/waiting/statement/reviewers", type, ofEditors).body();
    assertEquals("NOT_OF_THE_ROLE", answer);
    DeskClient publisher = office.other("publisher", Role.PUBLISHER);
    assertEquals(
        403,
        send(publisher, "/desk/releases/waiting/statement/editors", type, ofEditors).statusCode());
  }

  @Test
  void aReleaseIsPlannedAndThePlanTakenBack()
      throws IOException, SQLException, InterruptedException {
    DeskClient publisher = office.other("publisher", Role.PUBLISHER);
    changeSomething();
    prepare(publisher, "");
    publisher.post("/desk/releases/plan", Map.of("release", "2", "at", "2099-01-01T08:00"));
    assertTrue(publisher.get("/desk/releases").body().contains("2099-01-01 08:00"));
    assertTrue(publisher.get("/desk").body().contains("已定时发布"));
    publisher.post("/desk/releases/plan/cancel", Map.of("release", "2"));
    assertFalse(publisher.get("/desk/releases").body().contains("2099-01-01"));
    publisher.post("/desk/releases/plan", Map.of("release", "2", "at", "1999-01-01T08:00"));
    assertFalse(publisher.get("/desk/releases").body().contains("1999-01-01"));
  }

  @Test
  void anotherReleaseThanThePageShowedIsNeitherPublishedNorPlanned()
      throws IOException, SQLException, InterruptedException, KeyFile.WrongPassphraseException {
    DeskClient editor = office.other("editor", Role.EDITOR);
    DeskClient reviewer = office.other("reviewer", Role.REVIEWER);
    DeskClient publisher = office.other("publisher", Role.PUBLISHER);
    changeSomething();
    prepare(editor, "");
    assertEquals(2, numbersNamed(publisher.get("/desk/releases").body(), "2"), "in both forms");
    prepare(editor, "");
    assertEquals("TAKEN", sign("editors", editor));
    assertEquals("TAKEN", sign("reviewers", reviewer));
    publisher.post("/desk/releases/plan", Map.of("release", "2", "at", "2099-01-01T08:00"));
    assertEquals(0, count("RELEASE_PLANNED"));
    HttpResponse<String> answer = publisher.post("/desk/releases/publish", Map.of("release", "2"));
    assertTrue(saidAfter(answer, publisher).contains("本页原先显示的版本已不在等待"));
    assertEquals(1, office.parts().releases().all().size());
    publisher.post("/desk/releases/publish", Map.of("release", "3"));
    assertEquals(2, office.parts().releases().all().size());
  }

  /** The page to which a form leads, with what it says once. */
  private static String saidAfter(HttpResponse<String> answer, DeskClient who)
      throws IOException, InterruptedException {
    String session = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    HttpRequest page =
        who.request("/desk/releases")
            .setHeader("Cookie", DeskGate.COOKIE + "=" + who.token() + "; " + session)
            .build();
    return who.http().send(page, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static int numbersNamed(String page, String number) {
    return page.split("name=\"release\" value=\"" + number + "\"", -1).length - 1;
  }

  @Test
  void aBodyThatIsLongerThanAStatementCanBeIsRefusedUnread()
      throws IOException, SQLException, InterruptedException {
    DeskClient all = office.other("all", Role.EDITOR, Role.EMERGENCY_OFFICER);
    String statement = "/desk/releases/waiting/statement/editors";
    String binary = "application/octet-stream";
    assertEquals(200, send(all, statement, binary, new byte[16 * 1024]).statusCode());
    assertEquals(413, send(all, statement, binary, new byte[16 * 1024 + 1]).statusCode());
    String list = "/desk/emergency/list";
    assertEquals(400, send(all, list, "application/json", new byte[160 * 1024]).statusCode());
    assertEquals(413, send(all, list, "application/json", new byte[160 * 1024 + 1]).statusCode());
  }

  @Test
  void aSignedEmergencyListIsPublishedAndNotedInTheLog()
      throws IOException, SQLException, InterruptedException, KeyFile.WrongPassphraseException {
    DeskClient officer = office.other("duty", Role.EMERGENCY_OFFICER);
    String list =
        "{\"alerts\":[{\"from\":\"2026-01-01T00:00:00Z\",\"id\":\"emergency-1\",\"text\":\"请到二楼。\","
            + "\"title\":\"停电\",\"until\":\"2099-01-01T00:00:00Z\"}],\"issuedAt\":\"2026-01-01T00:00:00Z\","
            + "\"withdrawals\":[{\"at\":\"2026-01-01T00:00:00Z\",\"id\":\"a-1\",\"revision\":1,\"why\":\"有误\"}]}";
    assertEquals("PUBLISHED", sendList(officer, list));
    assertEquals(1, count("EMERGENCY_SHOWN"));
    assertEquals(1, count("WITHDRAWN"));
    String page = officer.get("/desk/emergency").body();
    assertTrue(page.contains("停电") && page.contains("有误"), page);
    String forgotten = "{\"alerts\":[],\"issuedAt\":\"2026-01-02T00:00:00Z\",\"withdrawals\":[]}";
    assertEquals("NOT_THIS_LIST", sendList(officer, forgotten));
    assertEquals(0, count("EMERGENCY_ENDED"));
  }

  private String sendList(DeskClient officer, String list)
      throws IOException, InterruptedException, KeyFile.WrongPassphraseException {
    byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
    TargetFile file = new TargetFile(EmergencyList.TARGET, bytes.length, Sha256.hex(bytes));
    Base64.Encoder base64 = Base64.getEncoder();
    String body =
        "{\"list\":\"%s\",\"statement\":\"%s\"}"
            .formatted(
                base64.encodeToString(bytes), base64.encodeToString(statement("emergency", file)));
    byte[] sent = body.getBytes(StandardCharsets.UTF_8);
    return send(officer, "/desk/emergency/list", "application/json", sent).body();
  }

  @Test
  void everyPageHasItsWordsInBothLanguages()
      throws IOException, SQLException, InterruptedException {
    DeskClient all =
        office.other("all", Role.EDITOR, Role.REVIEWER, Role.PUBLISHER, Role.EMERGENCY_OFFICER);
    changeSomething();
    prepare(all, "");
    for (String path :
        List.of(
            "/desk/releases",
            "/desk/releases/sign?role=editors",
            "/desk/keys/all",
            "/desk/emergency")) {
      for (String language : List.of("zh-CN", "en")) {
        String address = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
        HttpResponse<String> page = all.get(address);
        assertEquals(200, page.statusCode(), address + page.body());
        assertFalse(page.body().contains("??"), address + page.body());
      }
    }
  }
}
