package org.openhall.device.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSettings;

/** A TCP port; the name is resolved at every connection. */
record TcpAddress(String host, int port) implements Port<Line> {

  private static final Duration CONNECT = Duration.ofSeconds(2);

  static TcpAddress parse(DeviceSettings settings, String text)
      throws DeviceConfigurationException {
    int colon = text.lastIndexOf(':');
    String digits = text.substring(colon + 1);
    if (colon < 1 || !digits.matches("[0-9]{1,5}")) {
      throw settings.badAddress("has no host and port; write tcp:HOST:PORT");
    }
    int port = Integer.parseInt(digits);
    if (port < 1 || port > 65_535) {
      throw settings.badAddress("has the port " + digits + "; it must be 1 to 65535");
    }
    return new TcpAddress(text.substring(0, colon), port);
  }

  @Override
  public Line open() throws DeviceFaultException {
    SocketChannel channel = null;
    try {
      channel = SocketChannel.open();
      channel.socket().connect(new InetSocketAddress(host, port), (int) CONNECT.toMillis());
      channel.socket().setTcpNoDelay(true);
      // What was not sent when the line is given up must not arrive minutes later.
      channel.socket().setSoLinger(true, 0);
      return new TcpLine(channel, toString());
    } catch (IOException | UnresolvedAddressException e) {
      close(channel);
      throw new DeviceFaultException(Detail.PORT_MISSING, "no connection to " + this, e);
    }
  }

  @Override
  public String toString() {
    return "tcp:" + host + ":" + port;
  }

  private static void close(@Nullable SocketChannel channel) {
    if (channel != null) {
      TcpLine.closeQuietly(channel);
    }
  }
}
