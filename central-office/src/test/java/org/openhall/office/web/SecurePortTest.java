package org.openhall.office.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.Base64Bytes;
import org.openhall.link.CertificateExchange;
import org.openhall.link.EnrolmentRefusal;
import org.openhall.link.EnrolmentReply;
import org.openhall.link.EnrolmentRequest;
import org.openhall.link.EnrolmentToken;
import org.openhall.link.Json;
import org.openhall.link.TerminalRefusal;
import org.openhall.link.TerminalRefusal.Reason;
import org.openhall.link.TrustAnchors;
import org.openhall.link.credential.Certificates;
import org.openhall.link.credential.Credential;
import org.openhall.link.credential.LiveKey;
import org.openhall.link.status.AgentStatus;
import org.openhall.office.authority.CertificateAuthority;
import org.openhall.office.authority.TestKey;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.enrol.EnrolledTerminal;
import org.openhall.office.enrol.Terminals;
import org.openhall.repository.metadata.RepositoryException;

/** The port with TLS, from outside, by real handshakes. */
class SecurePortTest {
  private static final String STATUS = "/api/terminal/status";
  private static final String CERTIFICATE = "/api/terminal/certificate";
  private static final String TIMESTAMP = "/repository/metadata/timestamp.json";
  private static final byte[] WELL =
      Json.write(
          new AgentStatus(
              1, null, null, AgentStatus.Outcome.UP_TO_DATE, null, null, null, null, null, null));

  @TempDir static Path folder;
  private static TestServer running;
  private final List<HttpClient> clients = new ArrayList<>();
  private final TestKey key = TestKey.make();
  private String id;
  private HttpClient terminal;

  @BeforeAll
  static void start() throws IOException, SQLException, RepositoryException {
    running = TestServer.start(TestDatabase.SQLITE, folder);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @BeforeEach
  void join() throws IOException, SQLException, GeneralSecurityException {
    var enrolled = running.parts().enrolment().admit(key.request(), "一楼");
    id = enrolled.terminalId();
    terminal = client(key.with(enrolled.certificate(), authority().certificate()));
  }

  @AfterEach
  void hangUp() {
    clients.forEach(HttpClient::close);
  }

  private static CertificateAuthority authority() {
    return running.parts().authority();
  }

  /** Trusts the office alone, and shows a certificate where it has one. */
  private HttpClient client(@Nullable Credential shown)
      throws IOException, GeneralSecurityException {
    KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
    anchors.load(null, null);
    anchors.setCertificateEntry("office", authority().certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(anchors);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        shown == null ? new KeyManager[0] : new KeyManager[] {new LiveKey(shown)},
        trust.getTrustManagers(),
        null);
    HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(context).build();
    clients.add(client);
    return client;
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("https://127.0.0.1:" + running.server().tlsPort() + path));
  }

