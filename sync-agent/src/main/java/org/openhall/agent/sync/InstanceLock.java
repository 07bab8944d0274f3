package org.openhall.agent.sync;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps a second agent away from a data folder, as long as this process lives. The file {@code
 * agent.lock} holds the process number of the owner and stays when the lock is gone. Whoever drops
 * the object drops the lock.
 */
public final class InstanceLock implements Closeable {
  private final FileChannel channel;

  private InstanceLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock; empty when another agent has it. Makes the folder when absent. */
  public static Optional<InstanceLock> take(Path data) throws IOException {
    Files.createDirectories(data);
    FileChannel channel =
        FileChannel.open(file(data), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      return Optional.empty();
    }
    channel.truncate(0);
    String owner = Long.toString(ProcessHandle.current().pid());
    channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.US_ASCII)), 0);
    return Optional.of(new InstanceLock(channel));
  }

  /** Process number of the agent that has the lock, as far as it can be read. */
  public static String owner(Path data) throws IOException {
    return Files.readString(file(data), StandardCharsets.US_ASCII);
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null; // held until the channel is closed
    } catch (OverlappingFileLockException e) {
      return false; // this very process has it already
    }
  }

  private static Path file(Path data) {
    return data.resolve("agent.lock");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
