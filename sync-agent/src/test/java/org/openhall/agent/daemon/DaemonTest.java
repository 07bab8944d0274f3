package org.openhall.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.settings.AgentSettings;
import org.openhall.agent.sync.InstanceLock;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.sync.TestOffice;
import org.openhall.agent.text.Words;
import org.openhall.link.TerminalIdentity;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import org.springframework.boot.web.server.servlet.ServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service as it runs on a terminal, against a real HTTP server. */
class DaemonTest {
  private @TempDir Path dir;
  private TestOffice office;
  private HttpServer server;
  private Terminal terminal;

  @BeforeEach
  void start() throws IOException, RepositoryException {
    office = new TestOffice(dir.resolve("office"), Clock.systemUTC());
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server =
        SimpleFileServer.createFileServer(
            any, dir.resolve("office").toAbsolutePath(), SimpleFileServer.OutputLevel.NONE);
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    terminal =
        new Terminal(
            dir.resolve("terminal"),
            new TerminalIdentity("t-1", address, List.of("city"), Clock.systemUTC().instant()));
    Updater.trust(Terminal.metadata(terminal.data()), office.root());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void followsTheOfficeWritesItsRunsDownAndSaysItsHealth() throws IOException, RepositoryException {
    office.publish(1, "a");
    int port = freePort();
    var settings =
        new Daemon.Settings(terminal, Duration.ofSeconds(1), lines(), port, Words.in("en"));
    try (ConfigurableApplicationContext service = start(settings)) {
      JdbcClient runs = service.getBean(JdbcClient.class);
      await(() -> count(runs, "outcome = 'ACTIVATED' AND release = 1 AND bytes > 0") == 1);
      await(() -> count(runs, "outcome = 'UP_TO_DATE'") > 0);
      office.publish(2, "b");
      await(() -> count(runs, "outcome = 'ACTIVATED' AND release = 2") == 1);
      String health = health(port);
      assertTrue(health.contains("\"status\":\"UP\""), health);
      assertTrue(health.contains("\"release\":2"), health);
      server.stop(0);
      await(() -> count(runs, "outcome = 'OFFLINE' AND release = 2") > 0);
    }
  }

  @Test
  void withoutAPortNothingListensAndTheFolderIsLockedUntilTheEnd()
      throws IOException, RepositoryException {
    office.publish(1, "a");
    var settings = new Daemon.Settings(terminal, Duration.ofHours(1), lines(), 0, Words.in("en"));
    try (ConfigurableApplicationContext service = start(settings)) {
      JdbcClient runs = service.getBean(JdbcClient.class);
      await(() -> count(runs, "release = 1") == 1);
      System.gc(); // a lock that nobody refers to would be gone now
      assertTrue(InstanceLock.take(terminal.data()).isEmpty());
      assertEquals(0, service.getBeanNamesForType(ServletWebServerFactory.class).length);
    }
    InstanceLock.take(terminal.data()).orElseThrow().close();
  }

  @Test
  void aDamagedRecordOfRunsKeepsNoReleaseAway() throws IOException, RepositoryException {
    office.publish(1, "a");
    Path runs = Files.writeString(terminal.data().resolve("agent.db"), "no database".repeat(99));
    var settings = new Daemon.Settings(terminal, Duration.ofHours(1), lines(), 0, Words.in("en"));
    try (ConfigurableApplicationContext service = start(settings)) {
      JdbcClient fresh = service.getBean(JdbcClient.class);
      await(() -> count(fresh, "outcome = 'ACTIVATED' AND release = 1") == 1);
    }
    assertTrue(Files.exists(runs.resolveSibling("agent.db.damaged")));
  }

  private AgentSettings lines() {
    return AgentSettings.read(terminal.data());
  }

  private ConfigurableApplicationContext start(Daemon.Settings settings) throws IOException {
    return Daemon.start(settings, InstanceLock.take(terminal.data()).orElseThrow());
  }

  private static long count(JdbcClient runs, String condition) {
    return runs.sql("SELECT count(*) FROM sync_run WHERE " + condition).query(Long.class).single();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "the condition came true, or it hangs");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String health(int port) throws IOException {
    URI address = URI.create("http://127.0.0.1:" + port + "/actuator/health");
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    try (InputStream in =
        connection.getResponseCode() < 400
            ? connection.getInputStream()
            : connection.getErrorStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
