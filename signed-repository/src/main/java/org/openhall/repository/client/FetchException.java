package org.openhall.repository.client;

import java.io.IOException;

/** A file could not be brought over: the line or the server is at fault, not the content. */
public class FetchException extends IOException {
  private static final long serialVersionUID = 1L;
  private final String path;

  public FetchException(String path, String message, Throwable cause) {
    super(message, cause);
    this.path = path;
  }

  public FetchException(String path, String message) {
    super(message);
    this.path = path;
  }

  /** The path that was asked for. */
  public String path() {
    return path;
  }

  /** The server answered that it does not have the file. */
  public static final class NotFound extends FetchException {
    private static final long serialVersionUID = 1L;

    public NotFound(String path, String where) {
      super(path, "%s does not have %s".formatted(where, path));
    }
  }
}
