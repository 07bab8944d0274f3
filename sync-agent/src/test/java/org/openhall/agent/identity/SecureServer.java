package org.openhall.agent.identity;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.openhall.link.credential.Credential;
import org.openhall.link.credential.LiveKey;

/** A real server with TLS that answers as a test tells it, and remembers who asked what. */
public final class SecureServer implements AutoCloseable {
  private final HttpsServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Script script = _ -> new Reply(404, new byte[0]);

  /** A question: path, body, and the subject of the certificate that was shown, or "". */
  public record Asked(String path, String body, String by) {}

  /** An answer. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Reply(int status, byte[] body, Map<String, String> headers) {
    public Reply(int status, byte[] body) {
      this(status, body, Map.of());
    }
  }

  /** What to answer. */
  public interface Script {
    Reply answer(Asked asked) throws IOException;
  }

  public SecureServer(Credential credential) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context(credential)) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
            wanted.setWantClientAuth(true);
            parameters.setSSLParameters(wanted);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          Asked question =
              new Asked(exchange.getRequestURI().getPath(), body, by((HttpsExchange) exchange));
          asked.add(question);
          Reply reply = script.answer(question);
          exchange
              .getResponseHeaders()
              .set("Content-Type", exchange.getRequestHeaders().getFirst("Accept"));
          reply.headers().forEach(exchange.getResponseHeaders()::set);
          if (reply.status() > 0) {
            exchange.sendResponseHeaders(
                reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
          }
          exchange.close(); // without headers: the line is cut
        });
    server.start();
  }

  private static String by(HttpsExchange exchange) {
    try {
      X509Certificate shown = (X509Certificate) exchange.getSSLSession().getPeerCertificates()[0];
      return shown.getSubjectX500Principal().getName();
    } catch (SSLPeerUnverifiedException e) {
      return "";
    }
  }

  public void answer(Script to) {
    script = to;
  }

  public List<Asked> asked() {
    return asked;
  }

  /** By its address, or by another of its names. */
  public URI address(String host) {
    return URI.create("https://%s:%d/".formatted(host, server.getAddress().getPort()));
  }

  public URI address() {
    return address("127.0.0.1");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static SSLContext context(Credential credential) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {new LiveKey(credential)},
          new TrustManager[] {new EveryTerminal()},
          null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class EveryTerminal extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
