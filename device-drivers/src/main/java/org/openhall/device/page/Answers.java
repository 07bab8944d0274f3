package org.openhall.device.page;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Status;
import java.util.Optional;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.PagePrinter.PageOutcome;
import org.openhall.device.PagePrinter.Refusal;
import org.openhall.device.transport.DeviceFaultException;

/** What the status of an answer means (RFC 8011 Appendix B). */
final class Answers {

  /** Up to here a status says that it was done, from here on that it was not. */
  private static final int FIRST_ERROR = 0x0400;

  private static final int MOST_LETTERS = 100;
  private static final int FIRST_SERVER_ERROR = 0x0500;

  private Answers() {}

  /** A value, if the answer has one that is of its type. */
  static <T> Optional<T> one(IppPacket answer, Tag group, AttributeType<T> type) {
    AttributeGroup values = answer.get(group);
    Attribute<T> attribute = values == null ? null : values.get(type);
    return attribute == null ? Optional.empty() : attribute.stream().findFirst();
  }

  /**
   * What a printer said, fit for a technician's terminal: no control characters, 100 letters at
   * most.
   */
  static String plain(String said) {
    String printable = said.replaceAll("\\p{C}", "").strip();
    return printable.substring(0, Math.min(MOST_LETTERS, printable.length()));
  }

  static boolean done(IppPacket answer) {
    return answer.getCode() >= 0 && answer.getCode() < FIRST_ERROR;
  }

  /** Of a question that every printer must answer. */
  static void requireDone(IppPacket answer) throws DeviceFaultException {
    if (!done(answer)) {
      throw new DeviceFaultException(
          Detail.BAD_ANSWER, "the printer does not say how it is", code(answer), null);
    }
  }

  static boolean notFound(IppPacket answer) {
    return is(answer, Status.clientErrorNotFound) || is(answer, Status.clientErrorGone);
  }

  /** Why a job or its document was not taken. */
  static NotTakenException refusal(IppPacket answer) {
    if (is(answer, Status.serverErrorBusy) || is(answer, Status.serverErrorTooManyJobs)) {
      return new NotTakenException(new PageOutcome.NotPrinted(Detail.BUSY));
    }
    if (is(answer, Status.serverErrorNotAcceptingJobs)) {
      return new NotTakenException(new PageOutcome.NotPrinted(Detail.OFFLINE));
    }
    if (answer.getCode() >= FIRST_SERVER_ERROR) {
      return new NotTakenException(new PageOutcome.NotPrinted(Detail.DEVICE_FAULT));
    }
    return new NotTakenException(why(answer), code(answer));
  }

  private static Refusal why(IppPacket answer) {
    if (is(answer, Status.clientErrorDocumentFormatNotSupported)
        || is(answer, Status.clientErrorDocumentFormatError)
        || is(answer, Status.clientErrorDocumentUnprintableError)) {
      return Refusal.FORMAT;
    }
    if (is(answer, Status.clientErrorRequestEntityTooLarge)) {
      return Refusal.TOO_LARGE;
    }
    if (is(answer, Status.clientErrorForbidden)
        || is(answer, Status.clientErrorNotAuthenticated)
        || is(answer, Status.clientErrorNotAuthorized)) {
      return Refusal.FORBIDDEN;
    }
    return Refusal.OTHER;
  }

  static String code(IppPacket answer) {
    return answer.getStatus().getName();
  }

  private static boolean is(IppPacket answer, Status status) {
    return answer.getCode() == status.getCode();
  }
}
