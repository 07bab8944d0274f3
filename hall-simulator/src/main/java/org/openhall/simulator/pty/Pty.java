package org.openhall.simulator.pty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A pseudo terminal under a stable path: what another program writes to the path is read here, and
 * the other way round. The far end is kept open here too, so that a program may come and go.
 */
public final class Pty implements AutoCloseable {

  /** How long a line that nobody reads may hold up an answer before the rest of it is lost. */
  private static final int WRITE_TIMEOUT_MILLIS = 500;

  private final int master;
  private final int slave;
  private final Path link;

  private Pty(int master, int slave, Path link) {
    this.master = master;
    this.slave = slave;
    this.link = link;
  }

  /**
   * Makes one, raw at 115,200 baud.
   *
   * @param link the stable path, made a symbolic link to the pseudo terminal
   * @throws IOException where something else stands there, or the system has no pseudo terminal to
   *     give
   */
  public static Pty openAt(Path link) throws IOException {
    if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
      throw new IOException(link + " is in the way of an emulated device's link. Move it away.");
    }
    int master = Posix.openMaster();
    String path = Posix.slavePath(master);
    Pty pty = new Pty(master, Posix.openRawSlave(path), link);
    Path fresh = link.resolveSibling(link.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createSymbolicLink(fresh, Path.of(path));
    Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
    return pty;
  }

  /** Reads what comes within the time; returns 0 when nothing did. */
  public int read(byte[] buffer, int timeoutMillis) throws IOException {
    return Posix.await(master, Posix.READABLE, timeoutMillis) ? Posix.read(master, buffer) : 0;
  }

  /** Writes all, or what a reader takes in time: as on a serial line, the rest is lost. */
  public void write(byte[] bytes) throws IOException {
    int written = 0;
    while (written < bytes.length && Posix.await(master, Posix.WRITABLE, WRITE_TIMEOUT_MILLIS)) {
      written += Posix.write(master, bytes, written);
    }
  }

  /** Takes the path and the line away, as when a cable is pulled. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(link);
    Posix.close(slave);
    Posix.close(master);
  }
}
