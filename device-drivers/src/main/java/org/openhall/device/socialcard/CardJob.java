package org.openhall.device.socialcard;

import java.time.Duration;
import javax.smartcardio.CardTerminal;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.Media;
import org.openhall.device.SocialCardReader;
import org.openhall.device.SocialCardReader.ReadOutcome;
import org.openhall.device.transport.CommandCancelledException;
import org.openhall.device.transport.CommandRun;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.DeviceJob;

/** Waits until a card that was already read is out, then until one is in, and reads it. */
final class CardJob implements DeviceJob<ReaderSession, ReadOutcome> {

  /** SunPCSC cannot be woken, so no wait is long. */
  private static final Duration SLICE = Duration.ofMillis(500);

  private final Duration timeout;

  CardJob(Duration timeout) {
    this.timeout = timeout;
  }

  @Override
  public String name() {
    return "read";
  }

  @Override
  public ReadOutcome run(ReaderSession session, CommandRun run)
      throws DeviceFaultException, CommandCancelledException {
    CardTerminal reader = session.require();
    long end = System.nanoTime() + timeout.toNanos();
    if (!await(session, reader, end, run)) {
      return new ReadOutcome.NoCard();
    }
    run.seen(Media.PRESENT);
    ReadOutcome outcome = session.read(reader);
    if (run.cancelled() && outcome instanceof ReadOutcome.CardRead(var card)) {
      card.close();
    }
    run.requireWanted();
    count(outcome, run);
    return outcome;
  }

  /** Whether a card is in the reader that was not read before. */
  private static boolean await(ReaderSession session, CardTerminal reader, long end, CommandRun run)
      throws DeviceFaultException, CommandCancelledException {
    do {
      run.requireWanted();
      boolean in = session.cardIsIn(reader);
      if (in && !session.spent()) {
        return true;
      }
      run.seen(in ? Media.PRESENT : Media.ABSENT);
      var _ = session.await(reader, !in, slice(end));
    } while (System.nanoTime() < end);
    return session.cardIsIn(reader) && !session.spent();
  }

  private static Duration slice(long end) {
    long left = Math.max(0, end - System.nanoTime());
    return Duration.ofNanos(Math.min(SLICE.toNanos(), left));
  }

  private static void count(ReadOutcome outcome, CommandRun run) {
    switch (outcome) {
      case ReadOutcome.CardRead _ -> run.count(SocialCardReader.CARDS_READ, 1);
      case ReadOutcome.CardUnreadable _ -> run.count(SocialCardReader.CARDS_UNREADABLE, 1);
      default -> {
        // says nothing of a card
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
}
