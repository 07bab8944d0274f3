package org.openhall.office.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.openhall.repository.metadata.Sha256;

/**
 * Small files of a folder, kept in memory for as long as they lie there unchanged: each question
 * looks at the file's attributes, and reads it where these are others than before.
 */
final class SmallFiles {
  /** Bytes of a file that is kept: all metadata, and the delta of a usual release. */
  static final int LARGEST = 1 << 20;

  /** Bytes of all that are kept; beyond it begins anew, as a new release brings other files. */
  private static final long MOST = 48L << 20;

  private final Path folder;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();
  private final AtomicLong size = new AtomicLong();

  SmallFiles(Path folder) {
    this.folder = folder;
  }

  /** What was found. */
  sealed interface Found {}

  /** A file, with what tells whether it has changed on the disk. */
  static final class Kept implements Found {
    private final Object stamp;
    private final byte[] bytes;
    private final String tag;

    private Kept(Object stamp, byte[] bytes) {
      this.stamp = stamp;
      this.bytes = bytes;
      this.tag = '"' + Sha256.hex(bytes) + '"';
    }

    /** Its strong entity tag, in quotes. */
    String tag() {
      return tag;
    }

    int length() {
      return bytes.length;
    }

    void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }
  }

  /** There is no such file. */
  record Absent() implements Found {}

  /** It is there, and not small; or it is no file. */
  record TooLarge() implements Found {}

  /**
   * A file as it lies there now.
   *
   * @param path below the folder, which the caller has found harmless
   */
  Found find(String path) throws IOException {
    Path file = folder.resolve(path);
    try {
      BasicFileAttributes there = Files.readAttributes(file, BasicFileAttributes.class);
      if (!there.isRegularFile() || there.size() > LARGEST) {
        return new TooLarge();
      }
      Object stamp =
          List.of(there.lastModifiedTime(), there.size(), String.valueOf(there.fileKey()));
      Kept before = kept.get(path);
      return before != null && before.stamp.equals(stamp) ? before : read(path, file, stamp);
    } catch (NoSuchFileException e) {
      return new Absent();
    } catch (FileSystemException e) {
      return new TooLarge(); // a name that is too long: no trouble of this machine's
    }
  }

  /** Where the file is replaced meanwhile, the older stamp has the next question read it again. */
  private Kept read(String path, Path file, Object stamp) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Kept now = new Kept(stamp, bytes);
    if (size.addAndGet(bytes.length) > MOST) {
      kept.clear();
      size.set(bytes.length);
    }
    kept.put(path, now);
    return now;
  }
}
