package org.openhall.simulator.printer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.util.HexFormat;

/** A program at the other end of the printer's line. */
final class PrinterHost implements AutoCloseable {

  private final Socket socket;

  PrinterHost(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
  }

  /** Sends bytes in hex, and text between quotes as GB 18030. */
  PrinterHost send(String... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String part : parts) {
      bytes.writeBytes(
          part.startsWith("'")
              ? part.substring(1).getBytes(Charset.forName("GB18030"))
              : HexFormat.of().parseHex(part.replace(" ", "")));
    }
    socket.getOutputStream().write(bytes.toByteArray());
    return this;
  }

  /** The next bytes that come, in hex. */
  String receive(int count) throws IOException {
    return HexFormat.of().formatHex(socket.getInputStream().readNBytes(count));
  }

  /** How many bytes have come that were not received. */
  int waiting() throws IOException {
    return socket.getInputStream().available();
  }

  /** Whether the line ends here, by a close or a break. */
  boolean atEnd() {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
