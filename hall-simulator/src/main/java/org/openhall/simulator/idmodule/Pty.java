package org.openhall.simulator.idmodule;

import java.io.IOException;

/**
 * A pseudo terminal: what is written to the slave's path by another program is read here, and the
 * other way round. The slave is kept open here too, so that a program may come and go.
 */
final class Pty implements AutoCloseable {

  /** How long a line that nobody reads may hold up an answer before the rest of it is lost. */
  private static final int WRITE_TIMEOUT_MILLIS = 500;

  private final int master;
  private final int slave;
  private final String slavePath;

  private Pty(int master, int slave, String slavePath) {
    this.master = master;
    this.slave = slave;
    this.slavePath = slavePath;
  }

  /**
   * Makes one, raw at 115,200 baud.
   *
   * @throws IOException where the system has no pseudo terminal to give
   */
  static Pty open() throws IOException {
    int master = Posix.openMaster();
    String path = Posix.slavePath(master);
    return new Pty(master, Posix.openRawSlave(path), path);
  }

  String slavePath() {
    return slavePath;
  }

  /** Reads what comes within the time; returns 0 when nothing did. */
  int read(byte[] buffer, int timeoutMillis) throws IOException {
    return Posix.await(master, Posix.READABLE, timeoutMillis) ? Posix.read(master, buffer) : 0;
  }

  /** Writes all, or what a reader takes in time: as on a serial line, the rest is lost. */
  void write(byte[] bytes) throws IOException {
    int written = 0;
    while (written < bytes.length && Posix.await(master, Posix.WRITABLE, WRITE_TIMEOUT_MILLIS)) {
      written += Posix.write(master, bytes, written);
    }
  }

  @Override
  public void close() throws IOException {
    Posix.close(slave);
    Posix.close(master);
  }
}
