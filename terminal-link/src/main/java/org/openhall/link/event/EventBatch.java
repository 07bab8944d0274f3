package org.openhall.link.event;

import java.util.List;

/**
 * What a terminal hands in at a time: {@code POST /api/terminal/events}.
 *
 * @param events at most {@link #MOST}
 */
public record EventBatch(List<EventMessage> events) {
  public static final int MOST = 200;

  /** Bytes of the whole as JSON, at most. */
  public static final int LARGEST = 1 << 20;

  public EventBatch {
    events = List.copyOf(events);
    if (events.size() > MOST) {
      throw new IllegalArgumentException("more events than a batch takes");
    }
  }
}
