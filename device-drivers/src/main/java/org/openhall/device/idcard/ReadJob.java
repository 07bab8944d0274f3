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

  /** So many answers to find may be garbled in a row before the line is given up. */
  private static final int GARBLED_AT_MOST = 5;

  private final Duration timeout;
  private final InstantSource clock;

  ReadJob(Duration timeout, InstantSource clock) {
    this.timeout = timeout;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "read";
  }

  @Override
  public ReadOutcome run(Line line, CommandRun run) throws DeviceFaultException {
    SdtModule module = new SdtModule(line, run::cancelled);
    long end = System.nanoTime() + timeout.toNanos();
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

  /** Empty while no card is there. */
  private Optional<ReadOutcome> attempt(SdtModule module, CommandRun run)
      throws DeviceFaultException, GarbledAnswerException {
    int found = status(module, SdtCommand.FIND_CARD);
    if (found == 0x80) {
      return Optional.empty();
    }
    if (found != SdtReply.CARD_FOUND) {
      return Optional.of(outcomeOf(found));
    }
    run.seen(Media.PRESENT);
    try {
      int selected = status(module, SdtCommand.SELECT_CARD);
      return Optional.of(selected == SdtReply.OK ? read(module) : outcomeOf(selected));
    } catch (GarbledAnswerException e) {
      return Optional.of(new ReadOutcome.CardUnreadable());
    }
  }

  private static int status(SdtModule module, SdtCommand command)
      throws DeviceFaultException, GarbledAnswerException {
    try (SdtReply reply = module.ask(command)) {
      return reply.status();
    }
  }

  private ReadOutcome read(SdtModule module) throws DeviceFaultException, GarbledAnswerException {
    try (SdtReply reply = module.ask(SdtCommand.READ_TEXT_AND_PHOTO)) {
      return reply.status() == SdtReply.OK ? parse(reply) : outcomeOf(reply.status());
    }
  }

  /** Data: length of text and of photo, 2 bytes each, then both. The photo is only zeroed. */
  private static ReadOutcome parse(SdtReply reply) {
    if (reply.dataLength() < 4
        || reply.unsignedShort(0) != TextBlock.LENGTH
        || reply.dataLength() != 4 + TextBlock.LENGTH + reply.unsignedShort(2)) {
      return new ReadOutcome.CardUnreadable();
    }
    byte[] text = reply.data(4, TextBlock.LENGTH);
    try {
      return TextBlock.parse(text)
          .<ReadOutcome>map(ReadOutcome.CardRead::new)
          .orElseGet(ReadOutcome.CardUnreadable::new);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  /** What a status other than success means to whoever asked for a card. */
  private ReadOutcome outcomeOf(int status) {
    return switch (status) {
      // Card and module refuse each other, wrong kind of card, not read, not selected.
      case 0x31, 0x32, 0x33, 0x40, 0x41, 0x47, 0x80, 0x81, 0x91 -> new ReadOutcome.CardUnreadable();
      case 0x60, 0x66 -> unavailable(Detail.SECURITY_MODULE_REFUSED, status);
      default -> unavailable(Detail.BAD_ANSWER, status);
    };
  }

  private ReadOutcome unavailable(Detail detail, int status) {
    DeviceHealth health =
        new DeviceHealth(
            DeviceHealth.State.UNAVAILABLE, detail, clock.instant(), SdtReply.said(status));
    return new ReadOutcome.ReaderUnavailable(health);
  }
}
