package org.openhall.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A small JSON file that is replaced as a whole: readers see the old or the new content, also after
 * a power cut. One writer at a time.
 *
 * @param <T> what it holds
 */
public final class JsonFile<T> {
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
   * @throws UnreadableFileException when it does not hold a {@code T}
   */
  public Optional<T> read() throws IOException {
    try {
      Optional<T> value = Json.read(Files.readAllBytes(file), type);
      if (value.isEmpty()) {
        throw new UnreadableFileException(file);
      }
      return value;
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Replaces the file. */
  public void write(T value) throws IOException {
    Files.createDirectories(folder);
    Path temporary = folder.resolve("." + file.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
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
