package org.openhall.repository.client;

import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * How a server is reached: directly or through a proxy, and how the ends are proved. Connections
 * are HttpURLConnections because these bound the wait for every read: a server that stops in the
 * middle of a body is given up, which HttpClient of JDK 25 does not do.
 */
public final class HttpRoute {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration READ = Duration.ofSeconds(30);
  private static final HttpRoute DIRECT = new HttpRoute(null, null);

  private final @Nullable SSLSocketFactory tls;
  private final @Nullable HttpProxy proxy;

  private HttpRoute(@Nullable SSLSocketFactory tls, @Nullable HttpProxy proxy) {
    this.tls = tls;
    this.proxy = proxy;
  }

  /** Without a proxy; ends are proved in the platform's own way. */
  public static HttpRoute direct() {
    return DIRECT;
  }

  /** Through this proxy where there is one. */
  public static HttpRoute through(Optional<HttpProxy> proxy) {
    return proxy.map(p -> new HttpRoute(null, p)).orElse(DIRECT);
  }

  /**
   * The same way with other proof.
   *
   * @param factory how {@code https} proves both ends, or null for the platform's own way
   */
  public HttpRoute proving(@Nullable SSLSocketFactory factory) {
    return new HttpRoute(factory, proxy);
  }

  /**
   * Lets a proxy be told a password for a tunnel, which Java refuses unless this is said before the
   * first connection of the process: a program says it at its start.
   */
  public static void permitPasswordsForTunnels() {
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
  }

  /** Opens a connection that follows no redirect and uses no cache. */
  public HttpURLConnection open(URI address) throws IOException {
    URLConnection connection = address.toURL().openConnection(way(address));
    if (!(connection instanceof HttpURLConnection http)) {
      throw new IOException("not an HTTP address");
    }
    if (tls != null && http instanceof HttpsURLConnection https) {
      https.setSSLSocketFactory(tls);
    }
    if (proxy != null && proxy.credentials().isPresent()) {
      http.setAuthenticator(new Credentials(proxy.credentials().get()));
    }
    http.setConnectTimeout((int) CONNECT.toMillis());
    http.setReadTimeout((int) READ.toMillis());
    http.setInstanceFollowRedirects(false);
    http.setUseCaches(false);
    return http;
  }

  private Proxy way(URI address) {
    String host = address.getHost();
    return proxy == null || host == null ? Proxy.NO_PROXY : proxy.to(host);
  }

  /** Tells the proxy, and no server; once, as asking again means that it is wrong. */
  private static final class Credentials extends Authenticator {
    private final PasswordAuthentication credentials;
    private final AtomicBoolean told = new AtomicBoolean();

    Credentials(PasswordAuthentication credentials) {
      this.credentials = credentials;
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
      boolean isFirst = getRequestorType() == RequestorType.PROXY && !told.getAndSet(true);
      return isFirst ? credentials : null;
    }
  }
}
