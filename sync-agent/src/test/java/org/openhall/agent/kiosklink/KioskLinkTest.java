package org.openhall.agent.kiosklink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.identity.IdentityFolder;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.identity.OfficeLine;
import org.openhall.agent.identity.SecureServer;
import org.openhall.agent.identity.SecureServer.Reply;
import org.openhall.agent.identity.TestAuthority;
import org.openhall.agent.text.Words;
import org.openhall.link.Json;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.TerminalRefusal;
import org.openhall.link.acceptance.AcceptanceReport;
import org.openhall.link.acceptance.SignedReport;
import org.openhall.link.envelope.Binding;
import org.openhall.link.envelope.Binding.Way;
import org.openhall.link.envelope.Envelope;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.link.envelope.Personal;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventBatch;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.EventReceipt;
import org.openhall.link.event.EventReceipt.Line;
import org.openhall.link.message.AgentMessage;
import org.openhall.link.message.AgentMessage.Reason;
import org.openhall.link.message.KioskMessage;
import org.openhall.link.message.MessageLine;
import org.openhall.repository.storage.Storage;

/** The socket as a kiosk finds it, and offices that answer as they should and otherwise. */
class KioskLinkTest {
  private static final Duration LIFE = Duration.ofDays(90);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration LATER = Duration.ofHours(2);
  private static final Envelope SEALED =
      OpeningKey.generate(new SecureRandom())
          .sealKey()
          .seal(Personal.takeOver(new byte[9]), new Binding(Way.DOWN, "t-1", "e", "question"));
  private static final EventMessage QUESTION =
      EventMessage.of(Instant.parse("2026-11-30T01:00:00Z"), new Event.Question(SEALED));

  private @TempDir Path data;
  private final AtomicInteger woken = new AtomicInteger();
  private SecureServer office;
  private KioskLink link;

  @BeforeEach
  void listen() throws IOException {
    Instant start = Instant.now();
    TestAuthority authority = new TestAuthority();
    office =
        new SecureServer(authority.server("127.0.0.1", start.minus(LIFE), LIFE.multipliedBy(9)));
    new IdentityFolder(data, Storage.durable()).adopt(authority.terminal("t-1", start, LIFE));
    TerminalIdentity identity =
        new TerminalIdentity("t-1", office.address(), List.of("city"), start);
    link = link(Membership.of(data, identity, Clock.systemUTC()).orElseThrow().line());
    link.start();
  }

  private KioskLink link(Optional<OfficeLine> line) {
    IdentityFolder folder = new IdentityFolder(data, Storage.durable());
    Signer signer =
        new Signer(
            "t-1",
            () -> {
              try {
                return folder.current();
              } catch (IOException e) {
                return Optional.empty();
              }
            },
            folder,
            Clock.offset(Clock.systemUTC(), LATER));
    return new KioskLink(data, line, signer, woken::incrementAndGet, Words.in("en"));
  }

  private static AcceptanceReport report(String terminal) {
    AcceptanceReport.Line line =
        new AcceptanceReport.Line(
            AcceptanceReport.By.PERSON, "touch", AcceptanceReport.Result.PASSED, "触摸正常");
    return new AcceptanceReport(
        terminal, Instant.now().truncatedTo(ChronoUnit.SECONDS), "一楼", List.of(line), null);
  }

  @Test
  void aReportOfThisTerminalIsSignedAndNoOthers() throws IOException {
    AgentMessage said = say(new KioskMessage.Sign(report("t-1")).toJson());
    SignedReport signed = assertInstanceOf(AgentMessage.Signed.class, said).report();
    X509Certificate authority =
        new IdentityFolder(data, Storage.durable()).current().orElseThrow().authority();
    assertEquals(SignedReport.Verdict.GENUINE, signed.verify(authority));
    SignedReport other =
        new SignedReport(
            signed.text().replace("正常", "良好"), signed.certificate(), signed.signature());
    assertEquals(SignedReport.Verdict.WRONG_SIGNATURE, other.verify(authority));
    assertEquals(
        SignedReport.Verdict.OTHER_AUTHORITY,
        signed.verify(new TestAuthority().server("x", Instant.now(), LIFE).authority()));
    assertEquals(
        new AgentMessage.Refused(AgentMessage.Reason.NOT_TAKEN),
        say(new KioskMessage.Sign(report("t-10")).toJson()));
  }

