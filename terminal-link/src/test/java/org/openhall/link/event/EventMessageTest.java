package org.openhall.link.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openhall.link.Base64Bytes;
import org.openhall.link.Json;
import org.openhall.link.acceptance.SignedReport;
import org.openhall.link.envelope.Binding;
import org.openhall.link.envelope.Envelope;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.link.envelope.Personal;

class EventMessageTest {
  private static final Instant AT = Instant.parse("2026-11-30T01:00:00Z");
  private static final Envelope ENVELOPE =
      OpeningKey.generate(new SecureRandom())
          .sealKey()
          .seal(
              Personal.takeOver(new byte[] {1}),
              new Binding(Binding.Way.UP, "t", "e", "application"));
  private static final List<Event> EACH =
      List.of(
          new Event.Usage(AT, Map.of(UsageKind.VISIT, 3L, UsageKind.PAGE_GUIDE, 7L)),
          new Event.DeviceState("receipt-printer", "out-of-paper", "none"),
          new Event.KioskStarted(true),
          new Event.ContentTrouble(7, "record x is damaged"),
          new Event.ReleaseShown(7),
          new Event.Dropped(Map.of(EventType.USAGE, 12L, EventType.DEVICE_STATE, 1L)),
          new Event.Rating("guide-1", 5),
          new Event.Service("technician", "self-test", "receipt-printer"),
          new Event.Acceptance(
              new SignedReport(
                  "{}", Base64Bytes.of(new byte[] {1}), Base64Bytes.of(new byte[] {2}))),
          new Event.Application(ENVELOPE),
          new Event.Question(ENVELOPE),
          new Event.Comment(ENVELOPE));

  private static EventMessage message(String type, String event) {
    String json =
        "{\"id\":\"%s\",\"at\":\"%s\",\"type\":\"%s\",\"event\":%s}"
            .formatted(EventMessage.newId(), AT, type, event);
    return Json.read(json.getBytes(StandardCharsets.UTF_8), EventMessage.class).orElseThrow();
  }

  @Test
  void everyEventOfTheListComesBackAsItWent() {
    Set<EventType> seen = new HashSet<>();
    for (Event event : EACH) {
      byte[] json = Json.write(EventMessage.of(AT, event));
      EventMessage carried = Json.read(json, EventMessage.class).orElseThrow();
      assertEquals(Optional.of(event), carried.read());
      seen.add(EventType.of(event));
    }
    assertEquals(Set.of(EventType.values()), seen);
  }

  @Test
  void thePaperNamesEveryEventAndEveryKindOfUsage() throws IOException {
    String paper = Files.readString(Path.of("../docs/events.md"));
    for (EventType type : EventType.values()) {
      assertTrue(paper.contains("| `" + type.word() + "` |"), type.word());
    }
    Arrays.stream(UsageKind.values())
        .forEach(kind -> assertTrue(paper.contains("`" + kind + "`"), kind.toString()));
  }

  @Test
  void whatIsNoneOfTheListIsNoEvent() {
    assertEquals(Optional.empty(), message("query", "{\"words\":\"x\"}").read());
    assertEquals(Optional.empty(), message("rating", "{\"level\":6}").read());
    assertEquals(Optional.empty(), message("rating", "[]").read());
    assertEquals(Optional.empty(), message("usage", "{\"hour\":\"x\",\"counts\":{}}").read());
    assertEquals(
        Optional.empty(),
        message("usage", "{\"hour\":\"%s\",\"counts\":{\"QUERY\":1}}".formatted(AT)).read());
    assertEquals(Optional.empty(), message("application", "{\"envelope\":{}}").read());
    assertThrows(
        IllegalArgumentException.class,
        () -> new EventMessage("../../etc", AT, "usage", Json.tree(Map.of())));
  }

  @Test
  void citizensMattersAreNeverGivenUp() {
    for (Event event : EACH) {
      assertEquals(
          event instanceof Event.Sealed,
          EventType.of(event).worth() == EventType.Worth.CITIZENS,
          event.toString());
    }
    assertFalse(EventType.of(EACH.getFirst()).worth() == EventType.Worth.STATE);
  }
}
