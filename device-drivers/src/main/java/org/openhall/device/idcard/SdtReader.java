package org.openhall.device.idcard;

import java.time.Duration;
import org.openhall.device.Capabilities;
import org.openhall.device.DeviceCommand;
import org.openhall.device.IdCardReader;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.transport.DeviceJob;
import org.openhall.device.transport.DeviceThread;
import org.openhall.device.transport.DeviceThread.Driven;
import org.openhall.device.transport.Line;
import org.openhall.device.transport.Port;
import org.openhall.device.transport.Recorder;
import org.openhall.device.transport.ThreadedDevice;

/** An identity-card reader whose security module speaks SDT over a line. */
final class SdtReader extends ThreadedDevice<Line> implements IdCardReader {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /**
   * A card that was read is not seen by the module until it is lifted, so it cannot tell that it
   * was taken.
   */
  private static final Capabilities PROFILE =
      Capabilities.of(KIND)
          .with(Capabilities.TELLS_INSERTED, true)
          .with(Capabilities.TELLS_TAKEN, false);

  private final DeviceThread.Timing timing;

  SdtReader(String name, Port<Line> port, DeviceThread.Timing timing) {
    super(
        DeviceThread.start(
            Driven.recorded(name, PROFILE, port, new SdtCheck(), new Recorder(SdtRedaction::new)),
            timing));
    this.timing = timing;
  }

  @Override
  public DeviceCommand<ReadOutcome> read(Duration timeout) {
    return read(new ReadJob.Wish(timeout, false));
  }

  @Override
  public DeviceCommand<ReadOutcome> readWithAddress(Duration timeout) {
    return read(new ReadJob.Wish(timeout, true));
  }

  private DeviceCommand<ReadOutcome> read(ReadJob.Wish wish) {
    Duration timeout = wish.timeout();
    if (timeout.isNegative() || timeout.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException("a reading may wait 0 to 5 minutes, not " + timeout);
    }
    return submit(new ReadJob(wish, timing.clock()));
  }

  @Override
  protected DeviceJob<Line, SelfTestOutcome> test(SelfTest level) {
    return SdtSelfTest.job(level, timing.clock());
  }
}