  private static HttpResponse<byte[]> get(HttpClient client, String path)
      throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofByteArray());
  }

  private static HttpResponse<byte[]> post(HttpClient client, String path, byte[] body)
      throws IOException, InterruptedException {
    return client.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private static Reason reason(HttpResponse<byte[]> response) {
    return TerminalRefusal.fromJson(response.body()).orElseThrow().reason();
  }

  private EnrolledTerminal listed() {
    return running.parts().terminals().all().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theServersCertificateIsRenewedWhileItRuns() throws Exception {
    X509Certificate before = serverCertificate(terminal);
    Files.delete(folder.resolve("pki/server.pem"));
    running.server().securePort().renew();

    X509Certificate after = serverCertificate(client(null));
    assertNotEquals(before, after);
    assertTrue(Certificates.isIssuedBy(after, authority().certificate()));
    assertEquals(204, post(terminal, STATUS, WELL).statusCode(), "a line from before goes on");
  }

  private static X509Certificate serverCertificate(HttpClient client)
      throws IOException, InterruptedException {
    return (X509Certificate)
        get(client, TIMESTAMP).sslSession().orElseThrow().getPeerCertificates()[0];
  }

  @Test
  void saysWhatTheOfficeIsToBeTrustedByAndEnrolsOnceWithAToken()
      throws IOException, InterruptedException, GeneralSecurityException {
    HttpClient stranger = client(null);
    TrustAnchors anchors = TrustAnchors.fromJson(get(stranger, "/api/trust").body()).orElseThrow();
    EnrolmentToken token = running.parts().enrolment().issue(anchors, "二楼");
    byte[] request = enrolment(token, TestKey.make());
    HttpResponse<byte[]> first = post(stranger, "/api/enrol", request);
    assertEquals(200, first.statusCode());
    EnrolmentReply reply = EnrolmentReply.fromJson(first.body()).orElseThrow();
    assertTrue(token.pins(reply.anchors()));
    assertEquals(List.of("city"), reply.channels());
    assertArrayEquals(first.body(), post(stranger, "/api/enrol", request).body());
    HttpResponse<byte[]> other = post(stranger, "/api/enrol", enrolment(token, TestKey.make()));
    assertEquals(409, other.statusCode());
    assertEquals(EnrolmentRefusal.Reason.USED_TOKEN, refusal(other));
  }

  private static byte[] enrolment(EnrolmentToken token, TestKey by) throws IOException {
    return new EnrolmentRequest(token.text(), Base64Bytes.of(by.pkcs10()), null).toJson();
  }

  private static EnrolmentRefusal.Reason refusal(HttpResponse<byte[]> response) {
    return EnrolmentRefusal.fromJson(response.body()).orElseThrow().reason();
  }

  @Test
  void refusesWhatIsNoRequest() throws IOException, InterruptedException, GeneralSecurityException {
    HttpClient stranger = client(null);
    for (String body :
        new String[] {
          "{",
          "{}",
          "[]",
          "{\"token\":\"x\"}",
          "{\"token\":{}}",
          "null",
          " ".repeat(5_000),
          "{\"token\":\"x\",\"signingRequest\":\"AAAA\"}",
          "{\"token\":\"x\",\"signingRequest\":\"!\"}"
        }) {
      HttpResponse<byte[]> answer =
          post(stranger, "/api/enrol", body.getBytes(StandardCharsets.UTF_8));
      assertEquals(400, answer.statusCode(), body);
      assertEquals(EnrolmentRefusal.Reason.MALFORMED_REQUEST, refusal(answer), body);
    }
  }

  @Test
  void keepsWhatATerminalReports() throws IOException, InterruptedException {
    assertEquals(204, post(terminal, STATUS, WELL).statusCode());
    EnrolledTerminal.Contact contact = Optional.ofNullable(listed().contact()).orElseThrow();
    assertEquals(1, contact.status().release());
    assertEquals(AgentStatus.Outcome.UP_TO_DATE, contact.status().outcome());
    HttpResponse<byte[]> malformed = post(terminal, STATUS, "{".getBytes(StandardCharsets.UTF_8));
    assertEquals(400, malformed.statusCode());
    assertEquals(Reason.MALFORMED_REQUEST, reason(malformed));
  }

  @Test
  void whoShowsNoCertificateMayReadWhatIsPublicAndNothingElse()
      throws IOException, InterruptedException, GeneralSecurityException {
    HttpClient stranger = client(null);
    assertEquals(200, get(stranger, TIMESTAMP).statusCode());
    for (String path :
        new String[] {STATUS, CERTIFICATE, "/api/%74erminal/status", "/api/terminal;x/status"}) {
      HttpResponse<byte[]> refused = post(stranger, path, WELL);
      assertEquals(401, refused.statusCode());
      assertEquals(Reason.NO_CERTIFICATE, reason(refused));
    }
  }

  /** Without a restart, on a line that is open already. */
  @Test
  void aTerminalThatIsLockedOutIsRefusedEverythingFromThenOn()
      throws IOException, InterruptedException {
    assertEquals(204, post(terminal, STATUS, WELL).statusCode());
    assertEquals(200, get(terminal, TIMESTAMP).statusCode());
    running.parts().terminals().revoke(id, "被盗");
    for (HttpResponse<byte[]> refused :
        List.of(
            post(terminal, STATUS, WELL),
            post(terminal, CERTIFICATE, WELL),
            get(terminal, TIMESTAMP),
            get(terminal, "/"))) {
      assertEquals(403, refused.statusCode());
      assertEquals(Reason.REVOKED, reason(refused));
    }
  }

  @Test
  void renewsACertificateWhileTheOldOneStaysGood()
      throws IOException, InterruptedException, GeneralSecurityException {
    TestKey next = TestKey.make();
    byte[] request = new CertificateExchange(Base64Bytes.of(next.pkcs10())).toJson();
    HttpResponse<byte[]> answer = post(terminal, CERTIFICATE, request);
    assertArrayEquals(answer.body(), post(terminal, CERTIFICATE, request).body());
    X509Certificate renewed =
        Certificates.parse(CertificateExchange.fromJson(answer.body()).orElseThrow().der().bytes());
    HttpClient after = client(next.with(renewed, authority().certificate()));
    assertEquals(204, post(after, STATUS, WELL).statusCode());
    assertEquals(204, post(terminal, STATUS, WELL).statusCode());
  }

  @Test
  void aLateTerminalMayRenewAndReadAndOneThatIsTooLateMayRead()
      throws IOException, InterruptedException {
    byte[] request = new CertificateExchange(Base64Bytes.of(TestKey.make().pkcs10())).toJson();
    expire(Duration.ofDays(1));
    assertEquals(Reason.EXPIRED_CERTIFICATE, reason(post(terminal, STATUS, WELL)));
    assertEquals(200, post(terminal, CERTIFICATE, request).statusCode());
    expire(Terminals.GRACE.plusDays(1));
    assertEquals(Reason.EXPIRED_CERTIFICATE, reason(post(terminal, CERTIFICATE, request)));
    assertEquals(200, get(terminal, TIMESTAMP).statusCode());
  }

  private void expire(Duration ago) {
    running
        .database()
        .client()
        .sql("UPDATE terminal_certificate SET expires_at = ? WHERE terminal_id = ?")
        .param(Instant.now().minus(ago).toString())
        .param(id)
        .update();
  }

  @Test
  void aCertificateOfAnotherAuthorityDoesNotPassTheHandshake()
      throws IOException, GeneralSecurityException {
    CertificateAuthority foreign =
        CertificateAuthority.open(folder.resolve("foreign"), "示例", Clock.systemUTC());
    X509Certificate forged = foreign.issue(key.request(), id, Duration.ofDays(90));
    HttpClient forger = client(key.with(forged, foreign.certificate()));
    assertThrows(IOException.class, () -> post(forger, STATUS, WELL));
  }

  @Test
  void aCertificateThatTheOfficeForgotIsRefused()
      throws IOException, InterruptedException, GeneralSecurityException {
    X509Certificate lost = authority().issue(key.request(), id, Duration.ofDays(90));
    HttpClient unknown = client(key.with(lost, authority().certificate()));
    assertEquals(Reason.UNKNOWN_CERTIFICATE, reason(post(unknown, STATUS, WELL)));
    assertNotEquals(200, get(unknown, TIMESTAMP).statusCode());
  }
}
