package org.openhall.kiosk.screen.identify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceHealth;
import org.openhall.device.IdCardReader;
import org.openhall.device.IdentityCard;
import org.openhall.device.SocialCard;
import org.openhall.device.SocialCardReader;
import org.openhall.kiosk.screen.identify.CardReaders.Which;
import org.openhall.kiosk.screen.identify.IdentifyModel.Trouble;

/**
 * One wait at every reader of the terminal: the first card that is laid down counts, the other
 * readers are told to stop. A card that still comes then is erased unseen. Lives on the screen's
 * thread.
 */
final class CardWait {

  private final Consumer<End> ended;
  private final List<DeviceCommand<?>> commands = new ArrayList<>();
  private Which which;
  private Optional<End> soFar = Optional.empty();
  private int open;
  private boolean over;
  private boolean unwanted;

  /** How it ended. */
  sealed interface End {
    /** An identity card; who takes it must erase it. */
    record Identity(IdentityCard card) implements End {}

    /** A social-security card; who takes it must erase it. */
    record Social(SocialCard card) implements End {}

    /** No card, and why. */
    record Failed(Trouble trouble) implements End {}

    /** The citizen did not want to wait. */
    record Cancelled() implements End {}
  }

  private CardWait(Which which, Consumer<End> ended) {
    this.which = which;
    this.ended = ended;
  }

  /** Arms the readers. */
  static CardWait at(CardReaders readers, Duration longest, Executor screen, Consumer<End> ended) {
    CardWait wait = new CardWait(readers.which(), ended);
    List<Runnable> listening = new ArrayList<>();
    readers
        .idCard()
        .ifPresent(reader -> {
          DeviceCommand<IdCardReader.ReadOutcome> command = reader.read(longest);
          wait.commands.add(command);
          listening.add(() -> command.outcome().thenAcceptAsync(wait::idCard, screen));
        });
    readers
        .socialCard()
        .ifPresent(reader -> {
          DeviceCommand<SocialCardReader.ReadOutcome> command = reader.read(longest);
          wait.commands.add(command);
          listening.add(() -> command.outcome().thenAcceptAsync(wait::socialCard, screen));
        });
    wait.open = wait.commands.size();
    listening.forEach(Runnable::run);
    return wait;
  }

  /** The cards that are waited for; fewer once a reader turns out to be out of use. */
  Which which() {
    return which;
  }

  boolean over() {
    return over;
  }

  /** The citizen no longer wants to wait; a card that was just being read is erased. */
  void cancel() {
    unwanted = true;
    stop();
  }

  private void stop() {
    commands.forEach(DeviceCommand::cancel);
  }

  private void idCard(IdCardReader.ReadOutcome outcome) {
    switch (outcome) {
      case IdCardReader.ReadOutcome.CardRead(var card) -> decide(new End.Identity(card));
      case IdCardReader.ReadOutcome.CardUnreadable _ ->
          decide(new End.Failed(new Trouble.Unreadable(Which.ID_CARD)));
      case IdCardReader.ReadOutcome.NoCard _ -> nothing();
      case IdCardReader.ReadOutcome.Cancelled _ -> leave(new End.Cancelled());
      case IdCardReader.ReadOutcome.ReaderUnavailable(var health) -> lost(Which.ID_CARD, health);
    }
  }

  private void socialCard(SocialCardReader.ReadOutcome outcome) {
    switch (outcome) {
      case SocialCardReader.ReadOutcome.CardRead(var card) -> decide(new End.Social(card));
      case SocialCardReader.ReadOutcome.CardUnreadable _ ->
          decide(new End.Failed(new Trouble.Unreadable(Which.SOCIAL_CARD)));
      case SocialCardReader.ReadOutcome.OtherCard _ ->
          decide(new End.Failed(new Trouble.OtherCard()));
      case SocialCardReader.ReadOutcome.CardLocked _ ->
          decide(new End.Failed(new Trouble.Locked()));
      case SocialCardReader.ReadOutcome.NoCard _ -> nothing();
      case SocialCardReader.ReadOutcome.Cancelled _ -> leave(new End.Cancelled());
      case SocialCardReader.ReadOutcome.ReaderUnavailable(var health) ->
          lost(Which.SOCIAL_CARD, health);
    }
  }

  private void nothing() {
    leave(new End.Failed(new Trouble.NoCard(which)));
  }

  private void lost(Which reader, DeviceHealth health) {
    which = which.without(reader);
    leave(new End.Failed(new Trouble.Unavailable(health.detail())));
  }

  /** A card was there; what it gave ends the wait, unless another was first. */
  private void decide(End end) {
    if (over || unwanted) {
      erase(end);
      leave(new End.Cancelled());
      return;
    }
    over = true;
    stop();
    ended.accept(end);
  }

  /** One reader no longer waits; the last one's leaving ends the wait. */
  private void leave(End end) {
    open--;
    soFar = Optional.of(soFar.filter(before -> weight(before) > weight(end)).orElse(end));
    if (open == 0 && !over) {
      over = true;
      ended.accept(soFar.get());
    }
  }

  /** Of two readers without a card: what the citizen did, then what they could do again. */
  private static int weight(End end) {
    return switch (end) {
      case End.Cancelled _ -> 2;
      case End.Failed(Trouble.NoCard _) -> 1;
      default -> 0;
    };
  }

  private static void erase(End end) {
    switch (end) {
      case End.Identity(var card) -> card.close();
      case End.Social(var card) -> card.close();
      case End.Failed _, End.Cancelled _ -> {
        // nothing of a person
      }
    }
  }
}
