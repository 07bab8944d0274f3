package org.openhall.simulator.printer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Optional;

/** One connection of a host to the printer. Once it is broken, reads end and writes are lost. */
final class Connection implements Host {

  private final Socket socket;
  private final RealTime realTime = new RealTime();
  private volatile boolean automaticStatus;

  Connection(Socket socket) {
    this.socket = socket;
  }

  /** Reads what comes; returns -1 at the end, however it came. */
  int read(byte[] buffer) {
    try {
      return socket.getInputStream().read(buffer);
    } catch (IOException e) {
      return -1;
    }
  }

  /** The real-time command that this byte completes. */
  Optional<RealTime.Request> request(byte next) {
    return realTime.take(next);
  }

  @Override
  public void send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      close();
    }
  }

  @Override
  public void automaticStatus(boolean on) {
    automaticStatus = on;
  }

  boolean wantsAutomaticStatus() {
    return automaticStatus;
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("A connection to the printer cannot be closed", e);
    }
  }
}
