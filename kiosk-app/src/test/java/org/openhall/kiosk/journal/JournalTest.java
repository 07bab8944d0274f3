package org.openhall.kiosk.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.kiosk.journal.KeepOutcome.Kept;
import org.openhall.kiosk.journal.KeepOutcome.NotKept;
import org.openhall.kiosk.journal.KeepOutcome.Reason;
import org.openhall.link.envelope.Binding;
import org.openhall.link.envelope.OpenOutcome;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.PersonalForm.Field;
import org.openhall.link.envelope.SealKey;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.EventType;
import org.openhall.link.event.SpoolFolder;
import org.openhall.link.event.UsageKind;

class JournalTest {
  private static final Instant NINE = Instant.parse("2026-11-30T01:00:00Z");
  private static final long BLOCK = 4_096;

  private final OpeningKey office = OpeningKey.generate(new SecureRandom());
  private final SettableClock clock = new SettableClock(NINE);

  private @TempDir Path data;

  private Journal journal(long cap) {
    return new Journal(data, "t-1", cap, clock);
  }

  private Journal journal() {
    return journal(Journal.USUAL_CAP);
  }

  private Optional<SealKey> key() {
    return Optional.of(office.sealKey());
  }

  private static PersonalForm form(String name) {
    return new PersonalForm().put(Field.NAME, name);
  }

  private List<Event> events() throws IOException {
    SpoolFolder spool = SpoolFolder.of(data);
    List<Event> events = new ArrayList<>();
    for (SpoolFolder.Waiting waiting : spool.waiting()) {
      events.add(spool.read(waiting).flatMap(EventMessage::read).orElseThrow());
    }
    return events;
  }

  private static Event usage(int hour, UsageKind kind, long count) {
    return new Event.Usage(NINE.plus(Duration.ofHours(hour)), Map.of(kind, count));
  }

  @Test
  void anHourIsOneEventHoweverOftenTheProgramStarted() throws IOException {
    Journal first = journal();
    first.count(UsageKind.VISIT);
    first.save();
    first.count(UsageKind.VISIT);
    first.save();
    first.count(UsageKind.VISIT); // and is killed before the next minute
    Journal second = journal();
    second.open();
    second.count(UsageKind.VISIT);
    second.save();
    assertEquals(List.of(new Event.KioskStarted(false)), events());
    clock.pass(Duration.ofHours(1));
    second.count(UsageKind.PRINTED);
    second.save();
    assertTrue(events().contains(usage(0, UsageKind.VISIT, 3)), events().toString());
    clock.pass(Duration.ofHours(5));
    Journal third = journal();
    third.open();
    assertTrue(events().contains(usage(1, UsageKind.PRINTED, 1)), events().toString());
    assertEquals(2, events().stream().filter(e -> e instanceof Event.Usage).count());
  }

  @Test
  void anHourThatWasKilledBeforeItGotItsNameIsStillOneEvent() throws IOException {
    Journal first = journal();
    first.count(UsageKind.VISIT);
    first.save();
    Path open = data.resolve("spool/usage.open.json");
    byte[] written = Files.readAllBytes(open);
    clock.pass(Duration.ofHours(1));
    first.save();
    String id = SpoolFolder.of(data).waiting().getFirst().id();
    Files.write(open, written); // as if the rename had not come to the disk
    Files.delete(SpoolFolder.of(data).waiting().getFirst().file());
    journal().open();
    assertEquals(
        id,
        SpoolFolder.of(data).waiting().stream()
            .filter(w -> w.type() == EventType.USAGE)
            .findFirst()
            .orElseThrow()
            .id());
  }

  @Test
  void aStartTellsWhetherTheProgramHadEndedByItself() throws IOException {
    Journal first = journal();
    first.open();
    first.close();
    clock.pass(Duration.ofSeconds(1));
    Journal second = journal();
    second.open();
    clock.pass(Duration.ofSeconds(1));
    journal().open();
    assertEquals(
        List.of(
            new Event.KioskStarted(false),
            new Event.KioskStarted(false),
            new Event.KioskStarted(true)),
        events());
  }

