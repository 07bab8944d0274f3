package org.openhall.demo.hall;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * A real resource manager of smart cards, pcscd, with two virtual readers. Its socket has one place
 * on a machine and its readers two ports: who starts it is in a mount and a network namespace of
 * his own.
 */
public final class CardService implements AutoCloseable {

  private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");

  private final Process process;

  private CardService(Process process) {
    this.process = process;
  }

  /**
   * Starts it, and waits until it takes calls.
   *
   * @param folder for its configuration
   * @throws IOException if it ends by itself
   */
  public static CardService start(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("readers"),
        """
        FRIENDLYNAME "Hall"
        DEVICENAME /dev/null:0x8C7B
        LIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so
        CHANNELID 0x8C7B
        """);
    Process process =
        new ProcessBuilder("/usr/sbin/pcscd", "--foreground", "--config", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (!listens()) {
      if (!process.isAlive()) {
        throw new IOException("pcscd ended with status " + process.exitValue());
      }
      LockSupport.parkNanos(2_000_000);
    }
    return new CardService(process);
  }

  private static boolean listens() {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(SOCKET));
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends it as a crash would. */
  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    Files.deleteIfExists(Path.of("/run/pcscd/pcscd.pid"));
    Files.deleteIfExists(SOCKET);
  }
}
