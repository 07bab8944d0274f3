package org.openhall.kiosk.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.openhall.link.envelope.Binding;
import org.openhall.link.envelope.Binding.Way;
import org.openhall.link.envelope.Envelope;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.SealKey;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.EventType;
import org.openhall.link.event.SpoolFolder;
import org.openhall.link.event.UsageKind;

/**
 * Keeps for the office what happens on this terminal. Writes to the disk before it answers, so not
 * on the screen's thread; one call at a time. A disk that fails is said on stderr once, and the
 * terminal goes on without a journal.
 */
public final class Journal implements AutoCloseable {
  /** How much the spool may take of the disk. */
  public static final long USUAL_CAP = 64L << 20;

  private final SpoolFolder folder;
  private final String terminalId;
  private final Clock clock;
  private final Spool spool;
  private final Usage usage;
  private final Path running;
  private boolean isFailing;

  /**
   * @param terminalId the terminal's identity, or empty before it is enrolled
   * @param cap bytes that the spool may take of the disk
   */
  public Journal(Path dataDir, String terminalId, long cap, Clock clock) {
    this.folder = SpoolFolder.of(dataDir);
    this.terminalId = terminalId;
    this.clock = clock;
    this.spool = new Spool(folder, cap);
    this.usage = new Usage(folder, spool);
    this.running = folder.folder().resolve("running");
  }

  private interface Work {
    void run() throws IOException;
  }

  /** Takes up where the program before this one ended, and notes the start. */
  public synchronized void open() {
    guarded(() -> {
      folder.make();
      folder.clearLeavings();
      usage.resume(clock.instant());
      boolean afterCrash = Files.exists(running);
      if (!afterCrash) {
        Files.createFile(running);
      }
      keepQuietly(new Event.KioskStarted(afterCrash));
    });
  }

  /** Counts something that was used; it is on the disk after the next {@link #save()}. */
  public synchronized void count(UsageKind kind) {
    guarded(() -> usage.count(kind, clock.instant()));
  }

  /** Brings the counts to the disk, and ends the hour when it is over. */
  public synchronized void save() {
    guarded(() -> {
      usage.turnHour(clock.instant());
      usage.save();
      if (Files.isDirectory(folder.folder())) {
        spool.tellDropped();
      }
    });
  }

  /** Notes something that happened and is no citizen's matter; without room it is counted only. */
  public synchronized void note(Event event) {
    guarded(() -> keepQuietly(event));
  }

  private void keepQuietly(Event event) throws IOException {
    var _ = spool.keep(EventMessage.of(at(event), event));
  }

  /** A rating is not to be found by the minute in which somebody stood there. */
  private Instant at(Event event) {
    Instant now = clock.instant();
    return event instanceof Event.Rating
        ? now.truncatedTo(ChronoUnit.HOURS)
        : now.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Seals a citizen's matter to the office and keeps it. Only what is {@link KeepOutcome.Kept}
   * reaches the office.
   *
   * @param type an application or a comment; a question is asked over the socket and never kept
   * @param form closed in any case
   * @param office the office's key as the release shown names it
   */
  public synchronized KeepOutcome submit(
      EventType type, PersonalForm form, Optional<SealKey> office) {
    try (form) {
      if (terminalId.isEmpty()) {
        return new KeepOutcome.NotKept(KeepOutcome.Reason.NOT_ENROLLED);
      }
      if (office.isEmpty()) {
        return new KeepOutcome.NotKept(KeepOutcome.Reason.NO_KEY);
      }
      if (form.length() > SealKey.room()) {
        return new KeepOutcome.NotKept(KeepOutcome.Reason.TOO_LONG);
      }
      return keep(type, form, office.get());
    }
  }

  private KeepOutcome keep(EventType type, PersonalForm form, SealKey office) {
    String id = EventMessage.newId();
    Envelope envelope =
        office.seal(form.encode(), new Binding(Way.UP, terminalId, id, type.word()));
    try {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      return spool.keep(EventMessage.of(id, now, sealed(type, envelope)))
          ? new KeepOutcome.Kept(id)
          : new KeepOutcome.NotKept(KeepOutcome.Reason.FULL);
    } catch (IOException e) {
      say(e);
      return new KeepOutcome.NotKept(KeepOutcome.Reason.DISK);
    }
  }

  private static Event.Sealed sealed(EventType type, Envelope envelope) {
    return switch (type) {
      case APPLICATION -> new Event.Application(envelope);
      case COMMENT -> new Event.Comment(envelope);
      case USAGE,
          DEVICE_STATE,
          KIOSK_STARTED,
          CONTENT_TROUBLE,
          RELEASE_SHOWN,
          DROPPED,
          RATING,
          SERVICE,
          ACCEPTANCE,
          QUESTION ->
          throw new IllegalArgumentException(type + " is not kept sealed");
    };
  }

  /** Saves, and notes that the program ends by itself. */
  @Override
  public synchronized void close() {
    save();
    guarded(() -> Files.deleteIfExists(running));
  }

  private void guarded(Work work) {
    try {
      work.run();
      isFailing = false;
    } catch (IOException e) {
      say(e);
    }
  }

  private void say(IOException e) {
    if (!isFailing) {
      System.err.println("kiosk: what happens cannot be kept for the office: " + e);
    }
    isFailing = true;
  }
}
