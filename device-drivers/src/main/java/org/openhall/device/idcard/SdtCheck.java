package org.openhall.device.idcard;

import java.util.Optional;
import org.openhall.device.Capabilities;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.IdCardReader;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.DeviceThread;
import org.openhall.device.transport.Line;

/** Asks the security module how it is, and for its number. */
final class SdtCheck implements DeviceThread.Check<Line> {

  private static final System.Logger LOG = System.getLogger(SdtCheck.class.getName());

  @Override
  public Condition look(Line line) throws DeviceFaultException {
    try (SdtReply reply = new SdtModule(line).ask(SdtCommand.STATUS)) {
      return switch (reply.meaning()) {
        case DONE -> Condition.READY;
        case MODULE -> Condition.unavailable(Detail.SECURITY_MODULE_REFUSED).saying(reply.said());
        default -> Condition.unavailable(Detail.BAD_ANSWER).saying(reply.said());
      };
    } catch (GarbledAnswerException e) {
      throw new DeviceFaultException(Detail.BAD_ANSWER, "the status was garbled", e);
    }
  }

  /** The number is good to know, not needed: a module that does not tell it may read cards. */
  @Override
  public Capabilities probe(Line line, Capabilities profile) {
    return number(line)
        .map(number -> profile.with(IdCardReader.MODULE_NUMBER, number))
        .orElse(profile);
  }

  /** The module's number as it is printed on it; empty where it does not tell. */
  static Optional<String> number(Line line) {
    try (SdtReply reply = new SdtModule(line).ask(SdtCommand.SAM_NUMBER)) {
      return reply.meaning() == SdtStatus.DONE
          ? SamNumber.of(reply.data(0, reply.dataLength()))
          : Optional.empty();
    } catch (GarbledAnswerException | DeviceFaultException e) {
      LOG.log(System.Logger.Level.DEBUG, "the module tells no number: " + e.getMessage());
      return Optional.empty();
    }
  }
}
