package org.openhall.agent.spool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.identity.IdentityFolder;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.identity.SecureServer;
import org.openhall.agent.identity.TestAuthority;
import org.openhall.agent.text.Words;
import org.openhall.link.Json;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.envelope.Binding;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.link.envelope.Personal;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventBatch;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.EventReceipt;
import org.openhall.link.event.EventReceipt.Line;
import org.openhall.link.event.EventReceipt.Reason;
import org.openhall.link.event.SpoolFolder;
import org.openhall.link.event.SpoolFolder.Waiting;
import org.openhall.repository.storage.Storage;

/** Handing in over a real line, with offices that answer as they should and otherwise. */
class SpoolUploadTest {
  private static final Duration LIFE = Duration.ofDays(90);
  private static final Instant AT = Instant.parse("2026-11-30T01:00:00Z");

  private @TempDir Path data;
  private final List<EventBatch> sent = new ArrayList<>();
  private SecureServer office;
  private SpoolUpload upload;

  @BeforeEach
  void join() throws IOException {
    Instant start = Instant.now();
    TestAuthority authority = new TestAuthority();
    office =
        new SecureServer(authority.server("127.0.0.1", start.minus(LIFE), LIFE.multipliedBy(9)));
    new IdentityFolder(data, Storage.durable()).adopt(authority.terminal("t-1", start, LIFE));
    TerminalIdentity identity =
        new TerminalIdentity("t-1", office.address(), List.of("city"), start);
    Membership membership = Membership.of(data, identity, Clock.systemUTC()).orElseThrow();
    upload = new SpoolUpload(data, membership.line(), Words.in("en"));
  }

  @AfterEach
  void close() {
    office.close();
  }

  private SpoolFolder spool() {
    return SpoolFolder.of(data);
  }

  private EventMessage put(int second, Event event) throws IOException {
    EventMessage message = EventMessage.of(AT.plusSeconds(second), event);
    spool().put(message);
    return message;
  }

  private EventMessage put(int second) throws IOException {
    return put(second, new Event.ReleaseShown(second));
  }

  private EventMessage application(int second, int bytes) throws IOException {
    String id = EventMessage.newId();
    Binding here = new Binding(Binding.Way.UP, "t-1", id, "application");
    var envelope =
        OpeningKey.generate(new SecureRandom())
            .sealKey()
            .seal(Personal.takeOver(new byte[bytes]), here);
    EventMessage message =
        EventMessage.of(id, AT.plusSeconds(second), new Event.Application(envelope));
    spool().put(message);
    return message;
  }

  private List<String> waiting() throws IOException {
    return spool().waiting().stream().map(Waiting::id).toList();
  }

  private List<String> aside() throws IOException {
    return spool().setAside().stream().map(Waiting::id).toList();
  }

  /** An office that says this of each event. */
  private void says(Function<EventMessage, Line> word) {
    office.answer(asked -> {
      EventBatch batch = batch(asked);
      sent.add(batch);
      return receipt(batch.events().stream().map(word).toList());
    });
  }

  private static EventBatch batch(SecureServer.Asked asked) {
    assertEquals("/api/terminal/events", asked.path());
    assertEquals("CN=t-1", asked.by());
    return Json.read(asked.body().getBytes(StandardCharsets.UTF_8), EventBatch.class).orElseThrow();
  }

  private static SecureServer.Reply receipt(List<Line> lines) {
    return new SecureServer.Reply(200, Json.write(new EventReceipt(lines)));
  }

  private static Line accepted(EventMessage message) {
    return Line.accepted(message.id());
  }

  @Test
  void withNothingWaitingNobodyIsAsked() {
    assertEquals(new UploadOutcome.Nothing(), upload.run());
    assertEquals(List.of(), office.asked());
  }

  @Test
  void onlyWhatTheOfficeNamesAsKeptIsForgotten() throws IOException {
    EventMessage kept = put(1);
    EventMessage twice = put(2);
    EventMessage refused = put(3);
    EventMessage unheard = put(4);
    EventMessage forgotten = put(5);
    office.answer(asked ->
        receipt(
            List.of(
                Line.accepted(kept.id()),
                Line.duplicate(twice.id()),
                Line.refused(refused.id(), Reason.UNKNOWN_TYPE),
                new Line(unheard.id(), EventReceipt.Verdict.OTHER, null),
                Line.accepted("of another"))));
    assertEquals(new UploadOutcome.HandedIn(2, 1), upload.run());
    assertEquals(List.of(unheard.id(), forgotten.id()), waiting());
    assertEquals(List.of(refused.id()), aside());
    assertEquals(1, office.asked().size(), "nothing is asked about twice in a run");
  }

