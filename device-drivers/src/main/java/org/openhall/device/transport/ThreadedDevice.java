package org.openhall.device.transport;

import java.util.function.Consumer;
import org.openhall.device.Device;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceSnapshot;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.Trace;

/**
 * A device that a {@link DeviceThread} drives: all that devices have in common. A driver's device
 * extends it and adds the commands of its kind, each a {@link DeviceJob} that it submits.
 *
 * @param <C> the connection to the device
 */
public abstract class ThreadedDevice<C extends Connection> implements Device {

  private final DeviceThread<C> thread;

  /** Takes a thread over; it ends with the device. */
  protected ThreadedDevice(DeviceThread<C> thread) {
    this.thread = thread;
  }

  /** Puts a command at the end of the queue. Of a closed or overloaded device it ends at once. */
  protected final <T> DeviceCommand<T> submit(DeviceJob<C, T> job) {
    return thread.submit(job);
  }

  /** What is tested at this level, e.g. a {@link SelfTestJob}. */
  protected abstract DeviceJob<C, SelfTestOutcome> test(SelfTest level);

  @Override
  public final DeviceCommand<SelfTestOutcome> selfTest(SelfTest level) {
    return submit(test(level));
  }

  @Override
  public final DeviceSnapshot snapshot() {
    return thread.snapshot();
  }

  @Override
  public final Subscription onEvent(Consumer<DeviceEvent> listener) {
    return thread.onEvent(listener);
  }

  @Override
  public final Trace trace() {
    return thread.trace();
  }

  @Override
  public final void close() {
    thread.close();
  }
}
