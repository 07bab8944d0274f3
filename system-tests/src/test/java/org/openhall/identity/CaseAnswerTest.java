package org.openhall.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.enrol.EnrolOutcome;
import org.openhall.agent.enrol.Enrolment;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.demo.hall.HallException;
import org.openhall.kiosk.agentlink.AskOutcome;
import org.openhall.kiosk.agentlink.AskOutcome.Reason;
import org.openhall.kiosk.agentlink.AskOutcome.Where;
import org.openhall.kiosk.agentlink.VisitLine;
import org.openhall.kiosk.shell.Session;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.envelope.OpenOutcome;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.PersonalForm.Field;
import org.openhall.link.envelope.SealKey;
import org.openhall.link.event.SpoolFolder;
import org.openhall.link.message.MessageLine;
import org.openhall.office.intake.ReplyOutcome;
import org.openhall.office.intake.SealedDesk.Kept;
import org.openhall.repository.metadata.RepositoryException;

/**
 * A question from the kiosk's own code over the agent, as a process with its real socket, and
 * mutual TLS to the office; and the answer back.
 */
class CaseAnswerTest {
  private static final String NAME = "欧阳明珠";
  private static final String ANSWER = "已办结，请到二号窗口领取";

  private @TempDir Path dir;
  private final BlockingQueue<AskOutcome> heard = new LinkedBlockingQueue<>();
  private final Session session = new Session();
  private RealOffice office;
  private Path data;
  private JavaProcess agent;

  @BeforeEach
  void begin()
      throws IOException, SQLException, RepositoryException, InterruptedException, HallException {
    office = new RealOffice(dir.resolve("office"));
    data = dir.resolve("terminal");
    assertInstanceOf(
        EnrolOutcome.Enrolled.class,
        new Enrolment(data, Clock.systemUTC())
            .enrol(new Enrolment.Wish(office.address(), office.token(), null, false)));
    startAgent();
  }

  private void startAgent() throws IOException, InterruptedException, HallException {
    Files.deleteIfExists(MessageLine.socket(data));
    agent = JavaProcess.agent(data);
    agent.await("the socket is there", () -> Files.exists(MessageLine.socket(data)));
    agent.await("content is there", () -> Files.exists(data.resolve("content/current")));
  }

  @AfterEach
  void end() {
    session.end();
    agent.close();
    office.close();
  }

  /** As the kiosk begins one when a citizen comes to it. */
  private VisitLine visit() throws IOException {
    session.begin();
    VisitLine line =
        new VisitLine(
            new VisitLine.Parts(
                data,
                TerminalIdentity.read(data).orElseThrow().terminalId(),
                new VisitLine.Pace(Duration.ofMillis(50), JavaProcess.HANGS),
                Clock.systemUTC(),
                new SecureRandom(),
                Runnable::run));
    session.onEnd(line::close);
    return line;
  }

  private void ask(VisitLine line) throws UnreadableSnapshotException {
    PersonalForm form = new PersonalForm().put(Field.NAME, NAME).put(Field.CASE_NUMBER, "42");
    line.ask(form, keyOfTheRelease(), heard::add);
  }

  private Optional<SealKey> keyOfTheRelease() throws UnreadableSnapshotException {
    Path db = new SnapshotDirectory(data.resolve("content")).candidates().getFirst().file();
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, Clock.systemUTC())) {
      return Optional.ofNullable(snapshot.release().intakeKey()).flatMap(SealKey::parse);
    }
  }

  private Kept arrived() throws IOException, InterruptedException, HallException {
    agent.await("the question is at the office", () -> !office.sealed().all().isEmpty());
    return office.sealed().all().getFirst();
  }

  /** The kiosk has heard that the office has the question: a break is waited out from now on. */
  private static boolean isBetweenTwoLooks() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> entry.getKey().getName().equals("visit"))
        .flatMap(entry -> Arrays.stream(entry.getValue()))
        .anyMatch(frame -> frame.getMethodName().equals("isCancelledWithin"));
  }

  private void answer(Kept kept) {
    var opened =
        assertInstanceOf(OpenOutcome.Opened.class, office.sealed().open(kept, office.intakeKey()));
    try (PersonalForm form = PersonalForm.decode(opened.personal()).orElseThrow()) {
      assertEquals(NAME, new String(form.value(Field.NAME)));
      SealKey visit = SealKey.parse(new String(form.value(Field.REPLY_KEY))).orElseThrow();
      office.sealed().answer(kept, visit, new PersonalForm().put(Field.TEXT, ANSWER));
    }
  }

  @Test
  void anAnswerReachesTheVisitThatAskedAndNobodyElse() throws Exception {
    VisitLine line = visit();
    ask(line);
    Kept kept = arrived();
    agent.await("the visit waits", CaseAnswerTest::isBetweenTwoLooks);
    agent.kill();
    startAgent(); // neither the question nor the visit knows of it
    answer(kept);
    var answered = assertInstanceOf(AskOutcome.Answered.class, heard.take());
    assertEquals(ANSWER, new String(answered.answer().value(Field.TEXT)));
    answered.answer().close();
    assertEquals(1, office.count("question"), "asked many times, counted once");

    session.end();
    ReplyOutcome.Answered left =
        assertInstanceOf(
            ReplyOutcome.Answered.class, office.sealed().reply(kept.terminalId(), kept.eventId()));
    assertThrows(IllegalStateException.class, () -> ask(line));
    assertInstanceOf(
        OpenOutcome.OtherKey.class, office.sealed().open(reply(kept, left), office.intakeKey()));
    assertFalse(
        SpoolFolder.of(data).waiting().stream().anyMatch(w -> w.type().word().equals("question")));
    Nowhere.assertNowhere(dir, NAME);
    Nowhere.assertNowhere(dir, ANSWER);
  }

  private static Kept reply(Kept kept, ReplyOutcome.Answered left) {
    return new Kept(
        kept.number(),
        kept.terminalId(),
        kept.eventId(),
        kept.hall(),
        kept.type(),
        kept.receivedAt(),
        left.envelope(),
        true,
        true);
  }

  @Test
  void aBrokenWayAndAClosedDoorAreSaid() throws Exception {
    office.terminals().revoke(TerminalIdentity.read(data).orElseThrow().terminalId(), "被盗");
    VisitLine line = visit();
    ask(line);
    assertEquals(new AskOutcome.Refused(Reason.LOCKED_OUT), heard.take());
    office.close();
    ask(line);
    assertEquals(new AskOutcome.NoLine(Where.OFFICE), heard.take());
    agent.kill();
    agent.ended();
    ask(line);
    assertEquals(new AskOutcome.NoLine(Where.AGENT), heard.take());
  }
}
