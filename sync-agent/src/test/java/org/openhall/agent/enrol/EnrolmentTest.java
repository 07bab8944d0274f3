package org.openhall.agent.enrol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.enrol.EnrolOutcome.AlreadyEnrolled;
import org.openhall.agent.enrol.EnrolOutcome.Enrolled;
import org.openhall.agent.enrol.EnrolOutcome.NoOffice;
import org.openhall.agent.enrol.EnrolOutcome.TokenRefused;
import org.openhall.agent.enrol.EnrolOutcome.WrongRoot;
import org.openhall.agent.identity.SecureServer;
import org.openhall.agent.identity.SigningRequests;
import org.openhall.agent.identity.TestAuthority;
import org.openhall.agent.sync.TestOffice;
import org.openhall.link.EnrolmentRefusal;
import org.openhall.link.EnrolmentRefusal.Reason;
import org.openhall.link.EnrolmentToken;
import org.openhall.link.Fingerprint;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.credential.Credential;
import org.openhall.link.credential.KeyPairs;
import org.openhall.repository.metadata.RepositoryException;

/** Enrolment against a real server with TLS that answers as an office does. */
class EnrolmentTest {
  private @TempDir Path dir;
  private Path data;
  private SecureServer server;
  private byte[] root;
  private TestTrust trust;
  private EnrolmentToken token;

  /** What the server says it is to be trusted by, and what it answers to the token. */
  private TestTrust shown;

  private SecureServer.Script answer;

  @BeforeEach
  void start() throws IOException, RepositoryException {
    data = dir.resolve("terminal");
    root = new TestOffice(dir.resolve("office")).root();
    trust = TestTrust.of(root);
    shown = trust;
    token = EnrolmentToken.issue(new Random(1), trust.anchors());
    answer = asked -> enrolled(asked, "city");
    server = new SecureServer(server(trust));
    server.answer(asked ->
        asked.path().equals("/api/trust")
            ? new SecureServer.Reply(200, shown.anchors().toJson())
            : answer.answer(asked));
  }

  private static Credential server(TestTrust of) throws IOException {
    return of.authority().server("127.0.0.1", Instant.now().minusSeconds(9), Duration.ofDays(1));
  }

  private SecureServer.Reply enrolled(SecureServer.Asked asked, String channel) throws IOException {
    byte[] request = TestTrust.requestIn(asked.body());
    return new SecureServer.Reply(200, shown.reply(request, channel).toJson());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private EnrolOutcome enrol(boolean again) throws IOException {
    return new Enrolment(data, TestOffice.CLOCK)
        .enrol(new Enrolment.Wish(server.address(), token.text(), "一楼", again));
  }

  private List<SecureServer.Asked> shownTheToken() {
    return server.asked().stream().filter(a -> a.body().contains(token.text())).toList();
  }

  private void assertNothingWritten() {
    assertFalse(Files.exists(data.resolve("terminal.json")));
    assertFalse(Files.exists(data.resolve("repository")));
    assertFalse(Files.exists(data.resolve("identity/current.pem")));
  }

  @Test
  void aTerminalGetsItsIdentityItsCertificateAndTheTrustedRoot() throws IOException {
    TerminalIdentity identity =
        new TerminalIdentity("t-1", server.address(), List.of("city"), TestOffice.NOW);
    EnrolOutcome outcome = enrol(false);
    Credential own = Credential.fromPem(Files.readAllBytes(data.resolve("identity/current.pem")));
    Fingerprint key = Fingerprint.of(own.certificate().getPublicKey().getEncoded());
    assertEquals(new Enrolled(identity, "示例市", token.trust(), key), outcome);
    assertEquals(identity, TerminalIdentity.read(data).orElseThrow());
    assertArrayEquals(root, Files.readAllBytes(data.resolve("repository/metadata/root.json")));
    assertEquals(trust.authority().certificate(), own.authority());
    assertFalse(Files.exists(data.resolve("identity/next.pem")));
    assertTrue(shownTheToken().getFirst().body().contains("一楼"));
  }

  @Test
  void beforeAnythingIsToldTheLineAndTheClockAreLookedAt() throws IOException {
    URI office = server.address();
    assertEquals(Optional.empty(), new Enrolment(data, Clock.systemUTC()).trouble(office));
    Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofHours(-3));
    EnrolOutcome clock = new Enrolment(data, wrong).trouble(office).orElseThrow();
    assertInstanceOf(EnrolOutcome.WrongClock.class, clock);
    assertEquals("enrol.clock-behind", clock.words().key());
    assertEquals("3:00", clock.words().arguments().getLast());
    EnrolOutcome nobody =
        new Enrolment(data, Clock.systemUTC())
            .trouble(URI.create("https://127.0.0.1:1/"))
            .orElseThrow();
    assertInstanceOf(EnrolOutcome.NoOffice.class, nobody);
    assertNothingWritten();
  }

