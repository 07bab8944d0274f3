package org.openhall.kiosk.journal;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.kiosk.journal.Spool.OpenEvent;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.SpoolFolder;
import org.openhall.link.event.UsageKind;

/**
 * The counts of the present hour: in memory, on the disk whenever {@link #save} is called, and one
 * event when the hour is over.
 */
final class Usage {
  private final Spool spool;
  private final OpenEvent file;
  private String id = EventMessage.newId();
  private Event.@Nullable Usage counts;
  private boolean changed;

  Usage(SpoolFolder folder, Spool spool) {
    this.spool = spool;
    this.file = new OpenEvent(folder, "usage.open.json");
  }

  /** Goes on with what the program before this one counted, where the hour is still the same. */
  void resume(Instant now) throws IOException {
    Optional<EventMessage> left = file.read();
    if (left.isEmpty()) {
      return;
    }
    if (left.get().read().orElse(null) instanceof Event.Usage usage) {
      id = left.get().id();
      counts = usage;
    } else {
      file.delete();
    }
    turnHour(now);
  }

  void count(UsageKind kind, Instant now) throws IOException {
    turnHour(now);
    Event.Usage before = counts;
    counts = (before == null ? new Event.Usage(hour(now), Map.of()) : before).with(kind);
    changed = true;
  }

  /** Ends the hour, if it is over. */
  void turnHour(Instant now) throws IOException {
    Event.Usage ended = counts;
    if (ended == null || ended.hour().equals(hour(now))) {
      return;
    }
    save();
    spool.admit(file);
    counts = null;
    id = EventMessage.newId();
  }

  /** Writes what has been counted. */
  void save() throws IOException {
    if (changed && counts != null) {
      file.write(EventMessage.of(id, counts.hour(), counts));
      changed = false;
    }
  }

  private static Instant hour(Instant now) {
    return now.truncatedTo(ChronoUnit.HOURS);
  }
}