  /** Whatever the kiosk names, and after a restart as well. */
  @Test
  void theAgentDatesAndNumbersWhatItSigns() throws IOException {
    AcceptanceReport wish = report("t-1").dated(Instant.parse("2026-12-24T00:00:00Z"), 77);
    Instant before = Instant.now().plus(LATER).truncatedTo(ChronoUnit.SECONDS);
    AcceptanceReport first = signed(wish);
    assertEquals(1, first.number());
    assertFalse(first.at().isBefore(before) || first.at().isAfter(before.plus(LONG)), first.text());
    assertEquals(wish.lines(), first.lines());
    link.close();
    link = link(Optional.empty());
    link.start();
    assertEquals(2, signed(wish).number());
    Files.writeString(data.resolve("identity/reports.json"), "{");
    assertEquals(
        new AgentMessage.Refused(AgentMessage.Reason.NOT_TAKEN),
        say(new KioskMessage.Sign(wish).toJson()),
        "nobody knows the next number");
  }

  private AcceptanceReport signed(AcceptanceReport wish) throws IOException {
    AgentMessage said = say(new KioskMessage.Sign(wish).toJson());
    return assertInstanceOf(AgentMessage.Signed.class, said).report().report().orElseThrow();
  }

  @AfterEach
  void close() throws IOException {
    link.close();
    office.close();
  }

  private AgentMessage say(byte[] message) throws IOException {
    try (MessageLine kiosk = MessageLine.connect(data, LONG)) {
      kiosk.send(message);
      return AgentMessage.read(kiosk.receive()).orElseThrow();
    }
  }

  private AgentMessage ask() throws IOException {
    return say(new KioskMessage.Ask(QUESTION).toJson());
  }

  /** What the office says to the question for the answer, and to being handed the question. */
  private AgentMessage ask(Reply reply, Reply receipt) throws IOException {
    office.answer(asked -> {
      assertEquals("CN=t-1", asked.by());
      if (asked.path().equals("/api/terminal/replies/" + QUESTION.id())) {
        return reply;
      }
      assertEquals("/api/terminal/events", asked.path());
      assertEquals(
          Optional.of(new EventBatch(List.of(QUESTION))),
          Json.read(asked.body().getBytes(StandardCharsets.UTF_8), EventBatch.class));
      return receipt;
    });
    return ask();
  }

  private static Reply says(int status) {
    return new Reply(status, new byte[0]);
  }

  private static Reply receipt(Line line) {
    return new Reply(200, Json.write(new EventReceipt(List.of(line))));
  }

  private static Reply refusal(TerminalRefusal.Reason reason) {
    return new Reply(403, new TerminalRefusal(reason).toJson());
  }

  @Test
  void anAnswerIsCarriedAsItCame() throws IOException {
    assertEquals(
        new AgentMessage.Answered(SEALED), ask(new Reply(200, Json.write(SEALED)), says(500)));
    assertEquals(1, office.asked().size());
  }

  @Test
  void whatTheOfficeHasIsNotHandedInAgain() throws IOException {
    assertEquals(new AgentMessage.NotYet(), ask(says(204), says(500)));
    assertEquals(1, office.asked().size());
  }

  @Test
  void whatTheOfficeDoesNotKnowIsHandedIn() throws IOException {
    String id = QUESTION.id();
    assertEquals(new AgentMessage.NotYet(), ask(says(404), receipt(Line.accepted(id))));
    assertEquals(new AgentMessage.NotYet(), ask(says(404), receipt(Line.duplicate(id))));
    Line refused = Line.refused(id, EventReceipt.Reason.UNKNOWN_TYPE);
    AgentMessage notTaken = new AgentMessage.Refused(Reason.NOT_TAKEN);
    assertEquals(notTaken, ask(says(404), receipt(refused)));
    assertEquals(notTaken, ask(says(404), says(400)));
  }

