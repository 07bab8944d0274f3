package org.openhall.repository.client;

import java.io.IOException;
import java.time.Duration;

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

  /** The server asked to be left alone for a while (status 429 or 503). */
  public static final class Busy extends FetchException {
    private static final long serialVersionUID = 1L;
    private final Duration wait;

    /**
     * @param wait how long, 0 where it did not say
     */
    public Busy(String path, String message, Duration wait) {
      super(path, message);
      this.wait = wait;
    }

    public Duration waitAsked() {
      return wait;
    }
  }

  /** Nobody is at fault: the one who fetches wanted to stop, and no other place is to be asked. */
  public static class Stopped extends FetchException {
    private static final long serialVersionUID = 1L;

    public Stopped(String path, String why) {
      super(path, why);
    }
  }
}
