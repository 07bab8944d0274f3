package org.openhall.device.transport;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.openhall.device.DeviceHealth.Detail;

/**
 * A line over TCP. Non-blocking with a selector, because a blocking socket has no time limit for
 * writing, and a printer without paper stops taking bytes.
 */
final class TcpLine implements Line {

  private static final Duration STALLED = Duration.ofSeconds(5);

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final String name;

  TcpLine(SocketChannel channel, String name) throws IOException {
    this.channel = channel;
    this.name = name;
    channel.configureBlocking(false);
    selector = Selector.open();
    key = channel.register(selector, 0);
  }

  @Override
  public int read(byte[] buffer, int offset, Duration timeout) throws DeviceFaultException {
    ByteBuffer into = ByteBuffer.wrap(buffer, offset, buffer.length - offset);
    try {
      int count = channel.read(into);
      if (count == 0 && !timeout.isZero() && await(SelectionKey.OP_READ, timeout)) {
        count = channel.read(into);
      }
      if (count < 0) {
        throw new DeviceFaultException(Detail.LINE_LOST, name + " closed the connection");
      }
      return count;
    } catch (DeviceFaultException e) {
      throw e;
    } catch (IOException | ClosedSelectorException e) {
      throw lost(e);
    }
  }

  @Override
  public void write(byte[] bytes) throws DeviceFaultException {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    try {
      while (from.hasRemaining()) {
        if (channel.write(from) == 0 && !await(SelectionKey.OP_WRITE, STALLED)) {
          throw new DeviceFaultException(Detail.LINE_LOST, name + " takes no more bytes");
        }
      }
    } catch (DeviceFaultException e) {
      throw e;
    } catch (IOException | ClosedSelectorException e) {
      throw lost(e);
    }
  }

  @Override
  public void wake() {
    selector.wakeup();
  }

  @Override
  public void close() {
    closeQuietly(channel);
    closeQuietly(selector);
  }

  /** Closing a socket fails only where the line is gone anyway. */
  static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      System.getLogger(TcpLine.class.getName()).log(System.Logger.Level.DEBUG, "at closing", e);
    }
  }

  private boolean await(int operation, Duration timeout) throws IOException {
    if (!key.isValid()) {
      throw new IOException("closed");
    }
    key.interestOps(operation);
    selector.select(Math.max(1, timeout.toMillis()));
    boolean ready = !selector.selectedKeys().isEmpty();
    selector.selectedKeys().clear();
    return ready;
  }

  private DeviceFaultException lost(Exception cause) {
    return new DeviceFaultException(Detail.LINE_LOST, name + " was lost", cause);
  }
}
