package org.openhall.office.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.EnrolmentRefusal;
import org.openhall.link.EnrolmentReply;
import org.openhall.link.EnrolmentRequest;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.enrol.Enrolment;
import org.openhall.office.publish.Publisher;
import org.openhall.office.publish.ReleaseTable;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.publisher.RepositoryPublisher;

/** The real server on a free port, over a real release. */
class OfficeServerTest {
  @TempDir static Path folder;
  private static OfficeParts parts;
  private static OfficeServer server;
  private static HttpClient http;

  @BeforeAll
  static void start() throws IOException, SQLException, RepositoryException {
    OfficeDatabase database = OfficeDatabase.open(folder);
    Path repositoryDir = folder.resolve("repository");
    RepositoryPublisher repository =
        new RepositoryPublisher(repositoryDir, folder.resolve("keys"), OfficeTime.clock());
    repository.initialise();
    parts =
        new OfficeParts(
            new OfficeName(database),
            new Catalog(database, OfficeTime.clock()),
            new ReleaseTable(database),
            new Enrolment(database, new SecureRandom(), OfficeTime.clock()),
            repository,
            repositoryDir);
    parts.catalog().importSample((fraction, rows) -> {});
    Publisher.Press press =
        new Publisher.Press(
            folder.resolve("tmp"), folder.resolve("files"), parts.name().get(), OfficeTime.clock());
    new Publisher(parts.catalog(), parts.releases(), repository, press).publish(n -> {});
    server =
        assertInstanceOf(StartOutcome.Started.class, OfficeServer.start(parts, place(0))).server();
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    http.close();
    server.close();
  }

  private static OfficeServer.Place place(int port) {
    return new OfficeServer.Place("127.0.0.1", port, folder.resolve("tmp"));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<byte[]> enrol(byte[] body) throws IOException, InterruptedException {
    return http.send(
        request("/api/enrol")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofByteArray());
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
    assertEquals(404, get("/repository/metadata/2.root.json").statusCode());
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

  @Test
  void enrolsATerminalOnceWithItsToken() throws IOException, InterruptedException {
    byte[] root = parts.repository().root();
    var token = parts.enrolment().issue(root, "一楼");
    byte[] request = new EnrolmentRequest(token.text(), null).toJson();
    HttpResponse<byte[]> first = enrol(request);
    assertEquals(200, first.statusCode());
    EnrolmentReply reply = EnrolmentReply.fromJson(first.body()).orElseThrow();
    assertArrayEquals(root, reply.rootJson().orElseThrow());
    assertTrue(token.pins(reply.rootJson().orElseThrow()));
    assertEquals(List.of("city"), reply.channels());
    HttpResponse<byte[]> second = enrol(request);
    assertEquals(409, second.statusCode());
    assertEquals(EnrolmentRefusal.Reason.USED_TOKEN, reason(second));
  }

  @Test
  void refusesWhatIsNoRequest() throws IOException, InterruptedException {
    for (String body :
        new String[] {
          "{", "{}", "[]", "{\"token\":\"x\"}", "{\"token\":{}}", "null", " ".repeat(5_000)
        }) {
      HttpResponse<byte[]> refusal = enrol(body.getBytes(StandardCharsets.UTF_8));
      assertEquals(400, refusal.statusCode(), body);
      assertEquals(EnrolmentRefusal.Reason.MALFORMED_REQUEST, reason(refusal), body);
    }
  }

  private static EnrolmentRefusal.Reason reason(HttpResponse<byte[]> response) {
    return EnrolmentRefusal.fromJson(response.body()).orElseThrow().reason();
  }

  @Test
  void tellsItsStatusInFigures() throws IOException, InterruptedException {
    String status = get("/api/status").body();
    assertTrue(status.contains("\"release\":1"), status);
    assertTrue(status.matches(".*\"service-guide\":\\d+.*"), status);
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
  void saysThatAPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertInstanceOf(
          StartOutcome.PortInUse.class, OfficeServer.start(parts, place(taken.getLocalPort())));
    }
  }
}
