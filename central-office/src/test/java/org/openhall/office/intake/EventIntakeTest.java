package org.openhall.office.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.Json;
import org.openhall.link.envelope.Binding;
import org.openhall.link.envelope.Binding.Way;
import org.openhall.link.envelope.OpenOutcome;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.PersonalForm.Field;
import org.openhall.link.envelope.SealKey;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventBatch;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.EventReceipt;
import org.openhall.link.event.EventReceipt.Line;
import org.openhall.link.event.EventReceipt.Reason;
import org.openhall.link.event.UsageKind;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.intake.EventCounts.Row;

@OnBothDatabases
class EventIntakeTest {
  private static final Instant AT = Instant.parse("2026-11-30T01:00:00Z");
  private static final String NAME = "张三丰";

  private @TempDir Path folder;
  private OfficeDatabase database;
  private EventIntake intake;
  private final TestDatabase kind;

  EventIntakeTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    database = kind.open(folder);
    intake = new EventIntake(database, Clock.systemUTC());
    terminal("t-1", "一楼");
    terminal("t-2", "一楼");
  }

  private void terminal(String id, String hall) {
    database
        .client()
        .sql("INSERT INTO terminal (id, hall, enrolled_at) VALUES (?, ?, ?)")
        .params(id, hall, AT.toString())
        .update();
  }

  private static EventMessage usage(UsageKind kind, long count) {
    return EventMessage.of(AT, new Event.Usage(AT, Map.of(kind, count)));
  }

  private List<Row> counts() {
    return new EventCounts(database).from("2026-01-01");
  }

  private static Row row(String kind, long count, long terminals) {
    return new Row("一楼", "2026-11-30", kind, count, terminals);
  }

  @Test
  void whatIsSentTwiceCountsOnce() throws SQLException {
    EventMessage first = usage(UsageKind.VISIT, 3);
    EventMessage second = usage(UsageKind.VISIT, 4);
    EventMessage start = EventMessage.of(AT, new Event.KioskStarted(false));
    assertEquals(
        List.of(Line.accepted(first.id()), Line.accepted(start.id())),
        intake.take("t-1", new EventBatch(List.of(first, start))).lines());
    assertEquals(
        List.of(
            Line.duplicate(first.id()), Line.accepted(second.id()), Line.duplicate(second.id())),
        intake.take("t-1", new EventBatch(List.of(first, second, second))).lines());
    intake.take("t-2", new EventBatch(List.of(usage(UsageKind.VISIT, 10))));
    assertEquals(List.of(row("VISIT", 17, 2), row("kiosk-started", 1, 1)), counts());
  }

  /** Sums beyond the largest number are an error, for all of the office's counts. */
  @Test
  void aStolenTerminalCannotSpoilTheCountsOfAll() throws SQLException {
    EventMessage honest = usage(UsageKind.VISIT, 1);
    EventMessage forged = forged(Long.MAX_VALUE);
    intake.take("t-1", new EventBatch(List.of(honest)));
    assertEquals(
        List.of(Line.refused(forged.id(), Reason.MALFORMED)),
        intake.take("t-2", new EventBatch(List.of(forged))).lines());
    assertEquals(List.of(row("VISIT", 1, 1)), counts());
  }

  private static EventMessage forged(long count) {
    EventMessage usual = usage(UsageKind.VISIT, 7);
    String json = new String(Json.write(usual), StandardCharsets.UTF_8);
    String other = json.replace("\"VISIT\":7", "\"VISIT\":" + count);
    return Json.read(other.getBytes(StandardCharsets.UTF_8), EventMessage.class).orElseThrow();
  }

  @Test
  void aTerminalCannotTakeTheIdOfAnother() throws SQLException {
    EventMessage message = usage(UsageKind.VISIT, 1);
    intake.take("t-1", new EventBatch(List.of(message)));
    assertEquals(
        List.of(Line.accepted(message.id())),
        intake.take("t-2", new EventBatch(List.of(message))).lines());
    assertEquals(List.of(row("VISIT", 2, 2)), counts());
  }

  @Test
  void anOfficeThatDiesBetweenKeepingAndAnsweringCountsOnce() throws SQLException, IOException {
    EventBatch batch = new EventBatch(List.of(usage(UsageKind.VISIT, 3)));
    EventIntake dying =
        new EventIntake(
            database,
            Clock.systemUTC(),
            () -> {
              throw new IllegalStateException("power cut");
            });
    assertThrows(IllegalStateException.class, () -> dying.take("t-1", batch));
    EventReceipt again = new EventIntake(kind.open(folder), Clock.systemUTC()).take("t-1", batch);
    assertEquals(List.of(Line.duplicate(batch.events().getFirst().id())), again.lines());
    assertEquals(List.of(row("VISIT", 3, 1)), counts());
  }

  @Test
  void theSameBatchSentAtTheSameTimeCountsOnce() throws InterruptedException, ExecutionException {
    List<EventMessage> messages = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      messages.add(usage(UsageKind.PAGE_GUIDE, 1));
    }
    EventBatch batch = new EventBatch(messages);
    Callable<EventReceipt> sending = () -> intake.take("t-1", batch);
    long accepted = 0;
    try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
      for (Future<EventReceipt> sent :
          senders.invokeAll(java.util.Collections.nCopies(8, sending))) {
        accepted +=
            sent.get().lines().stream()
                .filter(line -> line.verdict() == EventReceipt.Verdict.ACCEPTED)
                .count();
      }
    }
    assertEquals(40, accepted);
    assertEquals(List.of(row("PAGE_GUIDE", 40, 1)), counts());
  }

  @Test
  void aBadOneIsRefusedByItselfAndBlocksNoOther() throws SQLException {
    EventMessage unknown =
        new EventMessage(EventMessage.newId(), AT, "query", Json.tree(Map.of("words", NAME)));
    EventMessage malformed =
        new EventMessage(EventMessage.newId(), AT, "rating", Json.tree(Map.of("level", 9)));
    EventMessage good = usage(UsageKind.PRINTED, 1);
    EventMessage farOff = EventMessage.of(Instant.MAX, new Event.KioskStarted(true));
    assertEquals(
        List.of(
            Line.refused(unknown.id(), Reason.UNKNOWN_TYPE),
            Line.refused(malformed.id(), Reason.MALFORMED),
            Line.accepted(good.id()),
            Line.accepted(farOff.id())),
        intake.take("t-1", new EventBatch(List.of(unknown, malformed, good, farOff))).lines());
    assertEquals(List.of(row("PRINTED", 1, 1)), counts());
  }

  @Test
  void fieldsThatNobodyKnowsAreNotKept() throws SQLException, IOException {
    String json =
        "{\"id\":\"%s\",\"at\":\"%s\",\"type\":\"rating\",\"event\":{\"level\":5,\"name\":\"%s\"}}"
            .formatted(EventMessage.newId(), AT, NAME);
    EventMessage message =
        Json.read(json.getBytes(StandardCharsets.UTF_8), EventMessage.class).orElseThrow();
    intake.take("t-1", new EventBatch(List.of(message)));
    assertNowhereOnTheDisk(NAME);
  }

  @Test
  void anApplicationIsKeptAsItCameAndOpensWithItsKeyAlone() throws SQLException, IOException {
    OpeningKey key = OpeningKey.generate(new SecureRandom());
    OpeningKey visit = OpeningKey.generate(new SecureRandom());
    String id = EventMessage.newId();
    PersonalForm form =
        new PersonalForm().put(Field.NAME, NAME).put(Field.REPLY_KEY, visit.sealKey().text());
    Event.Question question =
        new Event.Question(
            key.sealKey().seal(form.encode(), new Binding(Way.UP, "t-1", id, "question")));
    EventBatch batch = new EventBatch(List.of(EventMessage.of(id, AT, question)));
    intake.take("t-1", batch);
    intake.take("t-1", batch);
    intake.take("t-2", batch); // another terminal that repeats what it has heard

    SealedDesk desk = new SealedDesk(database, Clock.systemUTC());
    assertEquals(2, desk.all().size());
    assertEquals(new OpenOutcome.Spoiled(), desk.open(desk.all().getFirst(), key));
    SealedDesk.Kept kept = desk.all().getLast();
    assertFalse(kept.isKeyKnown());
    assertEquals(NAME, new String(form(desk.open(kept, key)).value(Field.NAME)));
    assertEquals(
        new OpenOutcome.OtherKey(key.sealKey().id()),
        desk.open(kept, OpeningKey.generate(new SecureRandom())));

    SealKey to =
        SealKey.parse(new String(form(desk.open(kept, key)).value(Field.REPLY_KEY))).orElseThrow();
    assertEquals(new ReplyOutcome.NotYet(), desk.reply("t-1", id));
    desk.answer(kept, to, new PersonalForm().put(Field.TEXT, "已办结，请张三丰领取"));
    Binding down = new Binding(Way.DOWN, "t-1", id, "question");
    var reply = assertInstanceOf(ReplyOutcome.Answered.class, desk.reply("t-1", id)).envelope();
    assertEquals(new ReplyOutcome.NotYet(), desk.reply("t-2", id));
    assertEquals(new ReplyOutcome.NoSuchEvent(), desk.reply("t-3", id));
    assertEquals("已办结，请张三丰领取", new String(form(visit.open(reply, down)).value(Field.TEXT)));
    assertEquals(
        new OpenOutcome.OtherKey(visit.sealKey().id()),
        key.open(reply, down),
        "the office neither");
    assertNowhereOnTheDisk(NAME);
  }

  private static PersonalForm form(OpenOutcome outcome) {
    return outcome instanceof OpenOutcome.Opened(var personal)
        ? PersonalForm.decode(personal).orElseThrow()
        : throwing(outcome);
  }

  private static PersonalForm throwing(OpenOutcome outcome) {
    throw new AssertionError(outcome.toString());
  }

  private void assertNowhereOnTheDisk(String words) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        String sought =
            new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(sought), file.toString());
      }
    }
  }
}
