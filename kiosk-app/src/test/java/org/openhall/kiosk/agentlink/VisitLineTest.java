package org.openhall.kiosk.agentlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.kiosk.agentlink.AskOutcome.Reason;
import org.openhall.kiosk.agentlink.AskOutcome.Where;
import org.openhall.link.envelope.Binding;
import org.openhall.link.envelope.Binding.Way;
import org.openhall.link.envelope.Envelope;
import org.openhall.link.envelope.OpenOutcome;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.PersonalForm.Field;
import org.openhall.link.envelope.SealKey;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventMessage;
import org.openhall.link.message.AgentMessage;

/** One visit's questions, with a scripted agent at the other end of a real socket. */
class VisitLineTest {
  private static final Duration SOON = Duration.ofMillis(5);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final String ANSWER = "已办结，请到二号窗口领取";

  private @TempDir Path data;
  private final OpeningKey office = OpeningKey.generate(new SecureRandom());
  private final BlockingQueue<AskOutcome> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<EventMessage> asked = new LinkedBlockingQueue<>();
  private final List<VisitLine> lines = new ArrayList<>();

  @AfterEach
  void close() {
    lines.forEach(VisitLine::close);
  }

  private VisitLine line(String terminalId, Duration patience) {
    VisitLine line =
        new VisitLine(
            new VisitLine.Parts(
                data,
                terminalId,
                new VisitLine.Pace(SOON, patience),
                Clock.systemUTC(),
                new SecureRandom(),
                Runnable::run));
    lines.add(line);
    return line;
  }

  private ScriptedAgent agent(Function<EventMessage, AgentMessage> script) throws IOException {
    return new ScriptedAgent(
        data,
        question -> {
          asked.add(question);
          return Optional.of(script.apply(question).toJson());
        });
  }

  private static PersonalForm form() {
    return new PersonalForm().put(Field.CASE_NUMBER, "2026-0042");
  }

  private AskOutcome ask(VisitLine line) throws InterruptedException {
    line.ask(form(), Optional.of(office.sealKey()), heard::add);
    return heard.take();
  }

  private AgentMessage answered(EventMessage question) {
    return new AgentMessage.Answered(answer(question));
  }

  private Envelope answer(EventMessage question) {
    return visitKey(question)
        .seal(
            new PersonalForm().put(Field.TEXT, ANSWER).encode(),
            new Binding(Way.DOWN, "t-1", question.id(), "question"));
  }

  /** As the office finds it in what was sealed to it. */
  private SealKey visitKey(EventMessage question) {
    Event.Question event = (Event.Question) question.read().orElseThrow();
    Binding up = new Binding(Way.UP, "t-1", question.id(), "question");
    OpenOutcome.Opened opened =
        assertInstanceOf(OpenOutcome.Opened.class, office.open(event.envelope(), up));
    PersonalForm form = PersonalForm.decode(opened.personal()).orElseThrow();
    assertEquals("2026-0042", new String(form.value(Field.CASE_NUMBER)));
    return SealKey.parse(new String(form.value(Field.REPLY_KEY))).orElseThrow();
  }

  @Test
  void theSameQuestionIsAskedUntilItIsAnsweredAlsoOverABreak() throws Exception {
    List<AgentMessage> first =
        new ArrayList<>(List.of(new AgentMessage.NotYet(), new AgentMessage.NoLine()));
    try (var _ = agent(q -> first.isEmpty() ? answered(q) : first.removeFirst())) {
      var answered = assertInstanceOf(AskOutcome.Answered.class, ask(line("t-1", LONG)));
      assertEquals(ANSWER, new String(answered.answer().value(Field.TEXT)));
    }
    assertEquals(3, asked.size());
    assertEquals(1, asked.stream().distinct().count());
  }

