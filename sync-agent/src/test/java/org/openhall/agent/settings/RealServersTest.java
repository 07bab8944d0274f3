package org.openhall.agent.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.identity.SecureServer;
import org.openhall.agent.identity.TestAuthority;
import org.openhall.agent.sync.Bulk;
import org.openhall.agent.sync.SyncJob;
import org.openhall.agent.sync.SyncOutcome;
import org.openhall.agent.sync.SyncWatch;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.sync.TestOffice;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.credential.Certificates;
import org.openhall.link.credential.Credential;
import org.openhall.link.settings.TerminalSettings;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;

/**
 * The agent's lines as terminal.properties tells them, to servers and proxies that others wrote
 * (nginx, Python's, tinyproxy where they are installed) and to real sockets of this test.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // it hangs
class RealServersTest {
  private @TempDir Path dir;
  private final List<Process> processes = new ArrayList<>();
  private TestOffice office;
  private Terminal terminal;
  private AgentSettings settings;

  @BeforeEach
  void enrol() throws IOException, RepositoryException {
    office = new TestOffice(dir.resolve("office"), Clock.systemUTC());
    URI nowhere = URI.create("http://127.0.0.1:1/");
    TerminalIdentity identity =
        new TerminalIdentity("t-1", nowhere, List.of("city"), Clock.systemUTC().instant());
    terminal = new Terminal(dir.resolve("terminal"), identity);
    Updater.trust(Terminal.metadata(terminal.data()), office.root());
    settings = AgentSettings.read(terminal.data());
  }

  @AfterEach
  void stop() {
    processes.forEach(Process::destroyForcibly);
  }

  private void settings(String... lines) throws IOException {
    Files.write(terminal.data().resolve(TerminalSettings.FILE), List.of(lines));
    settings = AgentSettings.read(terminal.data());
    assertEquals(List.of(), settings.wrong());
  }

  private SyncJob job() throws IOException {
    Clock clock = Clock.systemUTC();
    Membership member =
        Membership.of(terminal.data(), terminal.identity(), clock, settings.line()).orElseThrow();
    return new SyncJob(terminal, settings.sources(member), clock, SyncWatch.NONE, Bulk.ANY_TIME);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Starts a program and waits until it answers. */
  private void start(int port, String... command) throws IOException {
    processes.add(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("server.log").toFile())
            .start());
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    while (!answers(port)) {
      assertTrue(System.nanoTime() < deadline, "it answers, or it hangs");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static boolean answers(int port) {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String program(String... places) {
    String found =
        Stream.of(places).filter(p -> Files.isExecutable(Path.of(p))).findFirst().orElse("");
    assertFalse(
        found.isEmpty(), () -> places[0] + " is not installed; ./openhall test installs it");
    return found;
  }

  /** A static server with the office's folder; {@code listen} as in its own configuration. */
  private int nginx(String more) throws IOException {
    String program = program("/usr/sbin/nginx");
    int port = freePort();
    Path configuration =
        Files.writeString(
            dir.resolve("nginx.conf"),
            """
            daemon off; master_process off; pid %1$s/nginx.pid; error_log %1$s/nginx.log;
            events {}
            http {
              access_log %1$s/access.log; client_body_temp_path %1$s/b; proxy_temp_path %1$s/p;
              fastcgi_temp_path %1$s/f; uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
              server { listen 127.0.0.1:%2$d%3$s root %1$s/office; }
            }
            """
                .formatted(dir, port, more));
    start(
        port, program, "-p", dir.toString(), "-c", configuration.toString(), "-e", dir + "/e.log");
    return port;
  }

  /** Files whose date says no longer that they may change within the same second. */
  private void age() throws IOException {
    Path timestamp = office.repository().resolve("metadata/timestamp.json");
    Files.setLastModifiedTime(timestamp, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
  }

  private String access() throws IOException {
    return Files.readString(dir.resolve("access.log"));
  }

  @Test
  void anUnchangedPollMovesAFewHundredBytesFromNginx() throws IOException, RepositoryException {
    office.publish(1, "a");
    age();
    try (Relay wire = Relay.wireTo(nginx(";"))) {
      settings("sources=http://127.0.0.1:" + wire.port() + "/repository/ office");
      SyncJob job = job();
      assertInstanceOf(SyncOutcome.Activated.class, job.run());
      long before = wire.bytes();
      assertInstanceOf(SyncOutcome.UpToDate.class, job.run());
      long poll = wire.bytes() - before;
      System.out.println("An unchanged poll of nginx moves " + poll + " bytes both ways");
      assertTrue(poll < 1_200, poll + " bytes");
      assertTrue(access().contains("timestamp.json HTTP/1.1\" 304"), this::log);
      office.publish(2, "b");
      assertEquals(new SyncOutcome.Activated(2, 1), job.run());
    }
  }

  private String log() {
    try {
      return access();
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void aServerThatKnowsDatesOnlyServesAsWell() throws IOException, RepositoryException {
    String python = program("/usr/bin/python3");
    office.publish(1, "a");
    age();
    int port = freePort();
    start(
        port,
        python,
        "-m",
        "http.server",
        "--bind",
        "127.0.0.1",
        "--directory",
        dir.resolve("office").toString(),
        Integer.toString(port));
    settings("sources=http://127.0.0.1:" + port + "/repository/ office");
    SyncJob job = job();
    assertInstanceOf(SyncOutcome.Activated.class, job.run());
    assertInstanceOf(SyncOutcome.UpToDate.class, job.run());
    String served = Files.readString(dir.resolve("server.log"));
    assertTrue(served.contains("timestamp.json HTTP/1.1\" 304"), served);
  }

  private static String pem(String kind, byte[] der) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(der));
  }

  @Test
  void aMirrorIsProvedByTheTechniciansOwnAuthority() throws IOException, RepositoryException {
    TestAuthority authority = new TestAuthority();
    Credential server = authority.server("127.0.0.1", Instant.EPOCH, Duration.ofDays(50_000));
    Path key =
        Files.writeString(
            dir.resolve("mirror.pem"),
            pem("PRIVATE KEY", server.key().getEncoded())
                + pem("CERTIFICATE", Certificates.encode(server.certificate())));
    office.publish(1, "a");
    int port = nginx(" ssl; ssl_certificate %1$s; ssl_certificate_key %1$s;".formatted(key));
    String sources = "sources=https://127.0.0.1:" + port + "/repository/ office";
    settings(sources);
    assertInstanceOf(SyncOutcome.Offline.class, job().run(), "nobody knows this authority");
    Files.writeString(
        terminal.data().resolve("ca.pem"),
        pem("CERTIFICATE", Certificates.encode(authority.certificate())));
    settings(sources, "mirrors.ca=ca.pem");
    assertInstanceOf(SyncOutcome.Activated.class, job().run());
  }

  @Test
  void aProxyWithAPasswordCarriesWhatIsHttps() throws IOException, RepositoryException {
    TestAuthority authority = new TestAuthority();
    Credential server = authority.server("127.0.0.1", Instant.EPOCH, Duration.ofDays(50_000));
    office.publish(1, "a");
    try (SecureServer mirror = new SecureServer(server);
        Relay proxy = Relay.proxy("hall:secret")) {
      serve(mirror);
      Files.writeString(
          terminal.data().resolve("ca.pem"),
          pem("CERTIFICATE", Certificates.encode(authority.certificate())));
      Files.writeString(terminal.data().resolve("proxy.secret"), "hall:secret");
      String[] lines = {
        "sources=" + mirror.address() + "repository/ office",
        "mirrors.ca=ca.pem",
        "proxy=http://127.0.0.1:" + proxy.port(),
        "proxy.credentials=proxy.secret"
      };
      settings(lines);
      assertEquals(new SyncOutcome.Activated(1, 1), job().run());
      String wanted = "CONNECT 127.0.0.1:" + mirror.address().getPort();
      assertTrue(
          proxy.asked().stream().anyMatch(line -> line.startsWith(wanted)),
          proxy.asked()::toString);
      int asked = proxy.asked().size();
      assertTrue(asked > 0);
      lines[3] = "proxy.except=127.0.0.*";
      settings(lines);
      assertInstanceOf(SyncOutcome.UpToDate.class, job().run());
      assertEquals(asked, proxy.asked().size(), "an excepted host is reached without it");
      Files.writeString(terminal.data().resolve("proxy.secret"), "hall:wrong");
      lines[3] = "proxy.credentials=proxy.secret";
      settings(lines);
      assertInstanceOf(SyncOutcome.Offline.class, job().run());
      int more = proxy.asked().size() - asked;
      assertTrue(more > 0 && more <= 4, more + " questions with a wrong password");
      lines[3] = "";
      settings(lines);
      SyncOutcome refused = job().run();
      assertInstanceOf(SyncOutcome.Offline.class, refused);
      assertTrue(refused.words().toString().contains("407"), refused::toString);
    }
  }

  private void serve(SecureServer mirror) {
    mirror.answer(asked -> {
      Path file = dir.resolve("office").resolve(asked.path().substring(1));
      return Files.isRegularFile(file)
          ? new SecureServer.Reply(200, Files.readAllBytes(file))
          : new SecureServer.Reply(404, new byte[0]);
    });
  }

  @Test
  void tinyproxyCarriesHttpWithItsPassword() throws IOException, RepositoryException {
    String program = program("/usr/bin/tinyproxy");
    office.publish(1, "a");
    int web = nginx(";");
    int port = freePort();
    Path configuration =
        Files.writeString(
            dir.resolve("tinyproxy.conf"),
            """
            Port %d
            Listen 127.0.0.1
            Allow 127.0.0.1
            MaxClients 20
            BasicAuth hall secret
            """
                .formatted(port));
    start(port, program, "-d", "-c", configuration.toString());
    Files.writeString(terminal.data().resolve("proxy.secret"), "hall:secret");
    settings(
        "sources=http://127.0.0.1:" + web + "/repository/ office",
        "proxy=http://127.0.0.1:" + port,
        "proxy.credentials=proxy.secret");
    assertInstanceOf(SyncOutcome.Activated.class, job().run());
    String said = Files.readString(dir.resolve("server.log"), StandardCharsets.UTF_8);
    assertTrue(said.contains("timestamp.json"), said);
  }
}
