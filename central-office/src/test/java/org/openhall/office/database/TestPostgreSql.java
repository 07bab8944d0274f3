package org.openhall.office.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.openhall.office.settings.BadSettingException;

/**
 * A real PostgreSQL for the tests of this program, started at the first use; it ends with the
 * program. Every office has a schema of its own.
 */
final class TestPostgreSql {
  private static final Path SCRIPT = Path.of("src", "test", "postgresql", "run");
  private static final String PASSWORD = "office";
  private static final Duration HANGS = Duration.ofMinutes(10);
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private final Process server; // which lives as long as the pipe to it
  private final String url;
  private final Path passwordFile;

  private static final class Started {
    static final TestPostgreSql SERVER = start();
  }

  private TestPostgreSql(Process server, String url, Path passwordFile) {
    this.server = server;
    this.url = url;
    this.passwordFile = passwordFile;
  }

  static TestPostgreSql get() {
    return Started.SERVER;
  }

  private static TestPostgreSql start() {
    try {
      int port = freePort();
      Process server =
          new ProcessBuilder(SCRIPT.toAbsolutePath().toString(), Integer.toString(port))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      Path password = Files.createTempFile("postgresql", ".password");
      password.toFile().deleteOnExit();
      Files.writeString(password, PASSWORD + "\n");
      String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=office";
      TestPostgreSql started = new TestPostgreSql(server, url, password);
      started.await();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private void await() {
    Instant end = Instant.now().plus(HANGS);
    while (!answers()) {
      if (!server.isAlive() || Instant.now().isAfter(end)) {
        throw new IllegalStateException("the PostgreSQL for tests did not start");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private boolean answers() {
    try (Connection _ = connect()) {
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url + "&password=" + PASSWORD);
  }

  /** An empty place for an office. */
  DatabasePlace.OnServer newPlace() {
    String schema = "office" + SCHEMAS.incrementAndGet();
    execute("CREATE SCHEMA " + schema);
    try {
      return DatabasePlace.OnServer.of(
          url + "&currentSchema=" + schema + "&ApplicationName=" + schema,
          Optional.of(passwordFile));
    } catch (BadSettingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Deletes what a place holds; what still works on it is ended, and not who only is connected. */
  void drop(DatabasePlace.OnServer place) {
    String schema = place.url().replaceFirst(".*ApplicationName=", "");
    execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE state <> 'idle' AND application_name = '"
            + schema
            + "'");
    execute("DROP SCHEMA " + schema + " CASCADE");
  }

  void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
