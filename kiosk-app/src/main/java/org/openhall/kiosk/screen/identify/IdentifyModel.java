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
import org.openhall.device.DeviceHealth;
import org.openhall.device.IdentityCard;
import org.openhall.device.SocialCard;
import org.openhall.kiosk.screen.identify.CardReaders.Which;
import org.openhall.kiosk.shell.Session;

/**
 * What the identify screen knows. The readers are armed only after the citizen has agreed; what may
 * not be kept is erased before anything is said of it.
 */
final class IdentifyModel {
  /** How long a card is waited for. */
  static final Duration WAIT = Duration.ofSeconds(30);

  /** Younger persons need a guardian (个人信息保护法 第31条). */
  static final int AGE_OF_CONSENT = 14;

  private final CardReaders readers;
  private final Session session;
  private final Clock clock;
  private final Executor screen;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>();
  private @Nullable CardWait wait;
  private Instant deadline = Instant.MIN;
  private boolean closed;

  /** How far the citizen has come. */
  sealed interface State {
    /** Being told what for and how, before anything is read. */
    record Purpose() implements State {}

    /** The readers wait for one of these cards. */
    record Waiting(int secondsLeft, Which which) implements State {}

    /**
     * A card is kept for this visit; masked, as the screen and the receipt show it.
     *
     * @param maskedCardNumber the number of a social-security card, or empty
     */
    record Read(String maskedName, String maskedNumber, String maskedCardNumber) implements State {
      Which which() {
        return maskedCardNumber.isEmpty() ? Which.ID_CARD : Which.SOCIAL_CARD;
      }
    }

    /** It did not come to that. */
    record Failed(Trouble trouble) implements State {}
  }

  /** Why no card is kept. */
  sealed interface Trouble {
    /** This terminal has no reader. */
    record Absent() implements Trouble {}

    /** None of these cards came in time. */
    record NoCard(Which which) implements Trouble {}

    /** The card could not be read. */
    record Unreadable(Which which) implements Trouble {}

    /** A card with a chip that is no social-security card. */
    record OtherCard() implements Trouble {}

    /** Its issuer has locked the social-security card. */
    record Locked() implements Trouble {}

    /** The social-security card tells its holder only after a PIN, which is not asked here. */
    record Withheld() implements Trouble {}

    /** The reader cannot read now. */
    record Unavailable(DeviceHealth.Detail detail) implements Trouble {}

    /** The document is past its validity; it was erased. */
    record Expired() implements Trouble {}

    /** The holder is younger than 14; the card was erased. */
    record Child() implements Trouble {}
  }

  IdentifyModel(CardReaders readers, Session session, Clock clock, Executor screen) {
    this.readers = readers;
    this.session = session;
    this.clock = clock;
    this.screen = screen;
    state.set(first());
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** The cards that this terminal reads. */
  Which which() {
    return readers.which();
  }

  /** The citizen agrees: arms the readers. */
  void agree() {
    if (readers.which() == Which.NONE || wait != null) {
      return;
    }
    deadline = clock.instant().plus(WAIT);
    CardWait begun = CardWait.at(readers, WAIT, screen, this::ended);
    if (!begun.over()) {
      wait = begun;
      tick();
    }
  }

  /** Counts down; called a few times a second while the readers wait. */
  void tick() {
    if (wait != null) {
      long left = Duration.between(clock.instant(), deadline).plusMillis(999).toSeconds();
      int seconds = (int) Math.clamp(left, 0, WAIT.toSeconds());
      state.set(new State.Waiting(seconds, wait.which()));
    }
  }

  /** The citizen no longer wants to wait. */
  void cancel() {
    if (wait != null) {
      wait.cancel();
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
    if (readers.which() == Which.NONE) {
      return new State.Failed(new Trouble.Absent());
    }
    return session.card().map(this::masked).orElse(new State.Purpose());
  }

  /** A wait has ended; on the screen's thread. */
  private void ended(CardWait.End end) {
    wait = null;
    state.set(
        switch (end) {
          case CardWait.End.Identity(IdentityCard card) -> taken(card);
          case CardWait.End.Social(SocialCard card) -> taken(card);
          case CardWait.End.Failed(Trouble trouble) -> new State.Failed(trouble);
          case CardWait.End.Cancelled() -> first();
        });
  }

  private State taken(IdentityCard card) {
    Optional<State> refused = refused(card, card.expiredOn(LocalDate.now(clock)));
    if (refused.isPresent()) {
      card.close();
      return refused.get();
    }
    session.hold(card);
    return masked(card);
  }

  private State taken(SocialCard card) {
    boolean expired = card.expiredOn(LocalDate.now(clock));
    Optional<State> refused =
        card.identity()
            .map(holder -> refused(holder, expired))
            .orElse(Optional.of(new State.Failed(new Trouble.Withheld())));
    if (refused.isPresent()) {
      card.close();
      return refused.get();
    }
    session.hold(card);
    return masked(card.identity().orElseThrow());
  }

  /** Why a card may not be kept. */
  private Optional<State> refused(IdentityCard holder, boolean expired) {
    if (closed) {
      return Optional.of(new State.Purpose());
    }
    if (holder.youngerThan(AGE_OF_CONSENT, LocalDate.now(clock))) {
      return Optional.of(new State.Failed(new Trouble.Child()));
    }
    return expired ? Optional.of(new State.Failed(new Trouble.Expired())) : Optional.empty();
  }

  private State masked(IdentityCard holder) {
    String cardNumber = session.socialCard().map(SocialCard::maskedCardNumber).orElse("");
    return new State.Read(holder.maskedName(), holder.maskedNumber(), cardNumber);
  }
}
