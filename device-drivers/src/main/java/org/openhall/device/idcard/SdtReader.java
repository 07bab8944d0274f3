package org.openhall.device.idcard;

import java.time.Duration;
import java.util.function.Consumer;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.IdCardReader;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.DeviceThread;
import org.openhall.device.transport.Line;
import org.openhall.device.transport.Port;

/** An identity-card reader whose security module speaks SDT over a line. */
final class SdtReader implements IdCardReader {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final DeviceThread.Timing timing;
  private final DeviceThread device;

  SdtReader(String name, Port port, DeviceThread.Timing timing) {
    this.timing = timing;
    device = DeviceThread.start(name, port, SdtReader::look, timing);
  }

  @Override
  public DeviceCommand<ReadOutcome> read(Duration timeout) {
    if (timeout.isNegative() || timeout.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException("a reading may wait 0 to 5 minutes, not " + timeout);
    }
    return device.submit(new ReadJob(timeout, timing.clock()));
  }

  @Override
  public DeviceHealth health() {
    return device.health();
  }

  @Override
  public Subscription onHealth(Consumer<DeviceHealth> listener) {
    return device.onHealth(listener);
  }

  @Override
  public void close() {
    device.close();
  }

  private static Condition look(Line line) throws DeviceFaultException {
    try (SdtReply reply = new SdtModule(line).ask(SdtCommand.STATUS)) {
      return switch (reply.status()) {
        case SdtReply.OK -> Condition.READY;
        case 0x60, 0x66 -> Condition.unavailable(Detail.SECURITY_MODULE_REFUSED);
        default -> Condition.unavailable(Detail.BAD_ANSWER);
      };
    } catch (GarbledAnswerException e) {
      throw new DeviceFaultException(Detail.BAD_ANSWER, "the status was garbled", e);
    }
  }
}
