package org.openhall.simulator.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Passes a command to the devices that run in a folder. */
public final class ControlClient {

  private ControlClient() {}

  /**
   * What came back.
   *
   * @param json the facts of the answer, one object on one line
   */
  public record Reply(boolean done, String json, List<String> lines) {

    public Reply {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Passes one line on and waits for the answer.
   *
   * @throws IOException also when no devices run there, with the command that starts them
   */
  public static Reply send(Path data, String line) throws IOException {
    UnixDomainSocketAddress address = ControlSocket.address(data);
    try (SocketChannel channel = SocketChannel.open(address)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      return reply(
          new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8)).lines().toList());
    } catch (ConnectException e) {
      throw nobody(data, e);
    } catch (SocketException e) {
      throw nobody(data, e);
    }
  }

  private static IOException nobody(Path data, IOException cause) {
    return new IOException(
        "No devices run in " + data + ". Start them: --data " + data + " run", cause);
  }

  private static Reply reply(List<String> lines) throws IOException {
    if (lines.size() < 2) {
      throw new IOException("The devices broke off the answer. Ask for their status.");
    }
    return new Reply(lines.getFirst().equals("done"), lines.get(1), lines.subList(2, lines.size()));
  }
}
