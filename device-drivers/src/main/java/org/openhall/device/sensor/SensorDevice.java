package org.openhall.device.sensor;

import java.time.Duration;
import org.openhall.device.Capabilities;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.DoorSwitch;
import org.openhall.device.PresenceSensor;
import org.openhall.device.Prompt;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.SelfTestOutcome.Step;
import org.openhall.device.Sense;
import org.openhall.device.transport.CommandCancelledException;
import org.openhall.device.transport.CommandRun;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.Connection;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.DeviceJob;
import org.openhall.device.transport.DeviceThread;
import org.openhall.device.transport.DeviceThread.Driven;
import org.openhall.device.transport.DeviceThread.Timing;
import org.openhall.device.transport.Port;
import org.openhall.device.transport.SelfTestJob;
import org.openhall.device.transport.SelfTestJob.Sheet;
import org.openhall.device.transport.ThreadedDevice;

/** A sensor with two states, looked at ten times a second. */
abstract class SensorDevice extends ThreadedDevice<SensorDevice.Steadied> {

  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final Duration PERSON = Duration.ofSeconds(30);

  private SensorDevice(SensorSetup setup, String kind, Detail whileActive) {
    super(
        DeviceThread.start(
            new Driven<>(
                setup.key(),
                Capabilities.of(kind),
                steadied(setup),
                contact -> contact.look(whileActive),
                setup.recorder()),
            Timing.checkingEvery(LOOK_EVERY)));
  }

  private static Port<Steadied> steadied(SensorSetup setup) {
    return () ->
        new Steadied(setup.port().open(), setup.inverted(), new Debounce(setup.debounce()));
  }

  /** Senses somebody before the terminal. */
  static final class Presence extends SensorDevice implements PresenceSensor {
    Presence(SensorSetup setup) {
      super(setup, PresenceSensor.KIND, Detail.NONE);
    }

    @Override
    void askPerson(Steadied contact, CommandRun run, Sheet sheet)
        throws DeviceFaultException, CommandCancelledException {
      run.ask(Prompt.STEP_NEAR);
      sheet.write(Step.SEEN, contact.becomes(Sense.ACTIVE, run), "");
      run.ask(Prompt.STEP_AWAY);
      sheet.write(Step.GONE, contact.becomes(Sense.QUIET, run), "");
    }
  }

  /** Senses whether a door is open. */
  static final class Door extends SensorDevice implements DoorSwitch {
    Door(SensorSetup setup) {
      super(setup, DoorSwitch.KIND, Detail.DOOR_OPEN);
    }

    @Override
    void askPerson(Steadied contact, CommandRun run, Sheet sheet)
        throws DeviceFaultException, CommandCancelledException {
      run.ask(Prompt.OPEN_DOOR);
      sheet.write(Step.OPENED, contact.becomes(Sense.ACTIVE, run), "");
      run.ask(Prompt.SHUT_DOOR);
      sheet.write(Step.SHUT, contact.becomes(Sense.QUIET, run), "");
    }
  }

  /** A contact whose changes count when they last. */
  record Steadied(Contact contact, boolean inverted, Debounce debounce) implements Connection {

    Condition look(Detail whileActive) throws DeviceFaultException {
      Condition now = contact.sample();
      Sense sense =
          debounce.take(inverted ? opposite(now.sense()) : now.sense(), System.nanoTime());
      boolean tells = now.state() == State.READY && sense == Sense.ACTIVE;
      return (tells && whileActive != Detail.NONE ? Condition.attention(whileActive) : now)
          .with(sense);
    }

    private static Sense opposite(Sense sense) {
      return switch (sense) {
        case ACTIVE -> Sense.QUIET;
        case QUIET -> Sense.ACTIVE;
        case UNKNOWN -> Sense.UNKNOWN;
      };
    }

    /** Waits for a person to bring it about; whether that came in time. */
    boolean becomes(Sense wanted, CommandRun run)
        throws DeviceFaultException, CommandCancelledException {
      long end = System.nanoTime() + PERSON.toNanos();
      while (look(Detail.NONE).sense() != wanted) {
        if (System.nanoTime() >= end) {
          return false;
        }
        var _ = run.await(LOOK_EVERY);
        run.requireWanted();
      }
      return true;
    }

    @Override
    public void wake() {
      contact.wake();
    }

    @Override
    public void close() {
      contact.close();
    }
  }

  /** Has a person bring about both states. */
  abstract void askPerson(Steadied contact, CommandRun run, Sheet sheet)
      throws DeviceFaultException, CommandCancelledException;

  @Override
  protected final DeviceJob<Steadied, SelfTestOutcome> test(SelfTest level) {
    return new SelfTestJob<>(
        level,
        (contact, run, sheet) -> {
          Condition now = contact.look(Detail.NONE);
          sheet.write(Step.SENSORS, now.sense() != Sense.UNKNOWN, now.sense().name());
          if (level == SelfTest.INTERACTIVE) {
            askPerson(contact, run, sheet);
          }
        });
  }
}
