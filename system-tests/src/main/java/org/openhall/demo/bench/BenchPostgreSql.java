package org.openhall.demo.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.HallException;

/** A PostgreSQL of Debian's package on loopback, as the tests of the office start it. */
final class BenchPostgreSql implements AutoCloseable {
  private static final String SCRIPT = "central-office/src/test/postgresql/run";
  private static final Duration START = Duration.ofMinutes(2);

  private final Process process; // which lives as long as the pipe to it
  private final String url;
  private final Path passwordFile;

  private BenchPostgreSql(Process process, String url, Path passwordFile) {
    this.process = process;
    this.url = url;
    this.passwordFile = passwordFile;
  }

  static BenchPostgreSql start(Path folder)
      throws IOException, InterruptedException, HallException {
    int port;
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = probe.getLocalPort();
    }
    Path home = Path.of(System.getProperty("openhall.home", ".")).toAbsolutePath();
    Process process =
        new ProcessBuilder(home.resolve(SCRIPT).toString(), Integer.toString(port))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Path password = Files.writeString(folder.resolve("postgresql.password"), "office\n");
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=office";
    BenchPostgreSql started = new BenchPostgreSql(process, url, password);
    Await.until("PostgreSQL answers", START, started::answers);
    return started;
  }

  private boolean answers() throws HallException {
    if (!process.isAlive()) {
      throw new HallException("PostgreSQL did not start: install Debian's package postgresql");
    }
    try (var _ = DriverManager.getConnection(url + "&password=office")) {
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** For {@code init}. */
  String[] options() {
    return new String[] {
      "--database", url, "--database-password-file", passwordFile.toAbsolutePath().toString()
    };
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close(); // at which the script ends the server
    process.onExit().join();
  }
}
