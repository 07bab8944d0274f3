package org.openhall.link.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The closed list of events. */
public enum EventType {
  USAGE(Event.Usage.class, Worth.COUNT),
  DEVICE_STATE(Event.DeviceState.class, Worth.STATE),
  KIOSK_STARTED(Event.KioskStarted.class, Worth.STATE),
  CONTENT_TROUBLE(Event.ContentTrouble.class, Worth.STATE),
  RELEASE_SHOWN(Event.ReleaseShown.class, Worth.STATE),
  DROPPED(Event.Dropped.class, Worth.WORD),
  RATING(Event.Rating.class, Worth.WORD),
  SERVICE(Event.Service.class, Worth.WORD),
  ACCEPTANCE(Event.Acceptance.class, Worth.WORD),
  APPLICATION(Event.Application.class, Worth.CITIZENS),
  QUESTION(Event.Question.class, Worth.CITIZENS),
  COMMENT(Event.Comment.class, Worth.CITIZENS);

  /** What is given up first where there is no room; {@link #CITIZENS} is never given up. */
  public enum Worth {
    COUNT,
    STATE,
    WORD,
    CITIZENS
  }

  private final Class<? extends Event> form;
  private final Worth worth;

  EventType(Class<? extends Event> form, Worth worth) {
    this.form = form;
    this.worth = worth;
  }

  /** What it is worth keeping. */
  public Worth worth() {
    return worth;
  }

  /** How it is read. */
  Class<? extends Event> form() {
    return form;
  }

  /** The name on the line and in file names. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The type of this name, if there is one. */
  public static Optional<EventType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }

  /** The type of an event. */
  public static EventType of(Event event) {
    return Arrays.stream(values())
        .filter(type -> type.form.isInstance(event))
        .findFirst()
        .orElseThrow();
  }
}
