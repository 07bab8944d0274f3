package org.openhall.demo.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A server of a repository that tells one lie about the files whose path holds a word. */
final class LyingServer implements AutoCloseable {
  private static final long TEN_GIGABYTES = 10L << 30;

  private final Scene scene;
  private final Lie lie;
  private final String about;
  private final ServerSocket door;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong told = new AtomicLong();

  LyingServer(Scene scene, Lie lie, String about) throws IOException {
    this.scene = scene;
    this.lie = lie;
    this.about = about;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
  }

  /** Bytes of bodies that it could send. */
  long sent() {
    return sent.get();
  }

  /** How often it lied. */
  long told() {
    return told.get();
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket line = door.accept();
        Thread.ofVirtual().start(() -> answer(line));
      } catch (SocketException e) {
        return; // closed
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void answer(Socket line) {
    try (line) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
      String asked = in.readLine();
      long offset = 0;
      for (String head = in.readLine(); head != null && !head.isEmpty(); head = in.readLine()) {
        if (head.startsWith("Range: bytes=")) {
          offset = Long.parseLong(head.replaceAll("\\D", ""));
        }
      }
      if (asked != null) {
        answer(asked.split(" ", -1)[1], offset, line.getOutputStream());
      }
    } catch (IOException e) {
      // whoever asked went away
    }
  }

  private void answer(String path, long offset, OutputStream out) throws IOException {
    String name = path.replaceFirst("^/repository/", "");
    boolean lies = name.contains(about);
    Path file = source(name).resolve(name);
    if (!Files.isRegularFile(file)) {
      head(out, "404 Not Found", 0);
      return;
    }
    byte[] all = Files.readAllBytes(file);
    byte[] rest = Arrays.copyOfRange(all, (int) Math.min(offset, all.length), all.length);
    if (lies) {
      told.incrementAndGet();
      lie(path, rest, out);
    } else {
      head(out, offset > 0 ? "206 Partial Content" : "200 OK", rest.length);
      send(out, rest, rest.length);
    }
  }

  private Path source(String name) {
    return switch (lie) {
      case OLD -> scene.repository(1);
      case MIXED -> scene.repository(name.endsWith("timestamp.json") ? 2 : 1);
      case FOREIGN -> scene.foreignRepository();
      default -> scene.repository(2);
    };
  }

  private void lie(String path, byte[] body, OutputStream out) throws IOException {
    switch (lie) {
      case FLIPPED -> {
        body[body.length / 2] ^= 1;
        whole(out, body);
      }
      case TRUNCATED -> {
        head(out, "200 OK", body.length);
        send(out, body, body.length / 2);
      }
      case SHORT -> whole(out, Arrays.copyOf(body, body.length / 2));
      case ENDLESS -> {
        head(out, "200 OK", TEN_GIGABYTES);
        byte[] more = new byte[1 << 16];
        while (sent.get() < TEN_GIGABYTES) {
          send(out, more, more.length);
        }
      }
      case STALLED -> {
        head(out, "200 OK", body.length);
        send(out, body, body.length / 2);
        keepLine();
      }
      case DRIPPING -> drip(out, body);
      case REDIRECTED ->
          out.write(
              "HTTP/1.1 302 Found\r\nLocation: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                  .formatted(path)
                  .getBytes(StandardCharsets.ISO_8859_1));
      case FAILING -> head(out, "500 Internal Server Error", 0);
      case OLD, MIXED, FOREIGN -> whole(out, body);
    }
  }

  private void drip(OutputStream out, byte[] body) throws IOException {
    head(out, "200 OK", body.length);
    for (byte next : body) {
      send(out, new byte[] {next}, 1);
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
  }

  private void keepLine() {
    while (!door.isClosed()) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private void whole(OutputStream out, byte[] body) throws IOException {
    head(out, "200 OK", body.length);
    send(out, body, body.length);
  }

  private void send(OutputStream out, byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
    out.flush();
    sent.addAndGet(length);
  }

  private static void head(OutputStream out, String status, long length) throws IOException {
    String head =
        "HTTP/1.1 %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n".formatted(status, length);
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
