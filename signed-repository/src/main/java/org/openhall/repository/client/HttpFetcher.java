package org.openhall.repository.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Brings files over HTTP(S). Uses HttpURLConnection because it bounds the wait for every read: a
 * server that stops in the middle of a body is given up, which HttpClient of JDK 25 does not do. A
 * server that drips is given up by {@link PacedInput}.
 */
public final class HttpFetcher implements Fetcher {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration READ = Duration.ofSeconds(30);

  private final URI base;
  private final @Nullable SSLSocketFactory tls;

  /**
   * @param base {@code http} or {@code https}; paths are resolved below it
   */
  public HttpFetcher(URI base) {
    this(base, null);
  }

  /**
   * @param tls how {@code https} proves both ends, or null for the platform's own way
   */
  public HttpFetcher(URI base, @Nullable SSLSocketFactory tls) {
    String text = base.toString();
    this.base = text.endsWith("/") ? base : URI.create(text + "/");
    this.tls = tls;
  }

  @Override
  public InputStream fetch(String path) throws FetchException {
    return fetch(path, 0);
  }

  @Override
  public InputStream fetch(String path, long offset) throws FetchException {
    try {
      HttpURLConnection connection = connect(path);
      if (offset > 0) {
        connection.setRequestProperty("Range", "bytes=" + offset + "-");
      }
      InputStream body = new PacedInput(path, body(path, connection), System::nanoTime);
      if (offset > 0 && connection.getResponseCode() == HttpURLConnection.HTTP_OK) {
        body.skipNBytes(offset); // a server without ranges sends the whole
      }
      return new LineInput(path, body);
    } catch (FetchException e) {
      throw e;
    } catch (IOException e) {
      throw new FetchException(path, "%s cannot be reached: %s".formatted(base, e.getMessage()), e);
    }
  }

  private HttpURLConnection connect(String path) throws IOException {
    URLConnection connection = URI.create(base + path).toURL().openConnection();
    if (!(connection instanceof HttpURLConnection http)) {
      throw new IOException("not an HTTP address");
    }
    if (tls != null && http instanceof HttpsURLConnection https) {
      https.setSSLSocketFactory(tls);
    }
    http.setConnectTimeout((int) CONNECT.toMillis());
    http.setReadTimeout((int) READ.toMillis());
    http.setUseCaches(false);
    return http;
  }

  private InputStream body(String path, HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    return switch (status) {
      case HttpURLConnection.HTTP_OK, HttpURLConnection.HTTP_PARTIAL -> connection.getInputStream();
      case HttpURLConnection.HTTP_NOT_FOUND ->
          throw new FetchException.NotFound(path, base.toString());
      default ->
          throw new FetchException(path, "%s answered %d for %s".formatted(base, status, path));
    };
  }
}
