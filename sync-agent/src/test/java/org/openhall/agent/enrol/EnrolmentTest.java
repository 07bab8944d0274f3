package org.openhall.agent.enrol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.enrol.EnrolOutcome.AlreadyEnrolled;
import org.openhall.agent.enrol.EnrolOutcome.Enrolled;
import org.openhall.agent.enrol.EnrolOutcome.NoOffice;
import org.openhall.agent.enrol.EnrolOutcome.TokenRefused;
import org.openhall.agent.enrol.EnrolOutcome.WrongRoot;
import org.openhall.agent.sync.TestOffice;
import org.openhall.link.EnrolmentRefusal;
import org.openhall.link.EnrolmentRefusal.Reason;
import org.openhall.link.EnrolmentReply;
import org.openhall.link.EnrolmentToken;
import org.openhall.link.TerminalIdentity;
import tools.jackson.databind.json.JsonMapper;

/** Enrolment against a real HTTP server that answers as an office does. */
class EnrolmentTest {
  private @TempDir Path dir;
  private Path data;
  private HttpServer server;
  private byte[] root;
  private EnrolmentToken token;
  private int status = 200;
  private byte[] answer;
  private String asked = "";

  @BeforeEach
  void start() throws IOException {
    data = dir.resolve("terminal");
    root = new TestOffice(dir.resolve("office")).root();
    token = EnrolmentToken.issue(new Random(1), root);
    answer = reply(root, "city");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/enrol",
        exchange -> {
          asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static byte[] reply(byte[] root, String channel) {
    return new JsonMapper()
        .writeValueAsBytes(EnrolmentReply.of("t-1", root, List.of(channel), "示例市"));
  }

  private URI address() {
    return URI.create(
        "http://%s:%d"
            .formatted(server.getAddress().getHostString(), server.getAddress().getPort()));
  }

  private EnrolOutcome enrol(boolean again) throws IOException {
    return new Enrolment(data, TestOffice.CLOCK)
        .enrol(new Enrolment.Wish(address(), token.text(), "一楼", again));
  }

  private void assertNothingWritten() {
    assertFalse(Files.exists(data.resolve("terminal.json")));
    assertFalse(Files.exists(data.resolve("repository")));
  }

  @Test
  void aTerminalGetsItsIdentityAndTheTrustedRoot() throws IOException {
    TerminalIdentity identity =
        new TerminalIdentity("t-1", address(), List.of("city"), TestOffice.NOW);
    assertEquals(new Enrolled(identity, "示例市"), enrol(false));
    assertEquals(identity, TerminalIdentity.read(data).orElseThrow());
    assertArrayEquals(root, Files.readAllBytes(data.resolve("repository/metadata/root.json")));
    assertTrue(asked.contains(token.text()) && asked.contains("一楼"), asked);
  }

  @Test
  void aRootThatIsNotOfTheTokenIsRefusedAndNothingIsWritten() throws IOException {
    answer = reply(new TestOffice(dir.resolve("stranger")).root(), "city");
    assertInstanceOf(WrongRoot.class, enrol(false));
    assertNothingWritten();
  }

  @Test
  void everyRefusalOfTheTokenIsSaid() throws IOException {
    status = 403;
    for (Reason reason : Reason.values()) {
      answer = new EnrolmentRefusal(reason).toJson();
      assertInstanceOf(TokenRefused.class, enrol(false), reason.toString());
    }
    answer = new EnrolmentRefusal(Reason.USED_TOKEN).toJson();
    assertEquals("enrol.token-used", enrol(false).words().key());
    assertNothingWritten();
  }

  @Test
  void aTextThatIsNoTokenIsNotSent() throws IOException {
    var wish = new Enrolment.Wish(address(), "OH1-123", null, false);
    assertInstanceOf(TokenRefused.class, new Enrolment(data, TestOffice.CLOCK).enrol(wish));
    assertEquals("", asked);
  }

  @Test
  void whatIsNoOfficeIsSaid() throws IOException {
    answer = "<html>".getBytes(UTF_8);
    assertEquals("enrol.strange", enrol(false).words().key());
    status = 500;
    assertEquals("enrol.status", enrol(false).words().key());
    server.stop(0);
    EnrolOutcome away = enrol(false);
    assertInstanceOf(NoOffice.class, away);
    assertEquals("enrol.unreachable", away.words().key());
    assertNothingWritten();
  }

  @Test
  void anEnrolmentIsOnlyReplacedWhenAskedFor() throws IOException {
    enrol(false);
    asked = "";
    assertInstanceOf(AlreadyEnrolled.class, enrol(false));
    assertEquals("", asked);
    assertInstanceOf(Enrolled.class, enrol(true));
  }

  @Test
  void theSameOfficeKeepsTheContentAndAnotherDoesNot() throws IOException {
    enrol(false);
    Path content = Files.createDirectories(data.resolve("content")).resolve("current");
    Files.writeString(content, "1");
    enrol(true);
    assertTrue(Files.exists(content));
    answer = reply(root, "county");
    enrol(true);
    assertFalse(Files.exists(content));
    assertEquals(List.of("county"), TerminalIdentity.read(data).orElseThrow().channels());
  }
}
