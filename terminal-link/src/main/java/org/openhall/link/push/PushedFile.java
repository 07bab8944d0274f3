package org.openhall.link.push;

import java.util.Objects;
import java.util.regex.Pattern;
import org.openhall.link.Base64Bytes;

/**
 * A file of the signed repository.
 *
 * @param path below the repository's own folder: {@code metadata/…} or {@code targets/…}, at most
 *     200 signs
 * @param bytes as they lie there
 */
public record PushedFile(String path, Base64Bytes bytes) {
  private static final int LONGEST_PATH = 200;
  private static final Pattern PATH = Pattern.compile("(metadata|targets)(/\\w[\\w.-]*)+");

  /**
   * A file.
   *
   * @throws IllegalArgumentException where the path is none of a repository
   */
  public PushedFile {
    Objects.requireNonNull(bytes, "bytes");
    if (path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
      throw new IllegalArgumentException("no path of a repository");
    }
  }

  public static PushedFile of(String path, byte[] bytes) {
    return new PushedFile(path, Base64Bytes.of(bytes));
  }
}
