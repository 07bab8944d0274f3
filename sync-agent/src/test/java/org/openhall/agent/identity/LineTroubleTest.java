package org.openhall.agent.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.openhall.link.credential.Credential;
import org.openhall.repository.client.HttpRoute;

/** Handshakes that fail, against real servers. */
class LineTroubleTest {
  private static final Duration DAY = Duration.ofDays(1);
  private final Instant now = Instant.now();
  private final TestAuthority authority = new TestAuthority();

  LineTroubleTest() throws IOException {}

  private LineTrouble calling(Credential server, String host) throws IOException {
    try (SecureServer office = new SecureServer(server)) {
      return calling(office.address(host));
    }
  }

  private LineTrouble calling(URI address) {
    OfficeLine line =
        new OfficeLine(address, HttpRoute.direct().proving(Tls.to(authority.certificate(), null)));
    IOException trouble = assertThrows(IOException.class, () -> line.get("api/trust"));
    return LineTrouble.of(address, trouble, Clock.systemUTC());
  }

  @Test
  void aCertificateThatBeginsTomorrowMeansASlowClock() throws IOException {
    LineTrouble trouble = calling(authority.server("127.0.0.1", now.plus(DAY), DAY), "127.0.0.1");
    assertTrue(trouble.clock());
    assertEquals("line.clock-behind", trouble.words().key());
  }

  @Test
  void aCertificateThatEndedYesterdayMeansAFastClock() throws IOException {
    Instant before = now.minus(DAY.multipliedBy(3));
    LineTrouble trouble = calling(authority.server("127.0.0.1", before, DAY), "127.0.0.1");
    assertTrue(trouble.clock());
    assertEquals("line.clock-ahead", trouble.words().key());
  }

  @Test
  void anotherNameIsSaid() throws IOException {
    Credential server = authority.server("office.example", now.minus(DAY), DAY.multipliedBy(2));
    assertEquals("line.host", calling(server, "localhost").words().key());
    assertEquals("line.host", calling(server, "127.0.0.1").words().key());
  }

  @Test
  void aServerOfAnotherAuthorityIsAStranger() throws IOException {
    Credential server =
        new TestAuthority().server("127.0.0.1", now.minus(DAY), DAY.multipliedBy(2));
    LineTrouble trouble = calling(server, "127.0.0.1");
    assertEquals("line.stranger", trouble.words().key());
    assertFalse(trouble.clock());
  }

  /** A stolen terminal cannot play the office for the others. */
  @Test
  void aTerminalIsNoOffice() throws IOException {
    Credential terminal = authority.terminal("t-1", now.minus(DAY), DAY.multipliedBy(2));
    assertEquals("line.stranger", calling(terminal, "127.0.0.1").words().key());
  }

  @Test
  void aServerWithoutTlsIsSaid() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> refuseOnce(plain));
      URI address = URI.create("https://127.0.0.1:" + plain.getLocalPort());
      assertEquals("line.no-tls", calling(address).words().key());
    }
  }

  /** As an office's port without TLS does when it reads what is no request. */
  private static void refuseOnce(ServerSocket plain) {
    try (Socket line = plain.accept()) {
      line.getInputStream().read();
      line.getOutputStream().write("HTTP/1.1 400 \r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nobodyThereIsAway() {
    assertEquals("line.away", calling(URI.create("https://127.0.0.1:1/")).words().key());
  }
}
