package org.openhall.device.pcsc;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real pcscd with virtual readers, in the namespaces of this process. */
final class Pcscd implements AutoCloseable {

  private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
  private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");
  private static final int FIRST_PORT = 0x8C7B;

  private final Path folder;
  private Process process;

  private Pcscd(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param readers how many pairs of readers it has; the first pair is "Hall A 00 00" and "Hall A
   *     00 01", the second "Hall B …"
   */
  static Pcscd start(Path folder, int readers) throws Exception {
    Pcscd pcscd = new Pcscd(folder, launch(folder, readers));
    pcscd.awaitReady();
    return pcscd;
  }

  /** The port at which a virtual reader waits for its card: 0 and 1 are the first pair. */
  static int port(int slot) {
    return FIRST_PORT + slot;
  }

  /** Starts it again, if it does not run, and with so many readers. */
  void restart(int readers) throws Exception {
    stop();
    process = launch(folder, readers);
    awaitReady();
  }

  /** Ends it as a crash would. */
  void kill() throws IOException {
    process.destroyForcibly().onExit().join();
    Files.deleteIfExists(Path.of("/run/pcscd/pcscd.pid"));
    Files.deleteIfExists(SOCKET);
  }

  void stop() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      kill(); // a mute card keeps it
    }
  }

  @Override
  public void close() throws IOException {
    kill();
  }

  /** Each pair of readers needs a driver file of its own: the driver keeps its state by slot. */
  private static Process launch(Path folder, int readers) throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < readers; i++) {
      Path driver = folder.resolve("driver-" + i + ".so");
      if (!Files.exists(driver)) {
        Files.copy(DRIVER, driver);
      }
      int port = port(2 * i);
      text.append(
          """
          FRIENDLYNAME "Hall %c"
          DEVICENAME /dev/null:0x%X
          LIBPATH %s
          CHANNELID 0x%X
          """
              .formatted('A' + i, port, driver, port));
    }
    Files.writeString(config.resolve("readers"), text);
    return new ProcessBuilder("/usr/sbin/pcscd", "--foreground", "--config", config.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("pcscd.log").toFile()))
        .start();
  }

  private void awaitReady() throws Exception {
    Until.so(
        "pcscd listens",
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError(Files.readString(folder.resolve("pcscd.log")));
          }
          return listens();
        });
  }

  private static boolean listens() {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(SOCKET));
    } catch (IOException e) {
      return false;
    }
  }
}