  @Test
  void whatIsSubmittedOpensAtTheOfficeAlone() throws IOException {
    PersonalForm form = form("张三丰");
    Kept kept = assertInstanceOf(Kept.class, journal().submit(EventType.APPLICATION, form, key()));
    assertEquals(List.of(), form.fields());
    Event.Application application = assertInstanceOf(Event.Application.class, events().getFirst());
    var opened =
        assertInstanceOf(
            OpenOutcome.Opened.class,
            office.open(
                application.envelope(),
                new Binding(Binding.Way.UP, "t-1", kept.id(), "application")));
    assertEquals(
        "张三丰", new String(PersonalForm.decode(opened.personal()).orElseThrow().value(Field.NAME)));
  }

  @Test
  void whatCannotBeKeptSaysWhyAtOnce() throws IOException {
    Journal nobody = new Journal(data, "", Journal.USUAL_CAP, clock);
    assertEquals(
        new NotKept(Reason.NOT_ENROLLED), nobody.submit(EventType.APPLICATION, form("张三丰"), key()));
    assertEquals(
        new NotKept(Reason.NO_KEY),
        journal().submit(EventType.COMMENT, form("张三丰"), Optional.empty()));
    PersonalForm tooLong = form("丰".repeat(30_000));
    assertEquals(new NotKept(Reason.TOO_LONG), journal().submit(EventType.COMMENT, tooLong, key()));
    assertEquals(List.of(), tooLong.fields());
    assertEquals(List.of(), events());
    Files.writeString(data.resolve("spool"), "a file where the folder should be");
    assertEquals(new NotKept(Reason.DISK), journal().submit(EventType.COMMENT, form("张三丰"), key()));
  }

  @Test
  void countsAreGivenUpFirstThenStatesAndACitizensMatterNever() throws IOException {
    Journal journal = journal(10 * BLOCK);
    for (int hour = 0; hour < 4; hour++) {
      journal.count(UsageKind.VISIT);
      clock.pass(Duration.ofHours(1));
      journal.save();
    }
    for (int i = 0; i < 4; i++) {
      journal.note(new Event.ReleaseShown(i));
      clock.pass(Duration.ofSeconds(1));
    }
    journal.note(new Event.Rating(null, 5));
    journal.note(new Event.Rating(null, 4));
    assertEquals(10, events().size());

    journal.count(UsageKind.PRINTED); // a new count takes the place of the oldest
    clock.pass(Duration.ofHours(1));
    journal.save();
    assertFalse(events().contains(usage(0, UsageKind.VISIT, 1)));
    assertTrue(events().contains(usage(4, UsageKind.PRINTED, 1)));

    journal.note(new Event.ReleaseShown(9)); // a state takes the place of a count
    assertFalse(events().contains(usage(1, UsageKind.VISIT, 1)));

    assertInstanceOf(Kept.class, submit(journal)); // takes two blocks: a count each
    assertEquals(1, usages());
    assertInstanceOf(Kept.class, submit(journal));
    assertEquals(0, usages());
    assertFalse(events().contains(new Event.ReleaseShown(0)), "the oldest state");
    assertInstanceOf(Kept.class, submit(journal));
    assertInstanceOf(Kept.class, submit(journal));
    assertInstanceOf(Kept.class, submit(journal));
    assertEquals(5, events().size(), "five applications and nothing else: " + events());
    assertEquals(new NotKept(Reason.FULL), submit(journal));
    assertEquals(5, events().size());
    journal.count(UsageKind.VISIT);
    clock.pass(Duration.ofHours(1));
    journal.note(new Event.ReleaseShown(10));
    journal.save();
    assertEquals(5, events().size());

    for (SpoolFolder.Waiting waiting : SpoolFolder.of(data).waiting()) {
      SpoolFolder.of(data).delete(waiting); // the agent has handed them in
    }
    journal.save();
    assertEquals(
        List.of(
            new Event.Dropped(
                Map.of(EventType.USAGE, 6L, EventType.RELEASE_SHOWN, 6L, EventType.RATING, 2L))),
        events());
  }

  private KeepOutcome submit(Journal journal) {
    clock.pass(Duration.ofSeconds(1));
    return journal.submit(EventType.APPLICATION, form("张三丰"), key());
  }

  private long usages() throws IOException {
    return events().stream().filter(e -> e instanceof Event.Usage).count();
  }
}
