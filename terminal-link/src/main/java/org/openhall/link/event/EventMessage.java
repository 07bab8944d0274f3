package org.openhall.link.event;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.openhall.link.Json;
import tools.jackson.databind.JsonNode;

/**
 * An event as it is kept and sent.
 *
 * @param id given by the terminal once and for all: whoever sees it twice counts it once
 * @param at by the terminal's clock
 * @param type {@link EventType#word()}
 * @param event what happened, by its type
 */
public record EventMessage(String id, Instant at, String type, JsonNode event) {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  public EventMessage {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(event, "event");
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("an event's id is a UUID");
    }
  }

  /** A new id. */
  public static String newId() {
    return UUID.randomUUID().toString();
  }

  /** An event with a new id. */
  public static EventMessage of(Instant at, Event event) {
    return of(newId(), at, event);
  }

  /** An event under an id, to which an envelope may be bound. */
  public static EventMessage of(String id, Instant at, Event event) {
    return new EventMessage(id, at, EventType.of(event).word(), Json.tree(event));
  }

  /** What happened; empty where it is none of the list, or not written as that type is. */
  public Optional<Event> read() {
    return EventType.of(type).flatMap(known -> Json.read(event, known.form()));
  }
}
