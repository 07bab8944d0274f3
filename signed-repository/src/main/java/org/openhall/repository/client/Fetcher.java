package org.openhall.repository.client;

import java.io.IOException;
import java.io.InputStream;

/** Brings files of a repository over, without judging them. Reading may throw FetchException. */
@FunctionalInterface
public interface Fetcher {

  /**
   * Opens a file from its first byte.
   *
   * @param path relative to where this fetcher stands, {@code /} between segments, each in {@link
   *     org.openhall.repository.metadata.PercentEncoding}
   * @throws FetchException.NotFound where the file does not exist
   */
  InputStream fetch(String path) throws FetchException;

  /** Opens a file from byte {@code offset} on, to go on with a broken download. */
  default InputStream fetch(String path, long offset) throws FetchException {
    InputStream in = fetch(path);
    try {
      in.skipNBytes(offset);
      return in;
    } catch (IOException e) {
      throw new FetchException(path, "%s ends before byte %d".formatted(path, offset), e);
    }
  }

  /** The same source, standing in one of its folders. */
  default Fetcher in(String folder) {
    Fetcher outer = this;
    return new Fetcher() {
      @Override
      public InputStream fetch(String path) throws FetchException {
        return outer.fetch(folder + "/" + path);
      }

      @Override
      public InputStream fetch(String path, long offset) throws FetchException {
        return outer.fetch(folder + "/" + path, offset);
      }
    };
  }
}
