package org.openhall.device.page;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeywordOrName;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.transport.DeviceFaultException;

/**
 * A job that a printer gave a number, before its document.
 *
 * @param name one that no other job has, for a printer that was restarted counts from 1 again
 */
record Ticket(IppLink link, int number, String name) {

  private static final String USER = "openhall";

  /** Makes an empty job at the printer; without a document it prints nothing, ever. */
  static Ticket draw(IppLink link, Offer offer, boolean twoSided)
      throws DeviceFaultException, NotTakenException {
    byte[] random = new byte[6];
    ThreadLocalRandom.current().nextBytes(random);
    String name = "OpenHall " + HexFormat.of().formatHex(random);
    List<Attribute<?>> wishes = new ArrayList<>();
    wishes.add(Types.media.of(new KeywordOrName(Offer.A4)));
    if (offer.twoSided()) {
      wishes.add(Types.sides.of(twoSided ? Offer.TWO_SIDED : "one-sided"));
    }
    IppPacket answer =
        link.tell(
            IppPacket.createJob(link.address().printer())
                .putOperationAttributes(Types.requestingUserName.of(USER), Types.jobName.of(name))
                .putJobAttributes(wishes));
    if (!Answers.done(answer)) {
      throw Answers.refusal(answer);
    }
    return Answers.one(answer, Tag.jobAttributes, Types.jobId)
        .filter(number -> number > 0)
        .map(number -> new Ticket(link, number, name))
        .orElseThrow(
            () -> new DeviceFaultException(Detail.BAD_ANSWER, "the printer gave a job no number"));
  }

  /** Sends the document, without waiting. */
  CompletableFuture<IppPacket> send(Payload payload) {
    return link.send(
        IppPacket.sendDocument(link.address().printer(), number)
            .putOperationAttributes(
                Types.requestingUserName.of(USER),
                Types.documentFormat.of(payload.format()),
                Types.lastDocument.of(true)),
        payload.bytes());
  }

  /** Asks how it is with the job. */
  JobView look() throws DeviceFaultException {
    IppPacket answer =
        link.ask(
            IppPacket.getJobAttributes(
                    link.address().printer(),
                    number,
                    Types.jobName,
                    Types.jobState,
                    Types.jobStateReasons,
                    Types.jobImpressionsCompleted)
                .putOperationAttributes(Types.requestingUserName.of(USER)));
    if (!Answers.done(answer) && !Answers.notFound(answer)) {
      throw new DeviceFaultException(
          Detail.BAD_ANSWER, "the printer does not tell of a job", Answers.code(answer), null);
    }
    return JobView.of(answer, name);
  }

  /** Takes the job back. One that has ended meanwhile stays as it is. */
  void cancel() throws DeviceFaultException {
    var _ =
        link.tell(
            IppPacket.cancelJob(link.address().printer(), number)
                .putOperationAttributes(Types.requestingUserName.of(USER)));
  }
}
