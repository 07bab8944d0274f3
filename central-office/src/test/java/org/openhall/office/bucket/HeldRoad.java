package org.openhall.office.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A road to a server on which requests can be held on their way, as long as a test wants. */
public final class HeldRoad implements AutoCloseable {
  private static final Duration HANGS = Duration.ofMinutes(10);

  private final ServerSocket door;
  private final URI server;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private String method = "";
  private int stillPass = Integer.MAX_VALUE;
  private int held;

  private HeldRoad(ServerSocket door, URI server) {
    this.door = door;
    this.server = server;
  }

  public static HeldRoad to(URI server) throws IOException {
    HeldRoad road = new HeldRoad(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
    Thread.ofVirtual().start(road::lead);
    return road;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** Holds requests of a method ("" of any), once so many of them have passed. */
  public synchronized void hold(String ofMethod, int afterSoMany) {
    method = ofMethod;
    stillPass = afterSoMany;
  }

  public synchronized void open() {
    hold("", Integer.MAX_VALUE);
    notifyAll();
  }

  public synchronized boolean isHolding() {
    return held > 0;
  }

  public synchronized void awaitHolding() throws InterruptedException {
    Instant end = Instant.now().plus(HANGS);
    while (held == 0) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("nobody came");
      }
      wait(HANGS.toMillis());
    }
  }

  private void lead() {
    try {
      while (true) {
        Socket from = door.accept();
        Socket to = new Socket(server.getHost(), server.getPort());
        sockets.add(from);
        sockets.add(to);
        Thread.ofVirtual().start(() -> pass(from, to, true));
        Thread.ofVirtual().start(() -> pass(to, from, false));
      }
    } catch (IOException e) {
      // the door was closed
    }
  }

  private void pass(Socket from, Socket to, boolean isRequest) {
    byte[] bytes = new byte[1 << 16];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        if (isRequest) {
          await(new String(bytes, 0, Math.min(n, 8), StandardCharsets.ISO_8859_1));
        }
        out.write(bytes, 0, n);
      }
    } catch (IOException e) {
      // one of the two is gone
    }
  }

  /** A request's first bytes begin with its method; of what follows it nothing does. */
  private synchronized void await(String begin) throws IOException {
    if (!begin.matches("(GET|PUT|HEAD|POST|DELETE) .*") || !begin.startsWith(method)) {
      return;
    }
    held++;
    notifyAll();
    try {
      while (stillPass == 0) {
        wait();
      }
      stillPass--;
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      held--;
    }
  }

  /** Ends every line as it is: what was held never arrives. */
  public synchronized void cut() throws IOException {
    for (Socket socket = sockets.poll(); socket != null; socket = sockets.poll()) {
      socket.close();
    }
    open();
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}
