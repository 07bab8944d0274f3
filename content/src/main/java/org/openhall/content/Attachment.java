package org.openhall.content;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that goes with a record (附件): its bytes travel apart and are known by their hash.
 *
 * @param name file name as shown, e.g. {@code 居民身份证申领登记表.pdf}
 * @param mediaType e.g. {@code application/pdf}
 * @param length bytes, 0 and up
 * @param sha256 64 lower-case hex digits
 * @param pages pages of a PDF, or null where it has none or nobody counted them
 */
public record Attachment(
    String name, String mediaType, long length, String sha256, @Nullable Integer pages) {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** Refuses a hash that could name another file than one by its hash, and a negative length. */
  public Attachment {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("sha256 must be 64 lower-case hex digits");
    }
    if (length < 0) {
      throw new IllegalArgumentException("length must not be negative");
    }
  }

  /** Where its bytes lie in a signed repository, and below the data folder of a terminal. */
  public String target() {
    return "files/" + sha256;
  }
}
