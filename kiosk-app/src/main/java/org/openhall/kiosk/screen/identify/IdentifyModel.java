package org.openhall.kiosk.screen.identify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceHealth;
import org.openhall.device.IdCardReader;
import org.openhall.device.IdCardReader.ReadOutcome;
import org.openhall.device.IdentityCard;
import org.openhall.kiosk.shell.Session;

/**
 * What the identify screen knows. The reader is armed only after the citizen has agreed; what may
 * not be kept is erased before anything is said of it.
 */
final class IdentifyModel {
  /** How long a card is waited for. */
  static final Duration WAIT = Duration.ofSeconds(30);

  /** Younger persons need a guardian (个人信息保护法 第31条). */
  static final int AGE_OF_CONSENT = 14;

  private final Optional<IdCardReader> reader;
  private final Session session;
  private final Clock clock;
  private final Executor screen;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>();
  private @Nullable DeviceCommand<ReadOutcome> reading;
  private Instant deadline = Instant.MIN;
  private boolean closed;

  /** How far the citizen has come. */
  sealed interface State {
    /** Being told what for and how, before anything is read. */
    record Purpose() implements State {}

    /** The reader waits for a card. */
    record Waiting(int secondsLeft) implements State {}

    /** A card is kept for this visit; masked, as the screen and the receipt show it. */
    record Read(String maskedName, String maskedNumber) implements State {}

    /** It did not come to that. */
    record Failed(Trouble trouble) implements State {}
  }

  /** Why no card is kept. */
  sealed interface Trouble {
    /** This terminal has no reader. */
    record Absent() implements Trouble {}

    /** No card came in time. */
    record NoCard() implements Trouble {}

    /** The card could not be read. */
    record Unreadable() implements Trouble {}

    /** The reader cannot read now. */
    record Unavailable(DeviceHealth.Detail detail) implements Trouble {}

    /** The document is past its validity; it was erased. */
    record Expired() implements Trouble {}

    /** The holder is younger than 14; the card was erased. */
    record Child() implements Trouble {}
  }

  IdentifyModel(Optional<IdCardReader> reader, Session session, Clock clock, Executor screen) {
    this.reader = reader;
    this.session = session;
    this.clock = clock;
    this.screen = screen;
    state.set(first());
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** The citizen agrees: arms the reader. */
  void agree() {
    if (reader.isEmpty() || reading != null) {
      return;
    }
    deadline = clock.instant().plus(WAIT);
    DeviceCommand<ReadOutcome> command = reader.get().read(WAIT);
    reading = command;
    tick();
    command.outcome().thenAcceptAsync(this::ended, screen);
  }

  /** Counts down; called a few times a second while the reader waits. */
  void tick() {
    if (reading != null) {
      long left = Duration.between(clock.instant(), deadline).plusMillis(999).toSeconds();
      state.set(new State.Waiting((int) Math.clamp(left, 0, WAIT.toSeconds())));
    }
  }

  /** The citizen no longer wants to wait. */
  void cancel() {
    if (reading != null) {
      reading.cancel();
    }
  }

  /** Goes back to the purpose notice; a kept card is erased. */
  void startAgain() {
    session.release();
    state.set(first());
  }

  /** The screen is left; a card that still comes is erased unseen. */
  void close() {
    closed = true;
    cancel();
  }

  private State first() {
    if (reader.isEmpty()) {
      return new State.Failed(new Trouble.Absent());
    }
    return session.card().map(IdentifyModel::masked).orElse(new State.Purpose());
  }

  /** A reading has ended; on the screen's thread. */
  void ended(ReadOutcome outcome) {
    reading = null;
    State next =
        switch (outcome) {
          case ReadOutcome.CardRead(IdentityCard card) -> taken(card);
          case ReadOutcome.NoCard _ -> new State.Failed(new Trouble.NoCard());
          case ReadOutcome.CardUnreadable _ -> new State.Failed(new Trouble.Unreadable());
          case ReadOutcome.Cancelled _ -> first();
          case ReadOutcome.ReaderUnavailable(DeviceHealth health) ->
              new State.Failed(new Trouble.Unavailable(health.detail()));
        };
    state.set(next);
  }

  private State taken(IdentityCard card) {
    LocalDate today = LocalDate.now(clock);
    if (closed) {
      card.close();
      return new State.Purpose();
    }
    if (card.youngerThan(AGE_OF_CONSENT, today)) {
      card.close();
      return new State.Failed(new Trouble.Child());
    }
    if (card.expiredOn(today)) {
      card.close();
      return new State.Failed(new Trouble.Expired());
    }
    session.hold(card);
    return masked(card);
  }

  private static State masked(IdentityCard card) {
    return new State.Read(card.maskedName(), card.maskedNumber());
  }
}
