package org.openhall.simulator.printer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/**
 * The printer's line: a TCP port of this machine, one connection at a time, which can be cut like a
 * cable, at once or after so many bytes. While it is cut nobody can connect.
 */
final class PrinterLine implements AutoCloseable {

  private static final int BACKLOG = 8;

  /** What the line tells the printer. All calls come from the line's thread. */
  interface Receiver {

    /** A host has connected. */
    void opened(Connection connection);

    /** Bytes came; the buffer belongs to the line. */
    void received(Connection connection, byte[] buffer, int count);

    /** The connection is over. */
    void closed(Connection connection);
  }

  private final Receiver receiver;
  private final Thread thread;
  private int port;
  private @Nullable ServerSocket server;
  private @Nullable Connection current;
  private long bytesUntilCut = Long.MAX_VALUE;
  private boolean closing;

  PrinterLine(int port, Receiver receiver) {
    this.port = port;
    this.receiver = receiver;
    this.thread = Thread.ofPlatform().name("printer-line").unstarted(this::serve);
  }

  /**
   * Opens the port.
   *
   * @throws IOException which says what to do where the port is in use
   */
  void start() throws IOException {
    mend();
    thread.start();
  }

  synchronized int port() {
    return port;
  }

  synchronized boolean isCut() {
    return server == null;
  }

  synchronized boolean isConnected() {
    return current != null;
  }

  /** Lets this many bytes more through, then cuts the line; 0 cuts at once. */
  synchronized void cutAfter(long bytes) {
    bytesUntilCut = bytes;
    if (bytes == 0) {
      cut();
    }
  }

  /** Opens the port again where the line was cut, and forgets a cut that was to come. */
  synchronized void mend() throws IOException {
    bytesUntilCut = Long.MAX_VALUE;
    if (server == null) {
      server = bound(port);
      port = server.getLocalPort();
      notifyAll();
    }
  }

  private static ServerSocket bound(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
      return socket;
    } catch (BindException e) {
      socket.close();
      throw new IOException(
          "The printer's port "
              + port
              + " is in use by another program. Choose another with"
              + " --printer-port, or 0 for any.",
          e);
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closing = true;
      cut();
      notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void cut() {
    if (server != null) {
      closeQuietly(server);
      server = null;
    }
    if (current != null) {
      current.close();
    }
  }

  /** What is cut need not say goodbye. */
  private static void closeQuietly(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The printer's port cannot be closed", e);
    }
  }

  private void serve() {
    try {
      for (ServerSocket open = awaitOpen(); open != null; open = awaitOpen()) {
        serveNext(open);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable ServerSocket awaitOpen() throws InterruptedException {
    while (server == null && !closing) {
      wait();
    }
    return server;
  }

  private void serveNext(ServerSocket open) {
    Connection connection;
    try {
      connection = new Connection(open.accept());
    } catch (IOException e) {
      return; // the line was cut while it waited
    }
    if (!adopt(connection)) {
      return;
    }
    receiver.opened(connection);
    byte[] buffer = new byte[4096];
    for (int count = connection.read(buffer); count > 0; count = connection.read(buffer)) {
      receiver.received(connection, buffer, allowed(count));
      cutIfDue();
    }
    connection.close();
    release();
    receiver.closed(connection);
  }

  private synchronized boolean adopt(Connection connection) {
    if (server == null) {
      connection.close();
      return false;
    }
    current = connection;
    return true;
  }

  private synchronized void release() {
    current = null;
  }

  private synchronized int allowed(int count) {
    int through = (int) Math.min(count, bytesUntilCut);
    if (bytesUntilCut != Long.MAX_VALUE) {
      bytesUntilCut -= through;
    }
    return through;
  }

  private synchronized void cutIfDue() {
    if (bytesUntilCut == 0) {
      cut();
    }
  }
}