  @Test
  void aTokenIsNotShownToAServerWithAnotherRootOrAuthority()
      throws IOException, RepositoryException {
    byte[] other = new TestOffice(dir.resolve("stranger")).root();
    for (TestTrust wrong : List.of(trust.withRoot(other), TestTrust.of(root))) {
      shown = wrong;
      assertInstanceOf(WrongRoot.class, enrol(false));
    }
    assertEquals(List.of(), shownTheToken());
    assertNothingWritten();
  }

  /** It repeats what the office is trusted by, but cannot prove that it is the office. */
  @Test
  void aTokenIsNotShownToAServerThatRepeatsTheOfficesAnchors() throws IOException {
    try (SecureServer between = new SecureServer(server(TestTrust.of(root)))) {
      between.answer(_ -> new SecureServer.Reply(200, trust.anchors().toJson()));
      EnrolOutcome outcome =
          new Enrolment(data, TestOffice.CLOCK)
              .enrol(new Enrolment.Wish(between.address(), token.text(), null, false));
      assertEquals("line.stranger", outcome.words().key());
      assertEquals(1, between.asked().size());
    }
    assertNothingWritten();
  }

  @Test
  void aCertificateForAnotherKeyIsRefused() throws IOException {
    byte[] other = SigningRequests.of(KeyPairs.generate()).bytes();
    answer = _ -> new SecureServer.Reply(200, trust.reply(other, "city").toJson());
    assertEquals("enrol.wrong-certificate", enrol(false).words().key());
    assertNothingWritten();
  }

  @Test
  void everyRefusalOfTheTokenIsSaid() throws IOException {
    for (Reason reason : Reason.values()) {
      byte[] refusal = new EnrolmentRefusal(reason).toJson();
      answer = _ -> new SecureServer.Reply(403, refusal);
      assertInstanceOf(TokenRefused.class, enrol(false), reason.toString());
      assertEquals(
          reason == Reason.USED_TOKEN, enrol(false).words().key().equals("enrol.token-used"));
    }
    assertNothingWritten();
  }

  @Test
  void anAnswerThatWasLostIsAskedForAgainWithTheSameKey() throws IOException {
    answer = _ -> new SecureServer.Reply(0, new byte[0]);
    assertInstanceOf(NoOffice.class, enrol(false));
    answer = asked -> enrolled(asked, "city");
    assertInstanceOf(Enrolled.class, enrol(false));
    Set<Object> keys = new HashSet<>();
    for (SecureServer.Asked asked : shownTheToken()) {
      keys.add(TestAuthority.keyOf(TestTrust.requestIn(asked.body())));
    }
    assertEquals(1, keys.size());
  }

  @Test
  void aTextThatIsNoTokenIsNotSent() throws IOException {
    String slip = token.text().substring(0, token.text().length() - 1) + "?";
    var wish = new Enrolment.Wish(server.address(), slip, null, false);
    assertEquals(
        "enrol.token-sign", new Enrolment(data, TestOffice.CLOCK).enrol(wish).words().key());
    assertEquals(List.of(), server.asked());
  }

  @Test
  void whatIsNoOfficeIsSaid() throws IOException {
    answer = _ -> new SecureServer.Reply(200, "<html>".getBytes(UTF_8));
    assertEquals("enrol.strange", enrol(false).words().key());
    answer = _ -> new SecureServer.Reply(500, new byte[0]);
    assertEquals("office.status", enrol(false).words().key());
    server.answer(_ -> new SecureServer.Reply(404, new byte[0]));
    assertEquals("enrol.strange", enrol(false).words().key());
    server.close();
    assertEquals("line.away", enrol(false).words().key());
    assertNothingWritten();
  }

  @Test
  void anEnrolmentIsOnlyReplacedWhenAskedForAndThenWithANewKey() throws IOException {
    enrol(false);
    byte[] first = Files.readAllBytes(data.resolve("identity/current.pem"));
    int asked = server.asked().size();
    assertInstanceOf(AlreadyEnrolled.class, enrol(false));
    assertEquals(asked, server.asked().size());
    assertInstanceOf(Enrolled.class, enrol(true));
    Credential second =
        Credential.fromPem(Files.readAllBytes(data.resolve("identity/current.pem")));
    assertFalse(second.key().equals(Credential.fromPem(first).key()));
  }

  @Test
  void theSameOfficeKeepsTheContentAndAnotherDoesNot() throws IOException {
    enrol(false);
    Path content = Files.createDirectories(data.resolve("content")).resolve("current");
    Files.writeString(content, "1");
    enrol(true);
    assertTrue(Files.exists(content));
    answer = asked -> enrolled(asked, "county");
    enrol(true);
    assertFalse(Files.exists(content));
    assertEquals(List.of("county"), TerminalIdentity.read(data).orElseThrow().channels());
  }
}
