package org.openhall.agent.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.enrol.EnrolOutcome.AlreadyEnrolled;
import org.openhall.agent.enrol.EnrolOutcome.Enrolled;
import org.openhall.agent.enrol.EnrolOutcome.RequestWritten;
import org.openhall.agent.enrol.EnrolOutcome.WrongCode;
import org.openhall.agent.identity.TestAuthority;
import org.openhall.agent.sync.TestOffice;
import org.openhall.link.Fingerprint;
import org.openhall.link.StickRequest;
import org.openhall.link.TerminalIdentity;
import org.openhall.repository.metadata.RepositoryException;

class StickEnrolmentTest {
  private static final URI OFFICE = URI.create("https://office.example:8443/");

  private @TempDir Path dir;
  private Path data;
  private Path stick;
  private TestTrust trust;

  @BeforeEach
  void prepare() throws IOException, RepositoryException {
    data = dir.resolve("terminal");
    stick = Files.createDirectory(dir.resolve("stick"));
    trust = TestTrust.of(new TestOffice(dir.resolve("office")).root());
  }

  private EnrolOutcome enrol(@Nullable String code) throws IOException {
    return new StickEnrolment(data, TestOffice.CLOCK)
        .enrol(new StickEnrolment.Wish(stick, code, OFFICE, "一楼", false));
  }

  /** As the office does, after a person has compared the code. */
  private void answer(Fingerprint code, TestTrust by) throws IOException {
    byte[] request =
        StickRequest.requestFile(stick, code).read().orElseThrow().signingRequest().bytes();
    assertEquals(code, Fingerprint.of(TestAuthority.keyOf(request).getEncoded()));
    StickRequest.answerFile(stick, code).write(by.reply(request, "city"));
  }

  private Fingerprint request() throws IOException {
    return assertInstanceOf(RequestWritten.class, enrol(null)).code();
  }

  private String trustCode() {
    return trust.anchors().fingerprint().grouped();
  }

  @Test
  void aTerminalWithoutALineJoinsByAStickThatGoesThereAndBack() throws IOException {
    answer(request(), trust);
    String typed = trustCode().toLowerCase(Locale.ROOT).replace('-', ' ');
    assertInstanceOf(Enrolled.class, enrol(typed));
    TerminalIdentity identity = TerminalIdentity.read(data).orElseThrow();
    assertEquals("t-1", identity.terminalId());
    assertEquals(OFFICE, identity.office());
    assertTrue(Files.exists(data.resolve("identity/current.pem")));
    assertInstanceOf(AlreadyEnrolled.class, enrol(null));
  }

  @Test
  void theRequestIsTheSameHoweverOftenItIsWritten() throws IOException {
    assertEquals(request(), request());
  }

  @Test
  void noPrivateKeyIsOnTheStick() throws IOException {
    request();
    try (var files = Files.walk(stick)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(Files.readString(file).contains("PRIVATE"), file.toString());
      }
    }
  }

  @Test
  void anAnswerIsNotTakenWithoutTheOfficesCode() throws IOException {
    answer(request(), trust);
    String wrong = trustCode().startsWith("7") ? "8" : "7";
    for (String code : new String[] {null, "", "7777", wrong + trustCode().substring(1)}) {
      assertInstanceOf(WrongCode.class, enrol(code), code);
    }
    assertFalse(Files.exists(data.resolve("terminal.json")));
  }

  @Test
  void anAnswerOfAnotherOfficeDoesNotFitTheCode() throws IOException, RepositoryException {
    answer(request(), TestTrust.of(new TestOffice(dir.resolve("stranger")).root()));
    assertInstanceOf(WrongCode.class, enrol(trustCode()));
    assertFalse(Files.exists(data.resolve("terminal.json")));
  }

  /** The anchors of the office, but a certificate that its authority has not signed. */
  @Test
  void aCertificateOfAnotherAuthorityIsRefused() throws IOException {
    TestTrust forged = new TestTrust(new TestAuthority(), trust.anchors());
    answer(request(), forged);
    assertEquals("enrol.wrong-certificate", enrol(trustCode()).words().key());
    assertFalse(Files.exists(data.resolve("terminal.json")));
  }

  @Test
  void anAnswerForAnotherTerminalIsNotSeen() throws IOException {
    Fingerprint own = request();
    data = dir.resolve("other");
    answer(request(), trust);
    data = dir.resolve("terminal");
    assertEquals(new RequestWritten(own, stick.toString()), enrol(trustCode()));
  }
}
