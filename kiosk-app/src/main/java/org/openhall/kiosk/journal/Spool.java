package org.openhall.kiosk.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.link.JsonFile;
import org.openhall.link.UnreadableFileException;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.EventType;
import org.openhall.link.event.EventType.Worth;
import org.openhall.link.event.SpoolFolder;
import org.openhall.link.event.SpoolFolder.Waiting;

/**
 * The spool under its cap. Where room is wanting, counts are given up first, the oldest before the
 * others, then states; a citizen's matter never. What is given up is counted in a file that becomes
 * an event itself as soon as there is room.
 */
final class Spool {
  private final SpoolFolder folder;
  private final OpenEvent dropped;
  private final long cap;

  /**
   * @param cap bytes of the disk, in whole blocks
   */
  Spool(SpoolFolder folder, long cap) {
    this.folder = folder;
    this.dropped = new OpenEvent(folder, "dropped.open.json");
    this.cap = cap;
  }

  /** Keeps an event; false where there is no room, which is counted unless it is a citizen's. */
  boolean keep(EventMessage message) throws IOException {
    EventType type = EventType.of(message.type()).orElseThrow();
    if (!makeRoom(type, SpoolFolder.bytes(message), message.at())) {
      return false;
    }
    folder.put(message);
    return true;
  }

  /** Lets an event that was being written become one; false as above. */
  boolean admit(OpenEvent open) throws IOException {
    Optional<EventMessage> message = open.read();
    if (message.isEmpty()) {
      return true;
    }
    EventType type = EventType.of(message.get().type()).orElseThrow();
    if (!makeRoom(type, SpoolFolder.bytes(message.get()), message.get().at())) {
      open.delete();
      return false;
    }
    open.admit();
    return true;
  }

  /** Tells the office what was given up, where there is room for it now. */
  void tellDropped() throws IOException {
    Optional<EventMessage> message = dropped.read();
    if (message.isPresent() && used() + SpoolFolder.bytes(message.get()) <= cap) {
      dropped.admit();
    }
  }

  private boolean makeRoom(EventType type, long wanted, Instant at) throws IOException {
    long missing = used() + wanted - cap;
    List<Waiting> victims = victims(type.worth(), missing);
    if (victims.stream().mapToLong(Waiting::bytes).sum() < missing) {
      if (type.worth() != Worth.CITIZENS) {
        count(List.of(type), at);
      }
      return false;
    }
    if (!victims.isEmpty()) {
      // Counted first: killed between the two, one may be counted that is still sent, never missed.
      count(victims.stream().map(Waiting::type).toList(), at);
    }
    for (Waiting victim : victims) {
      folder.delete(victim);
    }
    return true;
  }

  /** What may be given up for something of this worth, as far as it is needed. */
  private List<Waiting> victims(Worth worth, long missing) throws IOException {
    List<Waiting> victims = new ArrayList<>();
    long found = 0;
    List<Waiting> candidates =
        folder.waiting().stream()
            .filter(w -> w.type().worth() != Worth.CITIZENS)
            .filter(w -> w.type().worth().compareTo(worth) <= 0)
            .sorted(Comparator.comparing(w -> w.type().worth())) // stable: oldest first in each
            .toList();
    for (Waiting candidate : candidates) {
      if (found >= missing) {
        break;
      }
      victims.add(candidate);
      found += candidate.bytes();
    }
    return victims;
  }

  private long used() throws IOException {
    return Stream.concat(folder.waiting().stream(), folder.setAside().stream())
        .mapToLong(Waiting::bytes)
        .sum();
  }

  private void count(List<EventType> types, Instant at) throws IOException {
    Optional<EventMessage> before = dropped.read();
    Map<EventType, Long> counts = new EnumMap<>(EventType.class);
    if (before.flatMap(EventMessage::read).orElse(null) instanceof Event.Dropped earlier) {
      counts.putAll(earlier.counts());
    }
    types.forEach(type -> counts.merge(type, 1L, Long::sum));
    String id = before.map(EventMessage::id).orElseGet(EventMessage::newId);
    Instant since = before.map(EventMessage::at).orElse(at);
    dropped.write(EventMessage.of(id, since, new Event.Dropped(counts)));
  }

  /**
   * An event that still grows, in a file of the folder that is none of the events yet. It has its
   * id from the beginning and becomes an event by its name alone: killed at any moment, it is one
   * of the two and never both.
   */
  record OpenEvent(SpoolFolder folder, String name) {

    /** What has been written; empty where there is nothing, or nothing that can be read. */
    Optional<EventMessage> read() throws IOException {
      try {
        return file().read();
      } catch (UnreadableFileException e) {
        delete();
        return Optional.empty();
      }
    }

    void write(EventMessage message) throws IOException {
      file().write(message);
    }

    void admit() throws IOException {
      Optional<EventMessage> message = read();
      if (message.isPresent()) {
        folder.admit(path(), message.get());
      }
    }

    void delete() throws IOException {
      Files.deleteIfExists(path());
    }

    private Path path() {
      return folder.folder().resolve(name);
    }

    private JsonFile<EventMessage> file() {
      return new JsonFile<>(folder.folder(), name, EventMessage.class);
    }
  }
}
