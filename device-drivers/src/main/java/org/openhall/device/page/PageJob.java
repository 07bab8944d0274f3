package org.openhall.device.page;

import com.hp.jipp.encoding.IppPacket;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.PageDocument;
import org.openhall.device.PagePrinter;
import org.openhall.device.PagePrinter.PageOutcome;
import org.openhall.device.PagePrinter.Refusal;
import org.openhall.device.transport.CommandCancelledException;
import org.openhall.device.transport.CommandRun;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.DeviceJob;

/** Prints one document once: look, make it ready, get a number, send, ask until it has ended. */
final class PageJob implements DeviceJob<IppLink, PageOutcome> {

  /**
   * How long to wait for what.
   *
   * @param look between two looks at a job
   * @param blocked for a person to see to a printer that does not go on, from page to page
   * @param whole for a job from its number to its end
   * @param unheard for a printer that has a job and is not heard of
   * @param settling for a job that was taken back, or for the answer to a document
   */
  record Patience(
      Duration look, Duration blocked, Duration whole, Duration unheard, Duration settling) {

    static final Patience USUAL =
        new Patience(
            Duration.ofSeconds(1),
            Duration.ofMinutes(3),
            Duration.ofMinutes(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(15));
  }

  private final PageDocument document;
  private final boolean twoSided;
  private final Patience patience;
  private boolean sent;

  PageJob(PageDocument document, boolean twoSided, Patience patience) {
    this.document = document;
    this.twoSided = twoSided;
    this.patience = patience;
  }

  @Override
  public String name() {
    return "print";
  }

  @Override
  public PageOutcome run(IppLink link, CommandRun run)
      throws DeviceFaultException, CommandCancelledException {
    try {
      Offer offer = Offer.of(link);
      Condition condition = offer.condition();
      if (StateReasons.blocks(condition)) {
        return new PageOutcome.NotPrinted(condition.detail());
      }
      Payload payload = ready(offer, run);
      Ticket ticket = Ticket.draw(link, offer, twoSided);
      if (run.cancelled()) {
        ticket.cancel();
        return cancelled();
      }
      sent = true;
      run.count(PagePrinter.DOCUMENTS_SENT, 1);
      CompletableFuture<IppPacket> upload = ticket.send(payload);
      PageOutcome outcome =
          new JobWatch(ticket, upload, run, document.pages(), patience).untilEnd();
      if (outcome instanceof PageOutcome.Printed) {
        run.count(PagePrinter.DOCUMENTS_PRINTED, 1);
        run.count(PagePrinter.PAGES_PRINTED, document.pages());
      }
      return outcome;
    } catch (NotTakenException e) {
      return e.outcome();
    }
  }

  private Payload ready(Offer offer, CommandRun run)
      throws NotTakenException, CommandCancelledException {
    if (!offer.numbersJobs()) {
      throw new NotTakenException(Refusal.NO_JOB_NUMBERS, offer.model());
    }
    if (!offer.knowsA4()) {
      throw new NotTakenException(Refusal.PAPER, Offer.A4);
    }
    Payload payload = Payload.of(document, offer, twoSided && offer.twoSided(), run);
    run.requireWanted();
    return payload;
  }

  @Override
  public PageOutcome failed(DeviceHealth health) {
    if (sent) {
      return new PageOutcome.Unknown(health.detail());
    }
    return health.detail() == Detail.CLOSED
        ? cancelled()
        : new PageOutcome.NotPrinted(health.detail());
  }

  @Override
  public PageOutcome cancelled() {
    return new PageOutcome.Cancelled(OptionalInt.of(0));
  }
}
