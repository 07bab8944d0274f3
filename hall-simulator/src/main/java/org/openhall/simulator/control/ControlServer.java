package org.openhall.simulator.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Listens on the control socket. A connection carries one command, a line of UTF-8; the answer is a
 * line {@code done} or {@code refused}, a line of JSON, and the lines for a person.
 */
public final class ControlServer implements AutoCloseable {

  private static final int MOST_BYTES = 1 << 14;

  private final ServerSocketChannel server;
  private final Path socket;

  private ControlServer(ServerSocketChannel server, Path socket) {
    this.server = server;
    this.socket = socket;
  }

  /**
   * Takes the folder's socket; commands wait until {@link #serve}. A socket that was left behind is
   * replaced.
   *
   * @throws IOException also when devices are already running in this folder
   */
  public static ControlServer open(Path data) throws IOException {
    UnixDomainSocketAddress address = ControlSocket.address(data);
    Path socket = ControlSocket.path(data);
    if (answers(address)) {
      throw new IOException(
          "Devices are already running in "
              + data
              + ". Stop them, or choose another --data folder.");
    }
    Files.deleteIfExists(socket);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(address);
    return new ControlServer(server, socket);
  }

  /** Has commands, as they were typed, carried out from now on, each in a thread of its own. */
  public void serve(Function<String, Answer> perform) {
    Thread.ofPlatform().name("control").start(() -> accept(perform));
  }

  private static boolean answers(UnixDomainSocketAddress address) {
    try (SocketChannel _ = SocketChannel.open(address)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(socket);
  }

  private void accept(Function<String, Answer> perform) {
    while (server.isOpen()) {
      try {
        SocketChannel client = server.accept();
        Thread.startVirtualThread(() -> answer(client, perform));
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException("The control socket failed", e);
      }
    }
  }

  private static void answer(SocketChannel client, Function<String, Answer> perform) {
    try (client) {
      write(client, perform.apply(firstLine(Channels.newInputStream(client))));
    } catch (IOException e) {
      // who asked went away before the answer; nobody is left to be told
    }
  }

  /** The first line, or as much of it as is more than a command can be. */
  private static String firstLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next;
    while ((next = in.read()) >= 0 && next != '\n' && line.size() <= MOST_BYTES) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static void write(SocketChannel client, Answer answer) throws IOException {
    String text =
        (answer.done() ? "done" : "refused")
            + "\n"
            + Json.of(answer.facts())
            + "\n"
            + String.join("\n", answer.lines())
            + "\n";
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    while (bytes.hasRemaining()) {
      client.write(bytes);
    }
  }
}
