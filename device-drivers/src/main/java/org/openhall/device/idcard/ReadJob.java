package org.openhall.device.idcard;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.IdCardReader;
import org.openhall.device.IdCardReader.ReadOutcome;
import org.openhall.device.IdentityCard;
import org.openhall.device.Media;
import org.openhall.device.transport.CommandRun;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.DeviceJob;
import org.openhall.device.transport.Line;

/**
 * Waits for a card, selects and reads it: find (9F), select (90), read (90).
 *
 * <p>A card that was left lying after a reading answers find with 80, as if none were there, until
 * it is lifted. It is not selected without a find on purpose: it may be the card of the citizen
 * before, and only a card that is laid down during this reading is this citizen's.
 */
final class ReadJob implements DeviceJob<Line, ReadOutcome> {

  private static final Duration POLL = Duration.ofMillis(300);

  /** So many attempts may end in garbled answers in a row before the line is given up. */
  private static final int GARBLED_AT_MOST = 5;

  private static final String GARBLED = "garbled answers";

  /**
   * What is wanted.
   *
   * @param timeout how long to wait for a card
   * @param address whether the newest address is read too
   */
  record Wish(Duration timeout, boolean address) {}

  private final Wish wish;
  private final InstantSource clock;

  /** Whether a card was found and lost again in garbled answers. */
  private boolean lost;

  ReadJob(Wish wish, InstantSource clock) {
    this.wish = wish;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "read";
  }

  @Override
  public ReadOutcome run(Line line, CommandRun run) throws DeviceFaultException {
    SdtModule module = new SdtModule(line, run::cancelled);
    long end = System.nanoTime() + wish.timeout().toNanos();
    int garbled = 0;
    while (true) {
      try {
        Optional<ReadOutcome> outcome = attempt(module, run);
        garbled = 0;
        if (outcome.isPresent()) {
          run.seen(Media.UNKNOWN);
          return counted(wanted(outcome.get(), run), run);
        }
      } catch (GarbledAnswerException e) {
        garbled = requireFew(garbled + 1, e);
      }
      if (run.await(pause(end))) {
        return new ReadOutcome.Cancelled();
      }
      if (System.nanoTime() >= end) {
        return new ReadOutcome.NoCard();
      }
    }
  }

  @Override
  public ReadOutcome failed(DeviceHealth health) {
    return health.detail() == Detail.CLOSED
        ? new ReadOutcome.Cancelled()
        : new ReadOutcome.ReaderUnavailable(health);
  }

  @Override
  public ReadOutcome cancelled() {
    return new ReadOutcome.Cancelled();
  }

  /** A card that nobody wants any more is erased at once. */
  private static ReadOutcome wanted(ReadOutcome outcome, CommandRun run) {
    if (!run.cancelled()) {
      return outcome;
    }
    if (outcome instanceof ReadOutcome.CardRead(IdentityCard card)) {
      card.close();
    }
    return new ReadOutcome.Cancelled();
  }

  private static ReadOutcome counted(ReadOutcome outcome, CommandRun run) {
    switch (outcome) {
      case ReadOutcome.CardRead _ -> run.count(IdCardReader.CARDS_READ, 1);
      case ReadOutcome.CardUnreadable _ -> run.count(IdCardReader.CARDS_UNREADABLE, 1);
      default -> {
        // says nothing of a card
      }
    }
    return outcome;
  }

  private static int requireFew(int garbled, GarbledAnswerException cause)
      throws DeviceFaultException {
    if (garbled > GARBLED_AT_MOST) {
      throw new DeviceFaultException(Detail.BAD_ANSWER, "only garbled answers", cause);
    }
    return garbled;
  }

  private static Duration pause(long end) {
    long left = Math.max(0, end - System.nanoTime());
    return Duration.ofNanos(Math.min(POLL.toNanos(), left));
  }

  /** Empty while no card is there. A garbled answer to select leads back to find. */
  private Optional<ReadOutcome> attempt(SdtModule module, CommandRun run)
      throws DeviceFaultException, GarbledAnswerException {
    try (SdtReply found = module.ask(SdtCommand.FIND_CARD)) {
      if (found.meaning() == SdtStatus.NO_CARD) {
        return lost ? Optional.of(new ReadOutcome.CardUnreadable(GARBLED)) : Optional.empty();
      }
      if (found.meaning() != SdtStatus.FOUND) {
        return Optional.of(outcomeOf(found));
      }
    }
    run.seen(Media.PRESENT);
    lost = true;
    try (SdtReply selected = module.ask(SdtCommand.SELECT_CARD)) {
      boolean ready = selected.meaning() == SdtStatus.DONE;
      return Optional.of(ready ? read(module) : outcomeOf(selected));
    }
  }

  private ReadOutcome read(SdtModule module) throws DeviceFaultException {
    try (SdtReply reply = module.ask(SdtCommand.READ_TEXT_AND_PHOTO)) {
      return reply.meaning() == SdtStatus.DONE ? parse(reply, module) : outcomeOf(reply);
    } catch (GarbledAnswerException e) {
      return new ReadOutcome.CardUnreadable(GARBLED);
    }
  }

  /** Data: length of text and of photo, 2 bytes each, then both. The photo is only zeroed. */
  ReadOutcome parse(SdtReply reply, SdtModule module) throws DeviceFaultException {
    if (reply.dataLength() < 4
        || reply.unsignedShort(0) != TextBlock.LENGTH
        || reply.dataLength() != 4 + TextBlock.LENGTH + reply.unsignedShort(2)) {
      return new ReadOutcome.CardUnreadable("lengths of text and photo");
    }
    reply.erase(4 + TextBlock.LENGTH, reply.unsignedShort(2));
    byte[] text = reply.data(4, TextBlock.LENGTH);
    try {
      Optional<IdentityCard> card = TextBlock.parse(text);
      if (card.isEmpty()) {
        return new ReadOutcome.CardUnreadable("text of no card");
      }
      if (wish.address()) {
        new NewestAddress(module).addTo(card.get(), text);
      }
      return new ReadOutcome.CardRead(card.get());
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  /** What a status other than success means to whoever asked for a card. */
  private ReadOutcome outcomeOf(SdtReply reply) {
    return switch (reply.meaning()) {
      case CARD, NO_CARD, NO_CONTENT -> new ReadOutcome.CardUnreadable(reply.said());
      case MODULE -> unavailable(Detail.SECURITY_MODULE_REFUSED, reply);
      case DONE, FOUND, REQUEST_GARBLED, REFUSED, UNKNOWN -> unavailable(Detail.BAD_ANSWER, reply);
    };
  }

  private ReadOutcome unavailable(Detail detail, SdtReply reply) {
    DeviceHealth health =
        new DeviceHealth(DeviceHealth.State.UNAVAILABLE, detail, clock.instant(), reply.said());
    return new ReadOutcome.ReaderUnavailable(health);
  }
}
