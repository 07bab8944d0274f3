package org.openhall.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A small JSON file that is replaced as a whole: readers see the old or the new content, also after
 * a power cut. One writer at a time.
 *
 * @param <T> what it holds
 */
public final class JsonFile<T> {
  /** Bytes of a file, at most. */
  static final int LARGEST = 1 << 20;

  private final Path folder;
  private final Path file;
  private final Class<T> type;

  /** The file {@code name} in {@code folder}, which is made when absent. */
  public JsonFile(Path folder, String name, Class<T> type) {
    this.folder = folder;
    this.file = folder.resolve(name);
    this.type = type;
  }

  /**
   * Reads the file; empty where there is none.
   *
   * @throws UnreadableFileException when it does not hold a {@code T}, or is a link, a pipe or
   *     longer than {@link #LARGEST}: another user may write into the folder
   */
  public Optional<T> read() throws IOException {
    try {
      BasicFileAttributes there =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!there.isRegularFile() || there.size() > LARGEST) {
        throw new UnreadableFileException(file);
      }
      Optional<T> value = Json.read(Files.readAllBytes(file), type);
      if (value.isEmpty()) {
        throw new UnreadableFileException(file);
      }
      return value;
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Replaces the file. Follows no link that somebody has laid in its way. */
  public void write(T value) throws IOException {
    Files.createDirectories(folder);
    Path temporary = folder.resolve("." + file.getFileName() + ".tmp");
    Files.deleteIfExists(temporary);
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer json = ByteBuffer.wrap(Json.write(value));
      while (json.hasRemaining()) {
        channel.write(json);
      }
      channel.force(true);
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folderChannel = FileChannel.open(folder, StandardOpenOption.READ)) {
      folderChannel.force(true);
    }
  }
}
