package org.openhall.kiosk.screen.identify;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.openhall.device.Capabilities;
import org.openhall.device.Counters;
import org.openhall.device.Device;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceSnapshot;
import org.openhall.device.IdCardReader;
import org.openhall.device.Media;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.Sense;
import org.openhall.device.SocialCardReader;

/** Both readers of a terminal, whose readings end when a test says so. */
final class PlayedReaders {
  final Played<IdCardReader.ReadOutcome> idCard = new Played<>();
  final Played<SocialCardReader.ReadOutcome> socialCard = new Played<>();

  CardReaders both() {
    return new CardReaders(Optional.of(new IdCards()), Optional.of(new SocialCards()));
  }

  CardReaders idCardOnly() {
    return new CardReaders(Optional.of(new IdCards()), Optional.empty());
  }

  CardReaders socialCardOnly() {
    return new CardReaders(Optional.empty(), Optional.of(new SocialCards()));
  }

  /** A reading that was begun; a cancel is remembered, and ends it when the test says so. */
  static final class Played<T> implements DeviceCommand<T> {
    private CompletableFuture<T> outcome = new CompletableFuture<>();
    int begun;
    boolean cancelled;

    void end(T how) {
      outcome.complete(how);
    }

    private Played<T> begin() {
      begun++;
      cancelled = false;
      outcome = new CompletableFuture<>();
      return this;
    }

    @Override
    public long id() {
      return begun;
    }

    @Override
    public CompletionStage<T> outcome() {
      return outcome;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  private final class IdCards extends Absent implements IdCardReader {
    @Override
    public DeviceCommand<IdCardReader.ReadOutcome> read(Duration timeout) {
      return idCard.begin();
    }
  }

  private final class SocialCards extends Absent implements SocialCardReader {
    @Override
    public DeviceCommand<SocialCardReader.ReadOutcome> read(Duration timeout) {
      return socialCard.begin();
    }
  }

  /** What of a device is not asked here. */
  private abstract static class Absent implements Device {
    @Override
    public DeviceSnapshot snapshot() {
      return new DeviceSnapshot(
          0,
          new DeviceHealth(DeviceHealth.State.READY, DeviceHealth.Detail.NONE, Instant.EPOCH),
          Capabilities.of("played"),
          0,
          Media.UNKNOWN,
          Sense.UNKNOWN,
          Map.of(),
          Counters.NONE);
    }

    @Override
    public Subscription onEvent(Consumer<DeviceEvent> listener) {
      return () -> {};
    }

    @Override
    public DeviceCommand<SelfTestOutcome> selfTest(SelfTest level) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
