package org.openhall.repository.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.RepositoryException.Mismatch;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.storage.FileDigest;
import org.openhall.repository.storage.Storage;

/**
 * Brings one target to the disk. The file gets its name only when length and hash are right; until
 * then it grows under the temporary name, from which an interrupted download goes on.
 */
final class TargetDownload {
  private final TargetFile target;
  private final Path file;
  private final Path part;
  private final Storage storage;

  TargetDownload(TargetFile target, Path file, Storage storage) {
    this.target = target;
    this.file = file;
    this.part = Storage.temporaryFor(file);
    this.storage = storage;
  }

  Path run(Fetcher fetcher, String path) throws RepositoryException, IOException {
    if (isWhole(file)) {
      return file;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    boolean resumed = Files.exists(part) && Files.size(part) < target.length();
    if (!resumed) {
      Files.deleteIfExists(part);
    }
    append(fetcher, path);
    if (resumed && !isWhole(part)) {
      // What an earlier run left was not the beginning of this file: once more from the start.
      Files.delete(part);
      append(fetcher, path);
    }
    check();
    storage.move(part, file);
    return file;
  }

  /** Adds what is missing, and at most one byte more than promised, by which excess shows. */
  private void append(Fetcher fetcher, String path) throws IOException {
    long present = Files.exists(part) ? Files.size(part) : 0;
    try (InputStream in = fetcher.fetch(path, present);
        OutputStream out = storage.append(part)) {
      byte[] buffer = new byte[1 << 16];
      long missing = target.length() + 1 - present;
      while (missing > 0) {
        int count = in.read(buffer, 0, (int) Math.min(buffer.length, missing));
        if (count < 0) {
          return;
        }
        out.write(buffer, 0, count);
        missing -= count;
      }
    }
  }

  private void check() throws RepositoryException, IOException {
    long length = Files.size(part);
    try {
      if (length != target.length()) {
        String found = length > target.length() ? "more" : Long.toString(length);
        throw new Mismatch(target.name(), "length", target.length(), found);
      }
      FileDigest.check(part, target.name(), target.hashes());
    } catch (Mismatch e) {
      Files.delete(part);
      throw e;
    }
  }

  private boolean isWhole(Path candidate) throws IOException {
    if (!Files.exists(candidate) || Files.size(candidate) != target.length()) {
      return false;
    }
    try {
      FileDigest.check(candidate, target.name(), target.hashes());
      return true;
    } catch (Mismatch e) {
      return false;
    }
  }
}
