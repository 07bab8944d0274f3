package org.openhall.demo.hall;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A resource manager of smart cards, pcscd, for one hall: it takes its own folder for the machine's
 * place of pcscd's socket, in a mount namespace of its own, so that the machine's pcscd and those
 * of other halls are not disturbed.
 */
final class OwnCardService implements AutoCloseable {

  /** By which programs that use pcsc-lite find it. */
  static final String SOCKET_VARIABLE = "PCSCLITE_CSOCK_NAME";

  /** A part of the name of its readers. */
  static final String READER = "OpenHall";

  private static final Path DAEMON = Path.of("/usr/sbin/pcscd");
  private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
  private static final Duration START_LIMIT = Duration.ofSeconds(20);
  private static final String IN_ITS_PLACE =
      "mkdir -p /run/pcscd && mount --bind \"$1\" /run/pcscd"
          + " && exec /usr/sbin/pcscd --foreground --config \"$2\"";

  private final Program daemon;
  private final Path socket;
  private final int port;

  private OwnCardService(Program daemon, Path socket, int port) {
    this.daemon = daemon;
    this.socket = socket;
    this.port = port;
  }

  /**
   * Starts it.
   *
   * @param folder for its socket and configuration; a short path, as sockets need it
   * @param port where its driver waits for the card of its first reader
   * @throws HallException which says what this machine lacks
   */
  static OwnCardService start(Path folder, Path logs, int port)
      throws IOException, InterruptedException, HallException {
    for (Path needed : List.of(DAEMON, DRIVER)) {
      if (!Files.exists(needed)) {
        throw new HallException(needed + " is missing (apt-get install pcscd vsmartcard-vpcd)");
      }
    }
    Path run = Files.createDirectories(folder.resolve("run"));
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        config.resolve("readers"),
        """
        FRIENDLYNAME "%s"
        DEVICENAME /dev/null:%d
        LIBPATH %s
        CHANNELID %d
        """
            .formatted(READER, port, DRIVER, port));
    Path socket = run.resolve("pcscd.comm");
    Program daemon = Program.startCommand(logs, Map.of(), "pcscd", command(run, config));
    try {
      Await.until(
          "a pcscd in a mount namespace of its own takes calls",
          START_LIMIT,
          () -> {
            daemon.requireRunning();
            return listens(socket);
          });
    } catch (HallException e) {
      daemon.close();
      throw e;
    }
    return new OwnCardService(daemon, socket, port);
  }

  private static List<String> command(Path run, Path config) throws IOException {
    List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
    if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
      command.add("--map-root-user");
    }
    command.addAll(List.of("sh", "-c", IN_ITS_PLACE, "sh", run.toString(), config.toString()));
    return command;
  }

  private static boolean listens(Path socket) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException notYet) {
      return false;
    }
  }

  Path socket() {
    return socket;
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    daemon.close();
  }
}
