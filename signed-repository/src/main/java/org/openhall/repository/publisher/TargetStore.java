package org.openhall.repository.publisher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.openhall.repository.metadata.Sha256;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.storage.FileDigest;
import org.openhall.repository.storage.Storage;

/** The folder of published files, each under a name that begins with its hash. */
final class TargetStore {
  private final Path folder;
  private final Storage storage;

  TargetStore(Path folder, Storage storage) {
    this.folder = folder;
    this.storage = storage;
  }

  /** Whether it has to be copied in: what an earlier release published is not written again. */
  boolean lacks(String name, Path source) throws IOException {
    return !isThere(new TargetFile(name, Files.size(source), FileDigest.sha256(source)));
  }

  Path file(TargetFile target) {
    return folder.resolve(target.consistentPath());
  }

  private boolean isThere(TargetFile target) throws IOException {
    Path file = file(target);
    return Files.exists(file)
        && Files.size(file) == target.length()
        && FileDigest.sha256(file).equals(target.sha256());
  }

  /**
   * Copies a file in and hashes the very bytes that are written, in one pass: a source that changes
   * meanwhile cannot be published under another file's hash.
   */
  void add(String name, Path source) throws IOException {
    Path temporary = Storage.temporaryFor(folder.resolve(name));
    Files.createDirectories(temporary.getParent());
    Files.deleteIfExists(temporary);
    MessageDigest digest = Sha256.digest();
    long length;
    try (InputStream in = Files.newInputStream(source);
        OutputStream out = new DigestOutputStream(storage.append(temporary), digest)) {
      length = in.transferTo(out);
    }
    TargetFile target = new TargetFile(name, length, Sha256.hex(digest, new byte[0]));
    storage.move(temporary, file(target));
  }
}
