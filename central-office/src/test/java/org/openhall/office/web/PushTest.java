package org.openhall.office.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.credential.LiveKey;
import org.openhall.link.push.PushMessage;
import org.openhall.link.push.PushReader;
import org.openhall.link.push.PushStream;
import org.openhall.link.push.PushedFile;
import org.openhall.office.authority.TestKey;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.publish.EmergencyDesk;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Sha256;

/** The push of a real server over real handshakes; what is published comes from beside it. */
class PushTest {
  private static final Duration PATIENCE = Duration.ofMinutes(10); // it hangs

  @TempDir static Path folder;
  private static TestServer running;
  private static EmergencyDesk desk;

  private final List<HttpsURLConnection> connections = new ArrayList<>();
  private final TestKey key = TestKey.make();
  private String id;
  private SSLSocketFactory tls;

  @BeforeAll
  static void start() throws IOException, SQLException, RepositoryException {
    running = TestServer.start(TestDatabase.SQLITE, folder);
    desk =
        new EmergencyDesk(
            running.database(),
            running.parts().repository(),
            folder.resolve("work"),
            Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @BeforeEach
  void join() throws IOException, SQLException, GeneralSecurityException {
    var enrolled = running.parts().enrolment().admit(key.request(), "一楼");
    id = enrolled.terminalId();
    var authority = running.parts().authority().certificate();
    KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
    anchors.load(null, null);
    anchors.setCertificateEntry("office", authority);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(anchors);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        new KeyManager[] {new LiveKey(key.with(enrolled.certificate(), authority))},
        trust.getTrustManagers(),
        null);
    tls = context.getSocketFactory();
  }

  @AfterEach
  void hangUp() throws IOException, RepositoryException {
    var repository = running.parts().repository();
    repository.publish(
        Map.of(), Map.of("emergency", repository.sign("emergency", List.of(), running.duty())));
    connections.forEach(HttpsURLConnection::disconnect);
  }

  private PushReader open() throws IOException {
    URI address =
        URI.create("https://127.0.0.1:" + running.server().tlsPort() + PushServlet.ADDRESS);
    var connection = (HttpsURLConnection) address.toURL().openConnection();
    connection.setSSLSocketFactory(tls);
    connection.setReadTimeout((int) PATIENCE.toMillis());
    connections.add(connection);
    InputStream line = connection.getInputStream();
    assertEquals(PushStream.MEDIA_TYPE, connection.getContentType());
    return new PushReader(line);
  }

  /** The next message of a kind. */
  private static <T extends PushMessage> T next(PushReader line, Class<T> kind) throws IOException {
    while (true) {
      PushReader.Heard heard = line.next();
      if (heard instanceof PushReader.Message(PushMessage message) && kind.isInstance(message)) {
        return kind.cast(message);
      }
      if (heard instanceof PushReader.End || heard instanceof PushReader.Strange) {
        throw new IOException("no message, but " + heard);
      }
    }
  }

  private static byte[] served(String path) throws IOException {
    return Files.readAllBytes(folder.resolve("repository").resolve(path));
  }

  private static void announce(String title) throws IOException, RepositoryException {
    Instant until = Instant.now().plus(Duration.ofHours(1));
    assertEquals(
        EmergencyDesk.Outcome.PUBLISHED,
        desk.announce(title, List.of("请离开。"), until, running.duty()));
  }

  @Test
  void aLineBeginsWithTheTimestampAndAnEmergencyComesWhole()
      throws IOException, RepositoryException {
    PushReader line = open();
    PushedFile first = next(line, PushMessage.Release.class).files().getFirst();
    assertEquals("metadata/timestamp.json", first.path());
    announce("停电");
    PushMessage.Emergency emergency = next(line, PushMessage.Emergency.class);
    assertTrue(list(emergency).contains("停电"), list(emergency));
    for (PushedFile file : emergency.files()) {
      assertArrayEquals(served(file.path()), file.bytes().bytes(), file.path());
    }
    assertEquals(4, emergency.files().size());
  }

  private static String list(PushMessage message) {
    PushedFile list = message.files().getLast();
    byte[] bytes = list.bytes().bytes();
    assertEquals("targets/emergency/" + Sha256.hex(bytes) + ".list.json", list.path());
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void aListThatIsTooLongForAPushIsLeftToTheTerminalsOwnCall()
      throws IOException, RepositoryException {
    PushReader line = open();
    announce("长" + "文".repeat(16_000));
    PushMessage.Emergency emergency = next(line, PushMessage.Emergency.class);
    assertEquals(3, emergency.files().size());
  }

  @Test
  void whoIsLockedOutIsCutOffAndStaysOut() throws IOException {
    PushReader line = open();
    next(line, PushMessage.Release.class);
    running.parts().terminals().revoke(id, "被盗");
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          while (!(line.next() instanceof PushReader.End)) {
            // signs of life until then
          }
        });
    assertThrows(IOException.class, this::open);
  }

  @Test
  void aTerminalHasOneLineTheNewerOne() throws IOException {
    PushReader older = open();
    next(older, PushMessage.Release.class);
    PushReader newer = open();
    next(newer, PushMessage.Release.class);
    assertInstanceOf(PushReader.End.class, older.next());
  }

  @Test
  void aTerminalThatTakesNothingHoldsUpNobody()
      throws IOException, RepositoryException, SQLException, GeneralSecurityException {
    SSLSocket deaf = (SSLSocket) tls.createSocket("127.0.0.1", running.server().tlsPort());
    try (deaf) {
      deaf.setReceiveBufferSize(2_048);
      String request = "GET " + PushServlet.ADDRESS + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
      deaf.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertEquals('H', deaf.getInputStream().read());
      join();
      PushReader line = open();
      for (int n = 0; n < 40; n++) {
        announce("第" + n + "则" + "文".repeat(8_000 / 40));
        next(line, PushMessage.Emergency.class);
      }
    }
  }
}
