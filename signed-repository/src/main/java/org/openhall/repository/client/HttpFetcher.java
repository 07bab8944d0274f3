package org.openhall.repository.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.repository.metadata.TopRole;

/**
 * Brings files over HTTP(S). What a server may do is bounded: every read has an end, a server that
 * drips is given up by {@link PacedInput}, redirects are followed a few times and never to another
 * server. The timestamp, the one file that changes under its name, is asked for conditionally. Any
 * thread.
 */
public final class HttpFetcher implements Fetcher {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int TEMPORARY_REDIRECT = 307;
  private static final int PERMANENT_REDIRECT = 308;
  private static final int MOST_REDIRECTS = 5;

  /** What is read of the page that comes with an error, so that its connection can be used on. */
  private static final int ERROR_PAGE = 16_384;

  private final URI base;
  private final HttpRoute route;
  private final Throttle throttle;
  private volatile @Nullable RememberedFile timestamp;

  /**
   * @param base {@code http} or {@code https}; paths are resolved below it
   */
  public HttpFetcher(URI base) {
    this(base, HttpRoute.direct(), Throttle.NONE);
  }

  /**
   * @param route how the server is reached
   * @param throttle how fast bodies are read
   */
  public HttpFetcher(URI base, HttpRoute route, Throttle throttle) {
    String text = base.toString();
    this.base = text.endsWith("/") ? base : URI.create(text + "/");
    this.route = route;
    this.throttle = throttle;
  }

  @Override
  public InputStream fetch(String path) throws FetchException {
    return fetch(path, 0);
  }

  @Override
  public InputStream fetch(String path, long offset) throws FetchException {
    try {
      return isTimestamp(path) && offset == 0 ? conditional(path) : plain(path, offset);
    } catch (FetchException e) {
      throw e;
    } catch (IOException e) {
      throw new FetchException(path, "%s cannot be reached: %s".formatted(base, e.getMessage()), e);
    }
  }

  private static boolean isTimestamp(String path) {
    String name = TopRole.TIMESTAMP.fileName();
    return path.equals(name) || path.endsWith("/" + name);
  }

  private InputStream plain(String path, long offset) throws IOException {
    HttpURLConnection answered =
        answered(
            path,
            asked -> {
              if (offset > 0) {
                asked.setRequestProperty("Range", "bytes=" + offset + "-");
              }
            });
    InputStream body = body(path, answered);
    if (offset > 0 && answered.getResponseCode() == HttpURLConnection.HTTP_OK) {
      body.skipNBytes(offset); // a server without ranges sends the whole
    } else if (offset > 0) {
      requireStart(path, answered, offset);
    }
    return body;
  }

  /** The same bytes again where the server says that they are the newest. */
  private InputStream conditional(String path) throws IOException {
    RememberedFile known = timestamp;
    HttpURLConnection answered =
        answered(
            path,
            asked -> {
              if (known != null && known.path().equals(path)) {
                known.ask(asked);
              }
            });
    if (known != null && answered.getResponseCode() == HttpURLConnection.HTTP_NOT_MODIFIED) {
      drain(answered);
      return new ByteArrayInputStream(known.content());
    }
    InputStream body = body(path, answered);
    byte[] content = body.readNBytes(RememberedFile.LARGEST + 1);
    timestamp = RememberedFile.of(path, answered, content).orElse(null);
    return new SequenceInputStream(new ByteArrayInputStream(content), body);
  }

  private interface Question {
    void prepare(HttpURLConnection asked);
  }

  /** Follows the redirects to what is a final answer. */
  private HttpURLConnection answered(String path, Question question) throws IOException {
    URI address = URI.create(base + path);
    for (int redirect = 0; redirect <= MOST_REDIRECTS; redirect++) {
      HttpURLConnection asked = route.open(address);
      question.prepare(asked);
      Optional<URI> elsewhere = redirection(path, address, asked);
      if (elsewhere.isEmpty()) {
        return asked;
      }
      drain(asked);
      address = elsewhere.get();
    }
    throw new FetchException(
        path, "%s redirects more than %d times for %s".formatted(base, MOST_REDIRECTS, path));
  }

  private Optional<URI> redirection(String path, URI address, HttpURLConnection asked)
      throws IOException {
    return switch (asked.getResponseCode()) {
      case HttpURLConnection.HTTP_MOVED_PERM,
          HttpURLConnection.HTTP_MOVED_TEMP,
          HttpURLConnection.HTTP_SEE_OTHER,
          TEMPORARY_REDIRECT,
          PERMANENT_REDIRECT ->
          Optional.of(sameServer(path, address, asked.getHeaderField("Location")));
      default -> Optional.empty();
    };
  }

  private URI sameServer(String path, URI address, @Nullable String location)
      throws FetchException {
    try {
      URI target = address.resolve(new URI(location == null ? "" : location));
      if (server(target).equals(server(base))) {
        return target;
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new FetchException(
        path,
        "%s redirects %s to another server (%s), which is not followed"
            .formatted(base, path, location));
  }

  private static String server(URI address) {
    return (address.getScheme() + "://" + address.getRawAuthority()).toLowerCase(Locale.ROOT);
  }

  private InputStream body(String path, HttpURLConnection answered) throws IOException {
    int status = answered.getResponseCode();
    if (status == HttpURLConnection.HTTP_OK || status == HttpURLConnection.HTTP_PARTIAL) {
      InputStream paced = new PacedInput(path, answered.getInputStream(), System::nanoTime);
      return throttle.on(new LineInput(path, paced));
    }
    drain(answered);
    throw switch (status) {
      case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_GONE ->
          new FetchException.NotFound(path, base.toString());
      case TOO_MANY_REQUESTS, HttpURLConnection.HTTP_UNAVAILABLE ->
          new FetchException.Busy(path, refusal(path, status), RetryAfter.of(answered));
      default -> new FetchException(path, refusal(path, status));
    };
  }

  private String refusal(String path, int status) {
    return "%s answered %d for %s".formatted(base, status, path);
  }

  /** Another part than the one that was asked for would end up in the wrong place. */
  private void requireStart(String path, HttpURLConnection answered, long offset)
      throws FetchException {
    String range = answered.getHeaderField("Content-Range");
    if (range == null || !range.startsWith("bytes " + offset + "-")) {
      throw new FetchException(
          path, "%s sent %s of %s, not byte %d on".formatted(base, range, path, offset));
    }
  }

  private static void drain(HttpURLConnection answered) throws IOException {
    InputStream page =
        answered.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
            ? answered.getInputStream()
            : answered.getErrorStream();
    if (page != null) {
      try (page) {
        page.readNBytes(ERROR_PAGE);
      }
    }
  }
}
