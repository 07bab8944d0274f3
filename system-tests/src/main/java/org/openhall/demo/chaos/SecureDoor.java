package org.openhall.demo.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.openhall.link.credential.Credential;
import org.openhall.office.authority.CertificateAuthority;

/** TLS before a server that speaks none, with one thing wrong. */
final class SecureDoor implements AutoCloseable {
  private static final String HERE = "127.0.0.1";
  private static final Duration LONG_AGO = Duration.ofDays(200);

  /** Bytes after which a line is cut: the handshake is over, and some file is not. */
  private static final long CUT_AFTER = 5_000;

  private final BadTls tls;
  private final Credential terminal;
  private final SSLContext context;
  private final int behind;
  private final ServerSocket door;
  private final AtomicLong met = new AtomicLong();

  private SecureDoor(BadTls tls, int behind, Credential terminal, SSLContext context)
      throws IOException {
    this.tls = tls;
    this.behind = behind;
    this.terminal = terminal;
    this.context = context;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  /**
   * Opens it.
   *
   * @param behind the port of the server
   * @param folder for an authority, made anew
   */
  static SecureDoor open(BadTls tls, int behind, Path folder) throws IOException {
    Clock past = Clock.offset(Clock.systemUTC(), LONG_AGO.negated());
    Credential over =
        CertificateAuthority.open(folder.resolve("own"), "示例市", past).server(List.of(HERE));
    CertificateAuthority own =
        CertificateAuthority.open(folder.resolve("own"), "示例市", Clock.systemUTC());
    Credential terminal = own.server(List.of("terminal"));
    Credential shown =
        switch (tls) {
          case EXPIRED -> over;
          case WRONG_HOST -> own.server(List.of("office.example"));
          case FOREIGN ->
              CertificateAuthority.open(folder.resolve("other"), "示例市", Clock.systemUTC())
                  .server(List.of(HERE));
          case SOUND, CUT, STALLED, PLAIN -> own.server(List.of(HERE));
        };
    return new SecureDoor(tls, behind, terminal, context(shown));
  }

  private static SSLContext context(Credential shown) throws IOException {
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      X509Certificate[] chain = {shown.certificate(), shown.authority()};
      keys.setKeyEntry("server", shown.key(), new char[0], chain);
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keys, new char[0]);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("no TLS can be spoken here", e);
    }
  }

  /** What the terminal got at its enrolment; the server asks for none of it. */
  Credential terminal() {
    return terminal;
  }

  URI address() {
    return URI.create("https://%s:%d/".formatted(HERE, door.getLocalPort()));
  }

  /** How often somebody came. */
  long met() {
    return met.get();
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket line = door.accept();
        met.incrementAndGet();
        Thread.ofVirtual().start(() -> answer(line));
      } catch (SocketException e) {
        return; // closed
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void answer(Socket line) {
    try (line) {
      switch (tls) {
        case STALLED -> line.getInputStream().transferTo(OutputStream.nullOutputStream());
        case PLAIN -> join(line, line, Long.MAX_VALUE);
        case CUT -> {
          try (ServerSocket inner = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
              Socket out = new Socket(inner.getInetAddress(), inner.getLocalPort())) {
            Socket in = inner.accept();
            Thread.ofVirtual().start(() -> secure(in));
            pumpBoth(line, out, CUT_AFTER);
          }
        }
        case SOUND, WRONG_HOST, EXPIRED, FOREIGN -> secure(line);
      }
    } catch (IOException e) {
      // whoever asked went away, or would not speak with this server
    }
  }

  private void secure(Socket line) {
    try (SSLSocket secured =
        (SSLSocket) context.getSocketFactory().createSocket(line, HERE, line.getPort(), true)) {
      secured.setUseClientMode(false);
      join(line, secured, Long.MAX_VALUE);
    } catch (IOException e) {
      // as above
    }
  }

  private void join(Socket line, Socket spoken, long most) throws IOException {
    try (line;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      pumpBoth(spoken, server, most);
    }
  }

  /** Until the server has said all, or so much. */
  private static void pumpBoth(Socket client, Socket server, long most) throws IOException {
    Thread.ofVirtual()
        .start(() -> {
          try {
            client.getInputStream().transferTo(server.getOutputStream());
          } catch (IOException e) {
            // one of the two has gone
          }
        });
    InputStream from = server.getInputStream();
    OutputStream to = client.getOutputStream();
    byte[] piece = new byte[1024];
    long left = most;
    for (int n = from.read(piece); n >= 0 && left > 0; n = from.read(piece)) {
      to.write(piece, 0, (int) Math.min(n, left));
      to.flush();
      left -= n;
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
