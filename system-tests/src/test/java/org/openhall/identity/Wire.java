package org.openhall.identity;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The wire between terminal and office. It passes bytes on until a moment that a test names; then
 * something happens, and what would have gone over it next is lost with its connection.
 */
final class Wire implements AutoCloseable {
  private final ServerSocketChannel server;
  private final AtomicLong up = new AtomicLong();
  private volatile int office;
  private volatile Cut cut = new Cut((_, _) -> false, () -> {});

  /** When it happens. */
  interface Moment {
    /**
     * Whether it is now.
     *
     * @param up bytes that the terminal has sent, those included that are about to be passed on
     * @param isDown whether these go to the terminal
     */
    boolean isNow(long up, boolean isDown);
  }

  private record Cut(Moment moment, Runnable what, AtomicBoolean happened) {
    Cut(Moment moment, Runnable what) {
      this(moment, what, new AtomicBoolean());
    }
  }

  Wire() throws IOException {
    server = ServerSocketChannel.open().bind(here(0));
    Thread.ofPlatform().daemon().start(this::accept);
  }

  private static InetSocketAddress here(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  int port() throws IOException {
    return ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  /** Where it leads. */
  void to(int port) {
    office = port;
  }

  /** Lets something happen at a moment from now on, once. */
  void at(Moment moment, Runnable what) {
    up.set(0);
    cut = new Cut(moment, what);
  }

  /** Whether it has happened. */
  boolean hasHappened() {
    return cut.happened().get();
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel terminal = server.accept();
        try {
          SocketChannel far = SocketChannel.open(here(office));
          Thread.ofPlatform().daemon().start(() -> pass(terminal, far, false));
          Thread.ofPlatform().daemon().start(() -> pass(far, terminal, true));
        } catch (IOException e) {
          terminal.close(); // the office is away
        }
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  private void pass(SocketChannel from, SocketChannel to, boolean isDown) {
    ByteBuffer bytes = ByteBuffer.allocate(4096);
    try (from;
        to) {
      while (from.read(bytes.clear()) >= 0) {
        long sent = isDown ? up.get() : up.addAndGet(bytes.position());
        if (happens(sent, isDown)) {
          return;
        }
        bytes.flip();
        while (bytes.hasRemaining()) {
          to.write(bytes);
        }
      }
    } catch (IOException e) {
      // one of the two has ended
    }
  }

  private synchronized boolean happens(long sent, boolean isDown) {
    if (hasHappened() || !cut.moment().isNow(sent, isDown)) {
      return false;
    }
    cut.happened().set(true);
    cut.what().run();
    return true;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
