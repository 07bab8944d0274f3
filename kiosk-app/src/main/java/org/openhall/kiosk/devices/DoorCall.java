package org.openhall.kiosk.devices;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.openhall.kiosk.devices.DeviceReply.Reason;

/** A call to the running kiosk: one request, and replies until it hangs up. */
final class DoorCall implements AutoCloseable {
  private final SocketChannel channel;

  private DoorCall(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Calls; empty where no kiosk runs with this folder.
   *
   * @throws IOException if one may run and cannot be reached, for example for lack of rights
   */
  static Optional<DoorCall> connect(Path data) throws IOException {
    if (!Files.exists(DoorSocket.path(data))) {
      return Optional.empty();
    }
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(DoorSocket.address(data));
      return Optional.of(new DoorCall(channel));
    } catch (ConnectException nobodyListens) {
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      channel.close();
      throw new IOException(
          "The running kiosk cannot be asked at " + DoorSocket.path(data) + ": " + e.getMessage(),
          e);
    }
  }

  /** Asks, and hands on each reply as it comes. */
  void ask(DeviceRequest request, Consumer<DeviceReply> to) throws IOException {
    OutputStream out = Channels.newOutputStream(channel);
    out.write(request.toJson());
    out.write('\n');
    out.flush();
    InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
    for (Optional<byte[]> line = DoorSocket.line(in);
        line.isPresent();
        line = DoorSocket.line(in)) {
      to.accept(
          DeviceReply.read(line.get())
              .orElseGet(() -> new DeviceReply.Refused(Reason.NOT_UNDERSTOOD, "")));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
