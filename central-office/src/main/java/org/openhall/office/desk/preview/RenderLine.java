package org.openhall.office.desk.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A drawing program that listens: to it, and from it. */
interface RenderLine extends AutoCloseable {
  /** Where the order goes; closing it ends the order. */
  OutputStream out() throws IOException;

  /** Where pictures come from. */
  InputStream in() throws IOException;

  /** Ends it, whatever it does; who reads meets the end of the stream, or an error. */
  @Override
  void close();

  /** One that systemd starts for this call, within walls of its own. */
  static RenderLine ofUnit(Path socket) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(socket));
    return new Unit(channel);
  }

  /** One that this office started. */
  static RenderLine of(Process process) {
    return new Child(process);
  }

  /** By systemd. */
  record Unit(SocketChannel channel) implements RenderLine {
    @Override
    public OutputStream out() {
      OutputStream all = Channels.newOutputStream(channel);
      return new java.io.FilterOutputStream(all) {
        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
          channel.shutdownOutput();
        }
      };
    }

    @Override
    public InputStream in() {
      return Channels.newInputStream(channel);
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  /** A child of the office. */
  record Child(Process process) implements RenderLine {
    private static final int TRIES = 100;
    private static final Duration PAUSE = Duration.ofMillis(20);

    @Override
    public OutputStream out() {
      return process.getOutputStream();
    }

    @Override
    public InputStream in() {
      return process.getInputStream();
    }

    /**
     * Bubblewrap ends with what it stands around. Killed before that is ready it would leave it
     * behind, waiting for ever and holding this line open.
     */
    @Override
    public void close() {
      for (int i = 0; i < TRIES && process.isAlive(); i++) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      process.destroyForcibly();
    }
  }
}
