package org.openhall.office.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.audit.Entry;
import org.openhall.office.desk.DeskClient;
import org.openhall.office.desk.DeskOffice;
import org.openhall.office.people.Role;
import org.openhall.office.proposal.ProposalOutcome;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.proposal.SecrecyReview;
import org.openhall.office.text.OfficeTime;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A provincial library at the office's door. */
class ApiTest {
  private static final String SOURCE = "某省政务服务网";
  private static final String GUIDE =
      """
      {"title": "三月更新", "guides": [{"key": "GD-%s", "title": "居民身份证换领", "itemCode": "C-%s",
        "materials": [{"name": "旧证", "necessity": "required"}], "fees": []}]}
      """;

  @TempDir static Path folder;
  private static DeskOffice office;
  private static ApiTokens tokens;
  private static HttpClient http;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    office = DeskOffice.start(folder);
    http = office.nobody().http();
    tokens = new ApiTokens(office.database(), office.log(), OfficeTime.clock());
    token = issue(EnumSet.allOf(Scope.class));
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  private static String issue(Set<Scope> scopes) throws SQLException {
    return tokens.issue(new ApiTokens.Wanted("省库", SOURCE, scopes, 30), Entry.COMMAND);
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(office.address().resolve(path))
        .header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> push(String key, String body)
      throws IOException, InterruptedException {
    return send(
        request("/api/v1/guides")
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private static void assertProblem(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(
        Problem.MEDIA_TYPE,
        answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""));
    assertEquals("urn:openhall:problem:" + code, json(answer).path("type").asString());
    assertEquals(status, json(answer).path("status").asInt());
    assertFalse(json(answer).path("detail").asString("").isBlank());
  }

  private static void approve(JsonNode pushed) throws IOException, SQLException {
    Proposals proposals = new Proposals(office.database(), OfficeTime.clock());
    SecrecyReview open = new SecrecyReview(SecrecyReview.Conclusion.DISCLOSE, "第十七条", "");
    assertInstanceOf(
        ProposalOutcome.Done.class,
        proposals.approve(pushed.path("proposal").asLong(), 0, "li", open));
  }

  private static JsonNode standing(String key) throws IOException, InterruptedException {
    return json(send(request("/api/v1/guides?key=" + key)));
  }

  @Test
  void aPushIsAProposalAndEqualOnlyWhenItIsApproved()
      throws IOException, InterruptedException, SQLException {
    HttpResponse<String> answer = push("a1", GUIDE.formatted("1", "1"));
    assertEquals(202, answer.statusCode(), answer.body());
    JsonNode pushed = json(answer);
    assertEquals("added", pushed.path("guides").path(0).path("became").asString());
    assertEquals("waits", standing("GD-1").path("standing").asString());
    approve(pushed);
    assertEquals("equal", standing("GD-1").path("standing").asString());
    assertEquals(1, standing("GD-1").path("revision").asInt());
    String state = "/api/v1/pushes/" + pushed.path("push").asLong();
    assertEquals("approved", json(send(request(state))).path("state").asString());
    HttpResponse<String> same = push("a2", GUIDE.formatted("1", "1"));
    assertEquals(200, same.statusCode(), same.body());
    assertEquals("unchanged", json(same).path("state").asString());
    HttpResponse<String> other = push("a3", GUIDE.formatted("1", "1").replace("旧证", "原证"));
    assertEquals("changed", json(other).path("guides").path(0).path("became").asString());
    assertEquals("waits", standing("GD-1").path("standing").asString());
    HttpResponse<String> gone = push("a4", "{\"removals\":[\"GD-1\"]}");
    assertEquals(202, gone.statusCode(), gone.body());
    approve(json(gone));
    assertEquals("equal", standing("GD-1").path("standing").asString());
    assertEquals(0, standing("GD-1").path("revision").asInt());
    assertProblem(422, "not-valid", push("a5", "{\"removals\":[\"nobody\"]}"));
  }

  @Test
  void theSameKeyIsAnsweredAsTheFirstTimeAndRefusedForAnotherBody()
      throws IOException, InterruptedException {
    HttpResponse<String> first = push("b1", GUIDE.formatted("2", "2"));
    HttpResponse<String> again = push("b1", GUIDE.formatted("2", "2"));
    assertEquals(first.body(), again.body());
    assertEquals(first.statusCode(), again.statusCode());
    assertProblem(422, "key-reused", push("b1", GUIDE.formatted("2", "3")));
    HttpResponse<String> none =
        send(request("/api/v1/guides").POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertProblem(400, "key-missing", none);
  }

  @Test
  void everyMemberThatIsWrongIsPointedAtAndNothingIsTaken()
      throws IOException, InterruptedException {
    String body =
        """
        {"guides": [{"key": "K1", "title": "好的"},
          {"key": "K2", "title": "坏的", "materials": [{"name": "甲", "necessity": "required"}, {"copies": "x"}]},
          {"key": "K3", "title": "<html><body>出错页</body></html>"},
          {"key": "K4", "title": "多的", "titel": "x"}]}
        """;
    HttpResponse<String> answer = push("c1", body);
    assertProblem(422, "not-valid", answer);
    Set<String> pointers = new HashSet<>();
    json(answer).path("errors").forEach(e -> pointers.add(e.path("pointer").asString()));
    assertTrue(
        pointers.stream().anyMatch(p -> p.startsWith("#/guides/1/materials/1")), answer.body());
    assertTrue(pointers.contains("#/guides/2/title"), answer.body());
    assertTrue(pointers.contains("#/guides/3"), answer.body());
    assertProblem(404, "not-found", send(request("/api/v1/guides?key=K1")));
    assertProblem(422, "not-valid", push("c1", "{\"guides\":[{\"title\":\"x\"}],\"x\":1}"));
    HttpResponse<String> unreadable = push("c0", GUIDE.formatted("a\\u0000b", "1"));
    assertProblem(422, "not-valid", unreadable);
    assertTrue(unreadable.body().contains("U+0000"), unreadable.body());
    assertProblem(400, "malformed", push("c1", "{\"guides\":[}"));
    assertProblem(400, "malformed", push("c1", "{\"guides\":[],\"guides\":[]}"));
    assertProblem(400, "malformed", push("c1", "[".repeat(3_000)));
    assertProblem(413, "too-long", push("c1", " ".repeat(GuideController.LONGEST + 1)));
  }

  @Test
  void withoutATokenThatHoldsNothingIsSaid()
      throws IOException, InterruptedException, SQLException {
    String kept = token;
    try {
      token = "openhall_nobody";
      HttpResponse<String> nobody = send(request("/api/v1/pushes/1"));
      assertProblem(401, "no-token", nobody);
      assertTrue(nobody.headers().firstValue("WWW-Authenticate").isPresent());
      token = issue(EnumSet.of(Scope.GUIDES_READ));
      assertProblem(403, "not-in-scope", push("d1", GUIDE.formatted("4", "4")));
      long id = tokens.all().getFirst().id();
      assertTrue(tokens.all().getFirst().usedAt() != null, "noted that it was used");
      assertTrue(tokens.revoke(id, Entry.COMMAND));
      assertProblem(401, "no-token", send(request("/api/v1/pushes/1")));
    } finally {
      token = kept;
    }
  }

  @Test
  void onlyTheHashOfATokenIsKept() throws SQLException {
    String kept =
        office
            .database()
            .client()
            .sql("SELECT hash FROM api_token ORDER BY id LIMIT 1")
            .query((row, _) -> row.getString(1))
            .single();
    assertFalse(kept.contains(token));
    assertEquals(64, kept.length());
  }

  @Test
  void withoutTlsNoTokenIsLookedAt() throws IOException, InterruptedException {
    URI plain = URI.create("http://127.0.0.1:" + office.plainPort() + "/api/v1/pushes/1");
    try (HttpClient open = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          open.send(
              HttpRequest.newBuilder(plain).header("Authorization", "Bearer " + token).build(),
              HttpResponse.BodyHandlers.ofString());
      assertProblem(403, "not-secure", answer);
    }
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeAgain()
      throws IOException, InterruptedException, SQLException {
    String kept = token;
    try {
      token = issue(EnumSet.allOf(Scope.class));
      HttpResponse<String> answer = send(request("/api/v1/pushes/1"));
      for (int i = 0; i < 300 && answer.statusCode() != 429; i++) {
        answer = send(request("/api/v1/pushes/1"));
      }
      assertProblem(429, "too-many", answer);
      assertTrue(answer.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
    } finally {
      token = kept;
    }
  }

  @Test
  void problemsAreInEnglishForWhoWantsIt() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(request("/api/v1/pushes/999999").header("Accept-Language", "en-GB"));
    assertEquals("Not found", json(answer).path("title").asString());
  }

  /** What the description says is what the controllers take, and each problem is in it. */
  @Test
  void theDescriptionAgreesWithTheControllers() throws IOException, InterruptedException {
    Set<String> described = new HashSet<>();
    DescriptionPage.map(DescriptionPage.parsed().get("paths"))
        .forEach((path, methods) ->
            DescriptionPage.map(methods)
                .keySet()
                .forEach(m -> described.add(m.toString().toUpperCase(Locale.ROOT) + " " + path)));
    Set<String> served = new HashSet<>();
    for (var method : GuideController.class.getDeclaredMethods()) {
      GetMapping get = method.getAnnotation(GetMapping.class);
      PostMapping post = method.getAnnotation(PostMapping.class);
      if (get != null) {
        served.add("GET " + get.value()[0]);
      }
      if (post != null) {
        served.add("POST " + post.value()[0]);
      }
    }
    assertEquals(served, described);
    String yaml = office.nobody().get("/api/v1/openapi.yaml").body();
    for (Problem.Kind kind : Problem.Kind.values()) {
      assertTrue(
          yaml.contains("(" + kind.code())
              || yaml.contains(kind.code() + ")")
              || yaml.contains(kind.code() + ","),
          kind.code());
    }
    String page = office.nobody().get("/api/v1").body();
    assertTrue(page.contains("POST /api/v1/guides"), page);
  }

  @Test
  void answersHaveTheMembersThatTheDescriptionSays() throws IOException, InterruptedException {
    JsonNode pushed = json(push("e1", GUIDE.formatted("5", "5")));
    assertDescribed("Pushed", pushed);
    assertDescribed("Standing", standing("GD-5"));
    assertDescribed("Problem", json(push("e1", "{}")));
  }

  private static void assertDescribed(String schema, JsonNode answer) throws IOException {
    Map<?, ?> components = DescriptionPage.map(DescriptionPage.parsed().get("components"));
    Map<?, ?> described =
        DescriptionPage.map(DescriptionPage.map(components.get("schemas")).get(schema));
    Set<?> members = DescriptionPage.map(described.get("properties")).keySet();
    assertTrue(members.containsAll(answer.propertyNames()), schema + ": " + answer);
    Object required = described.get("required");
    assertTrue(required instanceof List<?>, schema);
    for (Object member : required instanceof List<?> list ? list : List.of()) {
      assertTrue(answer.has(member.toString()), schema + "." + member + ": " + answer);
    }
  }

  @Test
  void administratorsMakeTokensThatAreShownOnce() throws Exception {
    DeskClient administrator = office.as(Role.SYSTEM_ADMINISTRATOR);
    HttpResponse<String> made =
        administrator.post(
            "/desk/tokens",
            Map.of("name", "页面", "source", "某市", "scope", "GUIDES_READ", "days", "30"));
    assertTrue(made.body().contains("openhall_"), made.body());
    String list = administrator.get("/desk/tokens").body();
    assertFalse(list.contains("openhall_"), list);
    assertTrue(list.contains("页面") && !list.contains("??"), list);
    HttpResponse<String> bad =
        administrator.post(
            "/desk/tokens",
            Map.of("name", "x", "source", "y", "scope", "GUIDES_READ", "days", "0"));
    assertTrue(bad.body().contains("1 至 366"), bad.body());
    assertEquals(403, office.as(Role.EDITOR).get("/desk/tokens").statusCode());
    assertFalse(administrator.get("/desk/tokens?lang=en").body().contains("??"));
  }

  @Test
  void aPageSaysWhatIsEqualToItsSource() throws Exception {
    approve(json(push("f1", GUIDE.formatted("6", "6"))));
    push("f2", GUIDE.formatted("7", "7"));
    for (String language : new String[] {"zh-CN", "en"}) {
      String page = office.as(Role.REVIEWER).get("/desk/sources?lang=" + language).body();
      assertTrue(page.contains("GD-6") && page.contains("GD-7") && !page.contains("??"), page);
    }
  }
}