  @Test
  void anOfficeThatAnswersOtherwiseIsAsGoodAsAway() throws IOException {
    AgentMessage away = new AgentMessage.NoLine();
    assertEquals(away, ask(says(503), says(503)));
    assertEquals(away, ask(says(404), says(503)));
    assertEquals(away, ask(says(404), receipt(Line.accepted("another"))));
    assertEquals(away, ask(says(404), new Reply(200, new byte[] {'?'})));
    assertEquals(away, ask(new Reply(200, new byte[] {'?'}), says(500)));
    assertEquals(away, ask(refusal(TerminalRefusal.Reason.EXPIRED_CERTIFICATE), says(500)));
    assertEquals(away, ask(says(0), says(0)));
    office.close();
    assertEquals(away, ask());
  }

  @Test
  void aTerminalThatIsLockedOutHearsSo() throws IOException {
    AgentMessage lockedOut = new AgentMessage.Refused(Reason.LOCKED_OUT);
    Reply revoked = refusal(TerminalRefusal.Reason.REVOKED);
    assertEquals(lockedOut, ask(revoked, says(500)));
    assertEquals(lockedOut, ask(says(404), revoked));
    assertEquals(lockedOut, ask(refusal(TerminalRefusal.Reason.UNKNOWN_CERTIFICATE), says(500)));
  }

  @Test
  void withoutALineThereIsNone() throws IOException {
    link.close();
    link = link(Optional.empty());
    link.start();
    assertEquals(new AgentMessage.NoLine(), ask());
  }

  @Test
  void aLookForContentIsAskedFor() throws IOException {
    assertEquals(new AgentMessage.Woken(), say(new KioskMessage.SyncNow().toJson()));
    assertEquals(1, woken.get());
  }

  @Test
  void whatIsNotUnderstoodIsSaidSoAndTheLinkGoesOn() throws IOException {
    AgentMessage strange = new AgentMessage.Refused(Reason.NOT_UNDERSTOOD);
    assertEquals(strange, say("shout".getBytes(StandardCharsets.UTF_8)));
    assertThrows(IOException.class, () -> say(new byte[MessageLine.LARGEST + 1]));
    assertEquals(strange, say(new byte[0]));
  }

  @Test
  void aKioskThatSaysNothingHoldsUpNoOther() throws IOException {
    try (MessageLine _ = MessageLine.connect(data, LONG);
        MessageLine _ = MessageLine.connect(data, LONG);
        MessageLine _ = MessageLine.connect(data, LONG)) {
      assertEquals(new AgentMessage.Woken(), say(new KioskMessage.SyncNow().toJson()));
    }
  }

  @Test
  void moreThanAKioskNeedsIsNotServed() throws IOException {
    List<MessageLine> silent = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      silent.add(MessageLine.connect(data, LONG));
    }
    try (MessageLine fifth = MessageLine.connect(data, LONG)) {
      assertThrows(EOFException.class, fifth::receive);
    }
    for (MessageLine line : silent) {
      line.close();
    }
  }

  @Test
  void theSocketIsForUserAndGroupAndGoesWithTheAgent() throws IOException {
    Path socket = MessageLine.socket(data);
    assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())));
    link.close();
    assertFalse(Files.exists(socket));
  }

  @Test
  void theSocketOfAnAgentThatWasKilledIsTakenOver() throws IOException {
    link.close();
    Files.createFile(MessageLine.socket(data));
    link = link(Optional.empty());
    link.start();
    assertEquals(new AgentMessage.NoLine(), ask());
  }

  @Test
  void withoutASocketTheAgentGoesOn() throws IOException {
    link.close();
    Path folder = MessageLine.socket(data).getParent();
    Files.delete(folder);
    Files.createFile(folder);
    link = link(Optional.empty());
    link.start();
    assertTrue(Files.isRegularFile(folder));
  }
}