  @Test
  void whateverTheLineDoesNothingIsLost() throws IOException {
    EventMessage one = put(1);
    for (SecureServer.Reply reply :
        List.of(
            new SecureServer.Reply(0, new byte[0]),
            new SecureServer.Reply(500, new byte[0]),
            new SecureServer.Reply(403, new byte[0]),
            new SecureServer.Reply(404, new byte[0]),
            new SecureServer.Reply(200, "<html>".getBytes(StandardCharsets.UTF_8)))) {
      office.answer(_ -> reply);
      int before = office.asked().size();
      assertInstanceOf(UploadOutcome.Later.class, upload.run());
      assertEquals(List.of(one.id()), waiting());
      assertTrue(office.asked().size() <= before + 2, "no tight loop");
    }
    office.close();
    assertInstanceOf(UploadOutcome.Later.class, upload.run());
    assertEquals(List.of(one.id()), waiting());
    assertEquals(List.of(), aside());
  }

  @Test
  void aDamagedOneIsLaidAsideAndHoldsUpNoOther() throws IOException {
    EventMessage damaged = put(1);
    EventMessage renamed = put(2);
    EventMessage good = put(3);
    says(SpoolUploadTest::accepted);
    Files.writeString(spool().waiting().getFirst().file(), "{\"id\":");
    Path other = spool().waiting().get(1).file();
    String stranger = EventMessage.newId();
    Files.move(other, Path.of(other.toString().replace(renamed.id(), stranger)));
    assertEquals(new UploadOutcome.HandedIn(1, 2), upload.run());
    assertEquals(List.of(), waiting());
    assertEquals(List.of(damaged.id(), stranger), aside());
    assertEquals(
        List.of(good.id()), sent.getFirst().events().stream().map(EventMessage::id).toList());
    assertEquals(new UploadOutcome.Nothing(), upload.run());
  }

  @Test
  void oneThatSpoilsABatchIsFoundAndTheOthersGoThrough() throws IOException {
    List<String> good = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      good.add(put(i).id());
    }
    String bad = good.get(17);
    office.answer(asked -> {
      EventBatch batch = batch(asked);
      sent.add(batch);
      return batch.events().stream().anyMatch(message -> message.id().equals(bad))
          ? new SecureServer.Reply(400, new byte[0])
          : receipt(batch.events().stream().map(SpoolUploadTest::accepted).toList());
    });
    for (int run = 0; run < 5 && !waiting().isEmpty(); run++) {
      upload.run();
    }
    assertEquals(List.of(), waiting());
    assertEquals(List.of(bad), aside());
    assertTrue(sent.size() < 30, "halves, not one by one: " + sent.size());
  }

  @Test
  void citizensMattersGoFirstAndNoBatchIsTooLarge() throws IOException {
    for (int i = 0; i < 250; i++) {
      put(i);
    }
    List<String> applications = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      applications.add(application(1_000 + i, 60_000).id());
    }
    says(SpoolUploadTest::accepted);
    assertEquals(new UploadOutcome.HandedIn(270, 0), upload.run());
    List<String> order =
        sent.stream().flatMap(b -> b.events().stream()).map(EventMessage::id).toList();
    assertEquals(applications, order.subList(0, 20));
    for (EventBatch batch : sent) {
      assertTrue(batch.events().size() <= EventBatch.MOST);
      assertTrue(Json.write(batch).length <= EventBatch.LARGEST);
    }
    assertEquals(List.of(), waiting());
  }

  @Test
  void whatLiesAsideDoesNotGrowWithoutEndButForCitizensMatters() throws IOException {
    EventMessage application = application(0, 10);
    for (int i = 1; i <= 130; i++) {
      put(i);
    }
    says(message -> Line.refused(message.id(), Reason.UNKNOWN_TYPE));
    assertEquals(new UploadOutcome.HandedIn(0, 131), upload.run());
    assertEquals(101, aside().size());
    assertEquals(application.id(), aside().getFirst());
  }

  @Test
  void aTerminalWithoutALineKeepsEverything() throws IOException {
    EventMessage one = put(1);
    SpoolUpload none = new SpoolUpload(data, Optional.empty(), Words.in("en"));
    assertEquals(new UploadOutcome.Nothing(), none.run());
    assertEquals(List.of(one.id()), waiting());
  }
}
