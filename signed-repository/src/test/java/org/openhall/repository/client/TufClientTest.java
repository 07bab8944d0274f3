package org.openhall.repository.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.repository.metadata.TopRole;

/** The command against a real server, by the system's clock. */
class TufClientTest {
  private final RepositorySimulator office = new RepositorySimulator();
  private @TempDir Path dir;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    for (TopRole role : TopRole.values()) {
      office.expires.put(role, Instant.now().plus(Duration.ofDays(30)));
    }
    office.publishRoot();
    office.publishTargets();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (InputStream file = office.fetch(exchange.getRequestURI().getPath().substring(3))) {
            byte[] bytes = file.readAllBytes();
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          } catch (FetchException e) {
            exchange.sendResponseHeaders(404, -1);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String address(String folder) {
    return "http://127.0.0.1:%d/%s/".formatted(server.getAddress().getPort(), folder);
  }

  private int init() throws IOException {
    Path root = Files.write(dir.resolve("given.json"), office.root(1));
    return TufClient.run("--metadata-dir", dir.resolve("m").toString(), "init", root.toString());
  }

  private int refresh() {
    return TufClient.run(
        "--metadata-url", address("m"), "--metadata-dir", dir.resolve("m").toString(), "refresh");
  }

  private int download(String... names) {
    List<String> words = new ArrayList<>(List.of("download"));
    for (String name : names) {
      words.addAll(List.of("--target-name", name));
    }
    words.addAll(List.of("--metadata-dir", dir.resolve("m").toString()));
    words.addAll(List.of("--metadata-url", address("m"), "--target-base-url", address("t")));
    words.addAll(List.of("--target-dir", dir.resolve("t").toString()));
    return TufClient.run(words.toArray(String[]::new));
  }

  @Test
  void initAsksNobodyAndRefreshKeepsNamesWithoutVersions() throws IOException {
    assertEquals(0, init());
    assertEquals(List.of(), office.asked);
    assertEquals(0, refresh());
    for (TopRole role : TopRole.values()) {
      assertArrayEquals(
          office.current(role), Files.readAllBytes(dir.resolve("m").resolve(role.fileName())));
    }
  }

  @Test
  void withoutATrustedRootNothingIsAsked() {
    assertEquals(1, refresh());
    assertEquals(List.of(), office.asked);
  }

  @Test
  void targetsComeInTheirOrderUpToTheFirstThatFails() throws IOException {
    for (String name : List.of("a", "b/../c?", "d")) {
      office.addTarget(name, name.getBytes(UTF_8));
    }
    office.publishTargets();
    init();
    assertEquals(1, download("d", "b/../c?", "d", "missing", "a"));
    assertEquals("d", Files.readString(dir.resolve("t/d")));
    assertEquals("b/../c?", Files.readString(dir.resolve("t/b%2F..%2Fc%3F")));
    assertFalse(Files.exists(dir.resolve("t/a")));
    assertEquals(1, office.asked.stream().filter("timestamp.json"::equals).count());
    assertEquals(1, office.asked.stream().filter(path -> path.endsWith(".d")).count());
  }

  @Test
  void whatIsCachedIsNotFetchedAgain() throws IOException {
    office.addTarget("a", new byte[9]);
    office.publishTargets();
    init();
    assertEquals(0, download("a"));
    office.asked.clear();
    assertEquals(0, download("a"));
    assertEquals(List.of("3.root.json", "timestamp.json"), office.asked);
  }

  @Test
  void aWrongCommandLineIsAFailure() throws IOException {
    assertEquals(1, TufClient.run());
    assertEquals(1, TufClient.run("--metadata-dir"));
    assertEquals(1, TufClient.run("--metadata-dir", dir.toString(), "init"));
    assertEquals(1, TufClient.run("--metadata-dir", dir.toString(), "refresh"));
    assertEquals(0, TufClient.run("--help"));
  }
}
