package org.openhall.kiosk.agentlink;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openhall.kiosk.agentlink.AskOutcome.Reason;
import org.openhall.link.envelope.Binding;
import org.openhall.link.envelope.Binding.Way;
import org.openhall.link.envelope.Envelope;
import org.openhall.link.envelope.OpenOutcome;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.link.envelope.Personal;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.PersonalForm.Field;
import org.openhall.link.envelope.SealKey;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.EventType;

/**
 * The questions of one visit about a person's own case, and the answers. Both are sealed, and to
 * the answers there is one key, made at the first question and overwritten when this is closed:
 * whoever kept an answer cannot open it then. Called on the screen's thread, which never waits: a
 * thread of the visit's own does.
 */
public final class VisitLine implements AutoCloseable {
  private final Parts parts;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("visit").daemon().factory());
  private @Nullable Asking asking; // on the screen's thread, as isClosed
  private boolean isClosed;
  private final CompletableFuture<OpeningKey> overwritten = new CompletableFuture<>();
  private @Nullable OpeningKey key; // on the visit's own thread

  /**
   * What a terminal has for it.
   *
   * @param terminalId the terminal's identity, or empty before it is enrolled
   * @param pace how often and how long an answer is asked for
   * @param screen runs what is to happen on the screen's thread
   */
  public record Parts(
      Path dataDir,
      String terminalId,
      Pace pace,
      Clock clock,
      SecureRandom random,
      Executor screen) {}

  /**
   * How often and how long an answer is asked for.
   *
   * @param pause from one time to the next
   * @param patience over all, until it is said that there is no answer
   */
  public record Pace(Duration pause, Duration patience) {
    /** As long as somebody stands there and looks. */
    public static final Pace USUAL = new Pace(Duration.ofSeconds(2), Duration.ofMinutes(1));
  }

  public VisitLine(Parts parts) {
    this.parts = parts;
  }

  /**
   * Asks; a question that is under way is given up.
   *
   * @param form what is asked, to which the key for the answer is added; closed in any case
   * @param office the office's key as the release shown names it
   * @param then hears what came of it, once, on the screen's thread, unless {@link #cancel} or
   *     {@link #close} was called first
   */
  public void ask(PersonalForm form, Optional<SealKey> office, Consumer<AskOutcome> then) {
    if (isClosed) {
      form.close();
      throw new IllegalStateException("the visit has ended");
    }
    cancel();
    Asking mine = new Asking(parts.dataDir(), parts.pace());
    asking = mine;
    thread.execute(() -> {
      AskOutcome outcome = run(form, office, mine);
      parts.screen().execute(() -> tell(outcome, mine, then));
    });
  }

  private static void tell(AskOutcome outcome, Asking mine, Consumer<AskOutcome> then) {
    if (!mine.isCancelled()) {
      then.accept(outcome);
    } else if (outcome instanceof AskOutcome.Answered(PersonalForm answer)) {
      answer.close();
    }
  }

  private AskOutcome run(PersonalForm form, Optional<SealKey> office, Asking mine) {
    try (form) {
      if (parts.terminalId().isEmpty()) {
        return new AskOutcome.Refused(Reason.NOT_ENROLLED);
      }
      if (office.isEmpty()) {
        return new AskOutcome.Refused(Reason.NO_KEY);
      }
      OpeningKey visit = key();
      form.put(Field.REPLY_KEY, visit.sealKey().text());
      if (form.length() > SealKey.room()) {
        return new AskOutcome.Refused(Reason.TOO_LONG);
      }
      EventMessage question = question(form, office.get());
      return mine.run(question, envelope -> open(envelope, question.id(), visit));
    }
  }

  private OpeningKey key() {
    OpeningKey made = key == null ? OpeningKey.generate(parts.random()) : key;
    key = made;
    return made;
  }

  private EventMessage question(PersonalForm form, SealKey office) {
    String id = EventMessage.newId();
    Envelope envelope = office.seal(form.encode(), binding(Way.UP, id));
    return EventMessage.of(
        id, parts.clock().instant().truncatedTo(ChronoUnit.MILLIS), new Event.Question(envelope));
  }

  private Binding binding(Way way, String id) {
    return new Binding(way, parts.terminalId(), id, EventType.QUESTION.word());
  }

  private AskOutcome open(Envelope envelope, String id, OpeningKey visit) {
    if (!(visit.open(envelope, binding(Way.DOWN, id)) instanceof OpenOutcome.Opened(var opened))) {
      return new AskOutcome.Refused(Reason.UNREADABLE);
    }
    try (Personal personal = opened) {
      return PersonalForm.decode(personal)
          .<AskOutcome>map(AskOutcome.Answered::new)
          .orElseGet(() -> new AskOutcome.Refused(Reason.UNREADABLE));
    }
  }

  /** Gives up what is under way; nothing more is heard of it. */
  public void cancel() {
    if (asking != null) {
      asking.cancel();
    }
  }

  /** Ends it with the visit: what is under way is given up, and the key is overwritten. */
  @Override
  public void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    cancel();
    thread.execute(this::overwrite);
    thread.shutdown();
  }

  private void overwrite() {
    if (key != null) {
      key.close();
      overwritten.complete(key);
    }
  }

  /** The key when it is none any more, for tests. */
  Future<OpeningKey> overwritten() {
    return overwritten;
  }
}
