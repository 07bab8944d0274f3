package org.openhall.device.page;

import com.hp.jipp.encoding.IppPacket;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.PagePrinter.PageOutcome;
import org.openhall.device.PagePrinter.Refusal;
import org.openhall.device.transport.CommandRun;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;

/**
 * Asks a printer about a job until it has ended, while its document may still be on the way. A job
 * that is no longer wanted, or cannot go on, is taken back; what came of it is again what the
 * printer says.
 */
final class JobWatch {

  private final Ticket ticket;
  private final CompletableFuture<IppPacket> upload;
  private final CommandRun run;
  private final int pages;
  private final PageJob.Patience patience;
  private final long began = System.nanoTime();
  private long heard = began;
  private Optional<Long> blockedSince = Optional.empty();
  private Optional<Long> takenBackAt = Optional.empty();
  private Optional<Long> endedAt = Optional.empty();

  /** Why it was taken back; the outcome if the printer says that it was. */
  private @Nullable PageOutcome because;

  private Detail trouble = Detail.NONE;
  private boolean begun;
  private OptionalInt done = OptionalInt.empty();
  private int told = -1;

  JobWatch(
      Ticket ticket,
      CompletableFuture<IppPacket> upload,
      CommandRun run,
      int pages,
      PageJob.Patience patience) {
    this.ticket = ticket;
    this.upload = upload;
    this.run = run;
    this.pages = pages;
    this.patience = patience;
  }

  PageOutcome untilEnd() throws DeviceFaultException {
    Optional<PageOutcome> outcome = Optional.empty();
    while (outcome.isEmpty()) {
      ticket.link().pause(patience.look());
      outcome = turn();
    }
    upload.cancel(true);
    return outcome.get();
  }

  private Optional<PageOutcome> turn() {
    try {
      JobView view = ticket.look();
      heard = System.nanoTime();
      if (!view.ours()) {
        return Optional.of(new PageOutcome.Unknown(Detail.NO_ANSWER));
      }
      note(view);
      if (view.ended()) {
        return ended(view);
      }
      see(view);
      return takenBackAt.filter(at -> past(at, patience.settling())).map(_ -> unknown());
    } catch (DeviceFaultException e) {
      boolean lost = e.detail() == Detail.CLOSED || past(heard, patience.unheard());
      return lost ? Optional.of(new PageOutcome.Unknown(e.detail())) : Optional.empty();
    }
  }

  private PageOutcome unknown() {
    return new PageOutcome.Unknown(trouble == Detail.NONE ? Detail.NO_ANSWER : trouble);
  }

  private void note(JobView view) {
    begun |= view.begun();
    done = view.done().isPresent() ? view.done() : done;
    int known = Math.min(pages, done.orElse(0));
    if ((begun || taken()) && known > told) {
      told = known;
      blockedSince = Optional.empty();
      run.progressed(known, pages);
    }
  }

  /** Looks what may keep a job from its end, and takes it back where that is the end of it. */
  private void see(JobView view) throws DeviceFaultException {
    Condition condition = Offer.of(ticket.link()).condition();
    run.found(condition);
    trouble = StateReasons.holding(condition);
    blockedSince =
        trouble == Detail.NONE
            ? Optional.empty()
            : Optional.of(blockedSince.orElse(System.nanoTime()));
    if (run.cancelled()) {
      takeBack(new PageOutcome.Cancelled(OptionalInt.empty()));
    } else if (upload.state() == Future.State.SUCCESS && !Answers.done(upload.resultNow())) {
      takeBack(Answers.refusal(upload.resultNow()).outcome());
    } else if (upload.state() == Future.State.FAILED && !view.begun()) {
      takeBack(new PageOutcome.NotPrinted(Detail.LINE_LOST));
    } else if (blockedSince.filter(at -> past(at, patience.blocked())).isPresent()) {
      takeBack(new PageOutcome.NotPrinted(trouble));
    } else if (past(began, patience.whole())) {
      takeBack(new PageOutcome.NotPrinted(begun ? Detail.NO_ANSWER : Detail.BUSY));
    } else if (takenBackAt.isPresent()) {
      ticket.cancel();
    }
  }

  private void takeBack(PageOutcome why) throws DeviceFaultException {
    if (takenBackAt.isEmpty()) {
      takenBackAt = Optional.of(System.nanoTime());
      because = why;
    }
    ticket.cancel();
    upload.cancel(true);
  }

  /** What became of a job that has ended; nothing yet while the answer to its document is due. */
  private Optional<PageOutcome> ended(JobView view) {
    endedAt = Optional.of(endedAt.orElse(System.nanoTime()));
    if (!upload.isDone() && !past(endedAt.get(), patience.settling())) {
      return Optional.empty();
    }
    return Optional.of(view.completed() ? completed(view) : stopped(view));
  }

  private PageOutcome completed(JobView view) {
    if (!taken()) {
      // It says complete, and never said that it has the whole document.
      return new PageOutcome.Unknown(Detail.LINE_LOST);
    }
    return view.withErrors()
        ? new PageOutcome.Incomplete(done, Detail.DEVICE_FAULT)
        : new PageOutcome.Printed();
  }

  private PageOutcome stopped(JobView view) {
    PageOutcome why = because;
    if (why instanceof PageOutcome.Cancelled) {
      return new PageOutcome.Cancelled(begun ? done : OptionalInt.of(0));
    }
    if (why instanceof PageOutcome.Refused && !cameOut()) {
      return why;
    }
    if (view.unreadable() && !cameOut()) {
      return new PageOutcome.Refused(
          Refusal.FORMAT, Answers.plain(String.join(" ", view.reasons())));
    }
    Detail reason =
        why instanceof PageOutcome.NotPrinted(Detail known) ? known : reason(view.canceled());
    return cameOut()
        ? new PageOutcome.Incomplete(done, reason)
        : new PageOutcome.NotPrinted(reason);
  }

  private Detail reason(boolean canceled) {
    if (trouble != Detail.NONE) {
      return trouble;
    }
    return canceled ? Detail.STOPPED_AT_DEVICE : Detail.DEVICE_FAULT;
  }

  /** Whether a page came out, or may have: a printer that began and does not count. */
  private boolean cameOut() {
    return begun && done.orElse(1) > 0;
  }

  private boolean taken() {
    return upload.state() == Future.State.SUCCESS && Answers.done(upload.resultNow());
  }

  private static boolean past(long since, Duration limit) {
    return System.nanoTime() - since > limit.toNanos();
  }
}
