package org.openhall.office.database;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * That servers run on a data folder, by a lock of {@code serve.lock} which ends with them; any
 * number of them, or one who needs that there is none.
 */
public final class Running implements Closeable {
  private final FileChannel channel;

  private Running(FileChannel channel) {
    this.channel = channel;
  }

  /** A server begins; it waits for who needs that there is none. */
  public static Running server(Path dataDir) throws IOException {
    FileChannel channel = open(dataDir);
    channel.lock(0, Long.MAX_VALUE, true);
    return new Running(channel);
  }

  /** No server runs, and none begins before this is closed; empty while one runs. */
  public static Optional<Running> none(Path dataDir) throws IOException {
    FileChannel channel = open(dataDir);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new Running(channel));
      }
    } catch (OverlappingFileLockException e) {
      // one of this very program
    }
    channel.close();
    return Optional.empty();
  }

  private static FileChannel open(Path dataDir) throws IOException {
    Files.createDirectories(dataDir);
    return FileChannel.open(
        dataDir.resolve("serve.lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
