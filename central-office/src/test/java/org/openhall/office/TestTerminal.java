package org.openhall.office;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.openhall.link.Base64Bytes;
import org.openhall.link.EnrolmentReply;
import org.openhall.link.EnrolmentRequest;
import org.openhall.link.credential.Certificates;
import org.openhall.link.credential.Credential;
import org.openhall.link.credential.LiveKey;
import org.openhall.link.credential.UnreadableCredentialException;
import org.openhall.link.push.PushMessage;
import org.openhall.link.push.PushReader;
import org.openhall.link.push.PushStream;
import org.openhall.office.authority.TestKey;

/**
 * A terminal that joined an office which runs as a process of its own.
 *
 * @param tls by which it calls
 */
record TestTerminal(SSLContext tls) {
  private static final Duration HANGS = Duration.ofMinutes(10);

  /** By a token that the office gave. */
  static TestTerminal join(Path data, int tlsPort, String token)
      throws IOException, InterruptedException, GeneralSecurityException {
    TestKey key = TestKey.make();
    byte[] request = new EnrolmentRequest(token, Base64Bytes.of(key.pkcs10()), null).toJson();
    URI enrol = URI.create("https://127.0.0.1:" + tlsPort + "/api/enrol");
    try (HttpClient stranger = HttpClient.newBuilder().sslContext(stranger(data)).build()) {
      byte[] answer = post(stranger, enrol, request).body();
      EnrolmentReply reply = EnrolmentReply.fromJson(answer).orElseThrow();
      Credential credential =
          key.with(Certificates.parse(reply.certificate().bytes()), authority(data));
      return new TestTerminal(tls(data, Optional.of(credential)));
    }
  }

  /** By which somebody calls who has not joined. */
  static SSLContext stranger(Path data) throws IOException, GeneralSecurityException {
    return tls(data, Optional.empty());
  }

  private static SSLContext tls(Path data, Optional<Credential> shown)
      throws IOException, GeneralSecurityException {
    KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
    anchors.load(null, null);
    anchors.setCertificateEntry("office", authority(data));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(anchors);
    SSLContext context = SSLContext.getInstance("TLS");
    KeyManager[] keys = shown.map(LiveKey::new).stream().toArray(KeyManager[]::new);
    context.init(keys, trust.getTrustManagers(), null);
    return context;
  }

  private static X509Certificate authority(Path data) throws IOException {
    try {
      return Credential.fromPem(Files.readAllBytes(data.resolve("pki/authority.pem")))
          .certificate();
    } catch (UnreadableCredentialException e) {
      throw new IOException(e);
    }
  }

  static HttpResponse<byte[]> post(HttpClient client, URI address, byte[] body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  /** The line on which an office pushes. */
  record Line(HttpsURLConnection connection, PushReader reader) implements AutoCloseable {

    /** The next message. */
    PushMessage next() throws IOException {
      while (true) {
        PushReader.Heard heard = reader.next();
        if (heard instanceof PushReader.Message(PushMessage message)) {
          return message;
        }
        if (heard instanceof PushReader.End || heard instanceof PushReader.Strange) {
          throw new IOException("no message, but " + heard);
        }
      }
    }

    /** The next message of a kind. */
    <T extends PushMessage> T next(Class<T> kind) throws IOException {
      PushMessage message = next();
      while (!kind.isInstance(message)) {
        message = next();
      }
      return kind.cast(message);
    }

    @Override
    public void close() {
      connection.disconnect();
    }
  }

  /** Open once the office has told what is out. */
  Line open(int tlsPort) throws IOException {
    URI address = URI.create("https://127.0.0.1:" + tlsPort + "/" + PushStream.PATH);
    var connection = (HttpsURLConnection) address.toURL().openConnection();
    connection.setSSLSocketFactory(tls.getSocketFactory());
    connection.setReadTimeout((int) HANGS.toMillis());
    Line line = new Line(connection, new PushReader(connection.getInputStream()));
    line.next(PushMessage.Release.class);
    return line;
  }
}
