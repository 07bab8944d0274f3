package org.openhall.office.bucket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A real S3-compatible server on loopback, a process of its own that the build has fetched (S3Proxy
 * over a folder): it checks signatures, and its buckets are folders at which a test looks.
 */
public final class S3Server implements AutoCloseable {
  private static final Path PROGRAM = Path.of("target", "s3", "s3proxy.jar");
  private static final String ID = "office";
  private static final String SECRET = "a-secret-that-no-log-may-show";
  private static final Duration HANGS = Duration.ofMinutes(10);

  private final Path folder;
  private final int port;
  private final boolean isOpen;
  private Process process;

  private S3Server(Path folder, int port, boolean isOpen) throws IOException {
    this.folder = folder;
    this.port = port;
    this.isOpen = isOpen;
    this.process = run();
  }

  /** Over a folder; buckets are the folders in it. */
  public static S3Server start(Path folder) throws IOException {
    return new S3Server(folder, freePort(), false);
  }

  /** Another one over the same folder, which anybody may read, as a CDN is. */
  public S3Server forEverybody() throws IOException {
    return new S3Server(folder, freePort(), true);
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private Process run() throws IOException {
    if (!Files.exists(PROGRAM)) {
      throw new IOException(PROGRAM + " is missing: mvn process-test-resources fetches it");
    }
    Files.createDirectories(folder.resolve("buckets"));
    String access =
        isOpen
            ? "s3proxy.authorization=none\n"
            : """
            s3proxy.authorization=aws-v2-or-v4
            s3proxy.identity=%s
            s3proxy.credential=%s
            """
                .formatted(ID, SECRET);
    Path settings = Files.createTempFile(folder, "s3proxy", ".conf");
    Files.writeString(
        settings,
        access
            + """
            s3proxy.endpoint=http://127.0.0.1:%d
            jclouds.provider=filesystem
            jclouds.filesystem.basedir=%s
            """
                .formatted(port, folder.resolve("buckets")));
    Process started =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                PROGRAM.toString(),
                "--properties",
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(Files.createTempFile(folder, "s3proxy", ".log").toFile())
            .start();
    await(started);
    return started;
  }

  private void await(Process started) throws IOException {
    Instant end = Instant.now().plus(HANGS);
    while (!answers()) {
      if (!started.isAlive() || Instant.now().isAfter(end)) {
        throw new IOException("the S3 server did not start; see " + folder);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** A bucket's folder, made where it is missing. */
  public Path bucket(String name) throws IOException {
    return Files.createDirectories(folder.resolve("buckets").resolve(name));
  }

  /** The file with the key. */
  public Path keyFile() throws IOException {
    return keyFile(SECRET);
  }

  /** A file with a key that does not fit. */
  public Path wrongKeyFile() throws IOException {
    return keyFile("not-the-secret");
  }

  private Path keyFile(String secret) throws IOException {
    Path file = Files.createTempFile(folder, "key", ".properties");
    return Files.writeString(
        file, "access-key-id=%s\nsecret-access-key=%s\n".formatted(ID, secret));
  }

  /** The end of it, until {@link #startAgain}. */
  public void stop() {
    process.destroyForcibly();
    process.onExit().join();
  }

  public void startAgain() throws IOException {
    process = run();
  }

  @Override
  public void close() {
    stop();
  }
}
