package org.openhall.repository.client;

import java.net.HttpURLConnection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A small file as a server last sent it, with what tells whether it has changed (RFC 9110 §8.8): a
 * tag, or the date of its last change.
 */
final class RememberedFile {
  /** Bytes; the timestamp's cap. */
  static final int LARGEST = 16_384;

  /**
   * A file that had changed so shortly before it was sent may change again within the same second,
   * and neither its date nor a tag made of the date would tell (RFC 9110 §8.8.2.2).
   */
  private static final long SETTLED_MILLIS = 2_000;

  private final String path;
  private final @Nullable String tag;
  private final @Nullable String changed;
  private final byte[] content;

  private RememberedFile(
      String path, @Nullable String tag, @Nullable String changed, byte[] content) {
    this.path = path;
    this.tag = tag;
    this.changed = changed;
    this.content = content;
  }

  /** What may be asked for conditionally the next time; empty where that cannot be relied on. */
  static Optional<RememberedFile> of(String path, HttpURLConnection answered, byte[] content) {
    String tag = answered.getHeaderField("ETag");
    String changed = answered.getHeaderField("Last-Modified");
    long age = answered.getDate() - answered.getLastModified();
    boolean settled = changed == null || (answered.getDate() > 0 && age >= SETTLED_MILLIS);
    return content.length <= LARGEST && settled && (tag != null || changed != null)
        ? Optional.of(new RememberedFile(path, tag, changed, content))
        : Optional.empty();
  }

  String path() {
    return path;
  }

  byte[] content() {
    return content;
  }

  void ask(HttpURLConnection asked) {
    if (tag != null) {
      asked.setRequestProperty("If-None-Match", tag);
    }
    if (changed != null) {
      asked.setRequestProperty("If-Modified-Since", changed);
    }
  }
}
