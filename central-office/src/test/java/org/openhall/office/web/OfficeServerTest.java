package org.openhall.office.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.EnrolmentRefusal;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.settings.BadSettingException;
import org.openhall.office.settings.OfficeProperties;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Sha256;

/** The real server on a free port, over a real release. */
class OfficeServerTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final Pattern GAUGE = Pattern.compile("(?:openhall|jvm)_[a-z_]+(?:\\{[a-z]+})?");

  @TempDir static Path folder;
  private static TestServer running;
  private static HttpClient http;

  @BeforeAll
  static void start() throws IOException, SQLException, RepositoryException {
    Path token = Files.writeString(folder.resolve("metrics.token"), TOKEN + "\n");
    OfficeProperties.note(folder, Map.of(OfficeProperties.METRICS_TOKEN_FILE, token.toString()));
    running = TestServer.start(TestDatabase.SQLITE, folder);
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    http.close();
    running.close();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.server().port() + path));
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  private static Path pack() throws IOException {
    try (Stream<Path> packs = Files.list(folder.resolve("repository/targets/packs"))) {
      return packs.findFirst().orElseThrow();
    }
  }

  @Test
  void servesTheTimestampFreshEachTime() throws IOException, InterruptedException {
    HttpResponse<String> timestamp = get("/repository/metadata/timestamp.json");
    assertEquals(200, timestamp.statusCode());
    assertEquals("no-cache", timestamp.headers().firstValue("Cache-Control").orElseThrow());
  }

  @Test
  void aTimestampThatHasNotChangedIsNotSentAgain()
      throws IOException, InterruptedException, RepositoryException {
    String path = "/repository/metadata/timestamp.json";
    String tag = get(path).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> same = getUnless(tag, path);
    assertEquals(304, same.statusCode());
    assertEquals("", same.body());
    running.parts().repository().renewTimestamp();
    HttpResponse<String> renewed = getUnless(tag, path);
    assertEquals(200, renewed.statusCode(), "in the same second and with the same length");
    assertFalse(renewed.headers().firstValue("ETag").orElseThrow().equals(tag));
  }

  private static HttpResponse<String> getUnless(String tag, String path)
      throws IOException, InterruptedException {
    return http.send(request(path).header("If-None-Match", tag).build(), BodyHandlers.ofString());
  }

  @Test
  void servesARangeOfAPackThatCachesMayKeep() throws IOException, InterruptedException {
    Path pack = pack();
    HttpResponse<byte[]> part =
        http.send(
            request("/repository/targets/packs/" + pack.getFileName())
                .header("Range", "bytes=5-9")
                .build(),
            BodyHandlers.ofByteArray());
    byte[] whole = Files.readAllBytes(pack);
    assertEquals(206, part.statusCode());
    assertArrayEquals(Arrays.copyOfRange(whole, 5, 10), part.body());
    assertTrue(part.headers().firstValue("Cache-Control").orElseThrow().contains("immutable"));
  }

  @Test
  void answersPlainlyForARootThatDoesNotExistYet() throws IOException, InterruptedException {
    HttpResponse<String> absent = get("/repository/metadata/2.root.json");
    assertEquals(404, absent.statusCode());
    assertEquals("Not in the repository\n", absent.body());
  }

  @Test
  void aSmallFileIsServedWithItsTagAndMayBeKept() throws IOException, InterruptedException {
    String path = "/repository/metadata/1.root.json";
    HttpResponse<String> root = get(path);
    byte[] bytes = Files.readAllBytes(folder.resolve(path.substring(1)));
    assertArrayEquals(bytes, root.body().getBytes(StandardCharsets.UTF_8));
    String tag = root.headers().firstValue("ETag").orElseThrow();
    assertEquals('"' + Sha256.hex(bytes) + '"', tag);
    assertTrue(root.headers().firstValue("Cache-Control").orElseThrow().contains("immutable"));
    assertEquals("nosniff", root.headers().firstValue("X-Content-Type-Options").orElseThrow());
    assertEquals(304, getUnless("\"other\", W/" + tag, path).statusCode());
    assertEquals(200, getUnless("\"other\"", path).statusCode());
  }

  @Test
  void servesNothingOutsideTheRepository() throws IOException, InterruptedException {
    for (String path :
        new String[] {
          "/repository/%2e%2e/office.db",
          "/repository/..%2fkeys/root.key",
          "/repository/%252e%252e/office.db",
          "/office.db",
          "/keys/root.key"
        }) {
      int status = get(path).statusCode();
      assertTrue(status == 404 || status == 400, path + " " + status);
    }
  }

  /** Where a token could be read on the way. */
  @Test
  void enrolsNobodyWithoutTls() throws IOException, InterruptedException {
    HttpResponse<byte[]> refusal =
        http.send(
            request("/api/enrol")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofByteArray());
    assertEquals(426, refusal.statusCode());
    assertEquals(
        EnrolmentRefusal.Reason.NOT_OVER_TLS,
        EnrolmentRefusal.fromJson(refusal.body()).orElseThrow().reason());
  }

  @Test
  void servesNoTerminalWithoutTls() throws IOException, InterruptedException {
    HttpResponse<String> refusal =
        http.send(
            request("/api/terminal/status").POST(HttpRequest.BodyPublishers.ofString("{}")).build(),
            BodyHandlers.ofString());
    assertEquals(401, refusal.statusCode());
  }

  @Test
  void tellsItsStatusInFigures() throws IOException, InterruptedException {
    String status = get("/api/status").body();
    assertTrue(status.contains("\"release\":1"), status);
    assertTrue(status.matches(".*\"service-guide\":\\d+.*"), status);
  }

  @Test
  void tellsPrometheusAndAWatchHowItStands() throws IOException, InterruptedException {
    assertEquals(200, get("/health").statusCode());
    String metrics = get("/metrics").body();
    assertTrue(metrics.contains("# TYPE openhall_terminals gauge\n"), metrics);
    assertTrue(metrics.contains("openhall_release 1\n"), metrics);
    assertTrue(
        metrics.lines().allMatch(line -> line.matches("# .*|[a-z_]+(\\{.*\\})? [0-9.eE+-]+")),
        metrics);
  }

  @Test
  void onlyATokenOpensThemToOthers() throws IOException, InterruptedException {
    for (String path : List.of("/metrics", "/health")) {
      assertEquals(404, fromElsewhere(path, ""));
      assertEquals(404, fromElsewhere(path, "Bearer "));
      assertEquals(404, fromElsewhere(path, "Bearer " + TOKEN.substring(1)));
      assertEquals(404, fromElsewhere(path, "Bearer " + TOKEN.substring(0, 8)));
      assertEquals(404, fromElsewhere(path, "Basic " + TOKEN));
      assertEquals(200, fromElsewhere(path, "Bearer " + TOKEN));
    }
  }

  /** By a proxy on this machine, which speaks for others. */
  private static int fromElsewhere(String path, String authorization)
      throws IOException, InterruptedException {
    String header = path.equals("/health") ? "Forwarded" : "X-Forwarded-For";
    HttpRequest.Builder request = request(path).header(header, "for=192.0.2.1");
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return http.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  @Test
  void aFileWithoutATokenIsRefusedInWords() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path file = other.resolve("token");
    OfficeProperties.note(other, Map.of(OfficeProperties.METRICS_TOKEN_FILE, file.toString()));
    assertThrows(BadSettingException.class, () -> MetricsToken.of(other));
    Files.writeString(file, " \n");
    assertThrows(BadSettingException.class, () -> MetricsToken.of(other));
    Files.writeString(file, "a".repeat(15));
    assertThrows(BadSettingException.class, () -> MetricsToken.of(other), "guessed too soon");
    Files.writeString(file, "a".repeat(4097));
    assertThrows(BadSettingException.class, () -> MetricsToken.of(other), "no token's file");
    Files.writeString(file, TOKEN);
    assertTrue(MetricsToken.of(other).orElseThrow().is(TOKEN));
  }

  @Test
  void printsTheGaugesThatAreDocumentedAndNoOthers() throws IOException, InterruptedException {
    String chapter = Files.readString(Path.of("../docs/office.md"));
    chapter = chapter.substring(chapter.indexOf("\n## Health and metrics"));
    chapter = chapter.substring(0, chapter.indexOf("\n## ", 1));
    Set<String> documented =
        chapter
            .lines()
            .filter(line -> line.startsWith("| `"))
            .flatMap(
                row -> GAUGE.matcher(row.split("\\|", -1)[1]).results().map(MatchResult::group))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> printed =
        get("/metrics")
            .body()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.replaceFirst("=\".*\"\\}", "}").split(" ", -1)[0])
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(documented, printed);
  }

  @Test
  void labelsAreFewWhateverTheCatalogueHolds() throws IOException, InterruptedException {
    String odd = "odd\"} 1\nopenhall_release 99 ";
    rename("hall-map", odd);
    try {
      String metrics = get("/metrics").body();
      assertFalse(metrics.contains("odd"), metrics);
      assertTrue(metrics.contains("openhall_records{type=\"other\"} "), metrics);
    } finally {
      rename(odd, "hall-map");
    }
  }

  private static void rename(String type, String other) {
    String sql = "UPDATE record SET type = ? WHERE type = ?";
    running.database().client().sql(sql).param(other).param(type).update();
  }

  @Test
  void showsTheStartPageInBothLanguagesWithoutScript() throws IOException, InterruptedException {
    String chinese = get("/").body();
    assertTrue(chinese.contains("第 1 版"), chinese);
    assertTrue(chinese.contains("办事指南"), chinese);
    assertFalse(chinese.contains("<script"), chinese);
    String english = get("/?lang=en").body();
    assertTrue(english.contains("Release 1"), english);
    assertTrue(english.contains("lang=\"en\""), english);
    assertEquals(200, get("/office.css").statusCode());
  }

  @Test
  void forbidsScriptsAndForeignContent() throws IOException, InterruptedException {
    String policy = get("/").headers().firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.startsWith("default-src 'none'"), policy);
  }

  @Test
  void saysThatEitherPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      for (OfficeServer.Place place :
          List.of(TestServer.place(folder, port, 0), TestServer.place(folder, 0, port))) {
        assertEquals(
            new StartOutcome.PortInUse("127.0.0.1", port),
            OfficeServer.start(running.parts(), place));
      }
    }
  }
}
