package org.openhall.agent.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between two ends on this machine and counts the bytes: as a wire to one server, or as a
 * proxy that is told by {@code CONNECT} where to go and may want a password.
 */
final class Relay implements AutoCloseable {
  private static final String WHO =
      """
      HTTP/1.1 407 Who?
      Proxy-Authenticate: Basic realm="hall"
      Content-Length: 0
      Connection: close

      """;

  private final ServerSocket server;
  private final int target;
  private final String password;
  private final AtomicLong bytes = new AtomicLong();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private Relay(int target, String password) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    this.password = password;
    Thread.ofVirtual().start(this::accept);
  }

  static Relay wireTo(int port) throws IOException {
    return new Relay(port, "");
  }

  /**
   * @param password {@code user:password}, or "" where none is wanted
   */
  static Relay proxy(String password) throws IOException {
    return new Relay(0, password);
  }

  int port() {
    return server.getLocalPort();
  }

  long bytes() {
    return bytes.get();
  }

  /** First lines of what a proxy was asked. */
  List<String> asked() {
    return asked;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      if (target > 0) {
        join(client, new Socket(InetAddress.getLoopbackAddress(), target));
        return;
      }
      String head = head(client.getInputStream());
      asked.add(head.lines().findFirst().orElse(""));
      String wanted = Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8));
      if (!password.isEmpty() && !head.contains(": Basic " + wanted)) {
        answer(client, WHO.replace("\n", "\r\n"));
        return;
      }
      int colon = head.indexOf(':');
      int end = head.indexOf(' ', colon);
      answer(client, "HTTP/1.1 200 OK\r\n\r\n");
      join(
          client,
          new Socket(
              InetAddress.getLoopbackAddress(), Integer.parseInt(head.substring(colon + 1, end))));
    } catch (IOException e) {
      // one of the ends hung up
    }
  }

  private static void answer(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    client.getOutputStream().flush();
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no question");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private void join(Socket one, Socket other) throws IOException {
    try (other) {
      Thread back = Thread.ofVirtual().start(() -> copy(other, one));
      copy(one, other);
      back.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void copy(Socket from, Socket to) {
    try {
      byte[] buffer = new byte[1 << 14];
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        bytes.addAndGet(count);
        out.write(buffer, 0, count);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // the other end hung up
    }
  }
}
