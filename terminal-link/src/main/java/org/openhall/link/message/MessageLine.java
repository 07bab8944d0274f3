package org.openhall.link.message;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One conversation over the local socket: each message is its length in four bytes and as many
 * bytes of JSON, at most {@link #LARGEST}. It ends at its time limit, or at once when another
 * thread closes it: whoever waits then gets an {@link IOException}.
 */
public final class MessageLine implements AutoCloseable {
  /** Bytes of a message: an envelope of the largest size, and what is around it. */
  public static final int LARGEST = 128 * 1024;

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey registered;
  private final long end;

  /**
   * @param channel taken over
   * @param limit until all must have been said
   */
  public MessageLine(SocketChannel channel, Duration limit) throws IOException {
    this.channel = channel;
    this.end = System.nanoTime() + limit.toNanos();
    channel.configureBlocking(false);
    this.selector = Selector.open();
    this.registered = channel.register(selector, 0);
  }

  /** The socket of a terminal: the agent makes it, the kiosk's user may use it. */
  public static Path socket(Path dataDir) {
    return dataDir.resolve("link").resolve("agent.sock");
  }

  /** Calls the agent; fails at once where nobody listens. */
  public static MessageLine connect(Path dataDir, Duration limit) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(socket(dataDir)));
      return new MessageLine(channel, limit);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Says something. */
  public void send(byte[] message) throws IOException {
    ByteBuffer framed = ByteBuffer.allocate(Integer.BYTES + message.length);
    framed.putInt(message.length).put(message).flip();
    while (framed.hasRemaining()) {
      if (channel.write(framed) == 0) {
        await(SelectionKey.OP_WRITE);
      }
    }
  }

  /** Hears the next message. */
  public byte[] receive() throws IOException {
    int length = read(Integer.BYTES).getInt();
    if (length < 0 || length > LARGEST) {
      throw new IOException("a message of %d bytes".formatted(length));
    }
    return read(length).array();
  }

  private ByteBuffer read(int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      int read = channel.read(bytes);
      if (read < 0) {
        throw new EOFException("the other side has ended");
      }
      if (read == 0) {
        await(SelectionKey.OP_READ);
      }
    }
    return bytes.flip();
  }

  private void await(int what) throws IOException {
    long millis = (end - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      throw new SocketTimeoutException("nothing was said in time");
    }
    try {
      registered.interestOps(what);
      selector.select(millis);
      selector.selectedKeys().clear();
    } catch (CancelledKeyException | ClosedSelectorException e) {
      throw new EOFException("closed");
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    selector.close();
  }
}