  @Test
  void anAgentThatEndsMeanwhileIsWaitedFor() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    VisitLine line = line("t-1", LONG);
    try (var _ =
        agent(_ -> {
          ended.countDown();
          return new AgentMessage.NotYet();
        })) {
      line.ask(form(), Optional.of(office.sealKey()), heard::add);
      ended.await();
    }
    try (var _ = agent(this::answered)) {
      assertInstanceOf(AskOutcome.Answered.class, heard.take());
    }
  }

  @Test
  void whoWaitedInVainHearsSo() throws Exception {
    try (var _ = agent(_ -> new AgentMessage.NotYet())) {
      assertEquals(new AskOutcome.NotYet(), ask(line("t-1", SOON.multipliedBy(4))));
    }
  }

  @Test
  void aBrokenWayIsSaidAtOnce() throws Exception {
    assertEquals(new AskOutcome.NoLine(Where.AGENT), ask(line("t-1", LONG)));
    try (var _ = agent(_ -> new AgentMessage.NoLine())) {
      assertEquals(new AskOutcome.NoLine(Where.OFFICE), ask(line("t-1", LONG)));
    }
    try (var _ = new ScriptedAgent(data, _ -> Optional.empty())) {
      assertEquals(new AskOutcome.NoLine(Where.AGENT), ask(line("t-1", LONG)));
    }
  }

  @Test
  void anAgentThatSaysNothingIsGivenUp() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (var _ = agent(_ -> waiting(over))) {
      Duration patience = Duration.ofMillis(200);
      assertEquals(new AskOutcome.NoLine(Where.AGENT), ask(line("t-1", patience)));
      over.countDown();
    }
  }

  private static AgentMessage waiting(CountDownLatch over) {
    try {
      over.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new AgentMessage.NotYet();
  }

  @Test
  void whatCannotBeAskedIsRefusedBeforeAnybodyHearsOfIt() throws Exception {
    try (var _ = agent(this::answered)) {
      assertEquals(new AskOutcome.Refused(Reason.NOT_ENROLLED), ask(line("", LONG)));
      VisitLine line = line("t-1", LONG);
      line.ask(form(), Optional.empty(), heard::add);
      assertEquals(new AskOutcome.Refused(Reason.NO_KEY), heard.take());
      PersonalForm long_ = form().put(Field.TEXT, "长".repeat(SealKey.room() / 3));
      line.ask(long_, Optional.of(office.sealKey()), heard::add);
      assertEquals(new AskOutcome.Refused(Reason.TOO_LONG), heard.take());
      assertTrue(asked.isEmpty());
      assertTrue(long_.fields().isEmpty(), "closed in any case");
    }
  }

  @Test
  void anAnswerThatIsNoneOrAnotherVisitsIsRefused() throws Exception {
    Binding elsewhere = new Binding(Way.DOWN, "t-1", "another", "question");
    for (Function<EventMessage, Optional<byte[]>> script :
        List.<Function<EventMessage, Optional<byte[]>>>of(
            _ -> Optional.of("no message".getBytes(StandardCharsets.UTF_8)),
            _ -> Optional.of(new AgentMessage.Woken().toJson()),
            q -> sealed(visitKey(q), elsewhere),
            q -> sealed(office.sealKey(), new Binding(Way.DOWN, "t-1", q.id(), "question")))) {
      try (var _ = new ScriptedAgent(data, script)) {
        assertEquals(new AskOutcome.Refused(Reason.UNREADABLE), ask(line("t-1", LONG)));
      }
    }
  }

  private static Optional<byte[]> sealed(SealKey to, Binding binding) {
    PersonalForm text = new PersonalForm().put(Field.TEXT, ANSWER);
    return Optional.of(new AgentMessage.Answered(to.seal(text.encode(), binding)).toJson());
  }

  @Test
  void whatTheAgentRefusesIsRefused() throws Exception {
    for (AgentMessage.Reason reason : AgentMessage.Reason.values()) {
      try (var _ = agent(_ -> new AgentMessage.Refused(reason))) {
        Reason expected =
            reason == AgentMessage.Reason.LOCKED_OUT ? Reason.LOCKED_OUT : Reason.NOT_TAKEN;
        assertEquals(new AskOutcome.Refused(expected), ask(line("t-1", LONG)));
      }
    }
  }

  @Test
  void whoeverCancelsHearsNothingMoreAndMayAskAgain() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    BlockingQueue<AskOutcome> first = new LinkedBlockingQueue<>();
    VisitLine line = line("t-1", LONG);
    try (var _ = agent(q -> asked.size() == 1 ? waiting(over) : answered(q))) {
      line.ask(form(), Optional.of(office.sealKey()), first::add);
      EventMessage hung = asked.take();
      asked.add(hung);
      line.cancel();
      over.countDown();
      assertInstanceOf(AskOutcome.Answered.class, ask(line));
      assertTrue(first.isEmpty());
    }
  }

  @Test
  void theVisitsKeyIsTheSameForItsQuestionsAndAnotherVisitsIsAnother() throws Exception {
    try (var _ = agent(this::answered)) {
      VisitLine one = line("t-1", LONG);
      ask(one);
      ask(one);
      ask(line("t-1", LONG));
    }
    SealKey first = visitKey(asked.take());
    assertEquals(first, visitKey(asked.take()));
    assertNotEquals(first, visitKey(asked.take()));
  }

  @Test
  void afterItsEndAVisitAsksNothingAndItsAnswerIsOpenedByNobody() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    VisitLine line = line("t-1", LONG);
    PersonalForm late = form();
    try (var _ = agent(q -> asked.size() == 1 ? waiting(over) : answered(q))) {
      line.ask(form(), Optional.of(office.sealKey()), heard::add);
      EventMessage question = asked.take();
      line.close();
      over.countDown();
      OpeningKey key = line.overwritten().get();
      assertThrows(
          IllegalStateException.class,
          () ->
              key.open(answer(question), new Binding(Way.DOWN, "t-1", question.id(), "question")));
      assertThrows(IllegalStateException.class, key::secret);
      assertThrows(
          IllegalStateException.class,
          () -> line.ask(late, Optional.of(office.sealKey()), heard::add));
      assertTrue(late.fields().isEmpty(), "closed in any case");
      assertTrue(heard.isEmpty());
    }
  }
}
