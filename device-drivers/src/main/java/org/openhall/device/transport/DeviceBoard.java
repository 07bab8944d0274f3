package org.openhall.device.transport;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.openhall.device.Capabilities;
import org.openhall.device.Counters;
import org.openhall.device.Device;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceEvent.What;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.DeviceSnapshot;
import org.openhall.device.Media;
import org.openhall.device.Sense;
import org.openhall.device.Supply;

/**
 * What is known of one device, and those who want to know of it. Changed by the device's thread;
 * whoever begins to listen gets what is known first and then misses nothing.
 */
final class DeviceBoard {

  private static final System.Logger LOG = System.getLogger(DeviceBoard.class.getName());

  private final InstantSource clock;
  private final ReentrantLock telling = new ReentrantLock();
  private final List<Consumer<DeviceEvent>> listeners = new ArrayList<>();
  private volatile DeviceSnapshot known;
  private Counters counted = Counters.NONE;

  DeviceBoard(Capabilities capabilities, InstantSource clock) {
    this.clock = clock;
    DeviceHealth health = new DeviceHealth(State.STARTING, Detail.CONNECTING, clock.instant());
    known =
        new DeviceSnapshot(
            0, health, capabilities, 0, Media.UNKNOWN, Sense.UNKNOWN, Map.of(), Counters.NONE);
  }

  DeviceSnapshot known() {
    return known;
  }

  Device.Subscription add(Consumer<DeviceEvent> listener) {
    telling.lock();
    try {
      tell(listener, event(new DeviceEvent.Known(known)));
      listeners.add(listener);
    } finally {
      telling.unlock();
    }
    return () -> remove(listener);
  }

  private void remove(Consumer<DeviceEvent> listener) {
    telling.lock();
    try {
      listeners.remove(listener);
    } finally {
      telling.unlock();
    }
  }

  /**
   * Sets what a look found.
   *
   * @return whether the health is otherwise than before
   */
  boolean set(Condition condition) {
    condition.supplies().forEach(this::supply);
    condition.media().ifPresent(this::media);
    sense(condition.sense());
    DeviceHealth before = known.health();
    boolean changed =
        before.state() != condition.state()
            || before.detail() != condition.detail()
            || !before.code().equals(condition.code());
    if (changed) {
      change(
          new DeviceEvent.HealthChanged(
              new DeviceHealth(
                  condition.state(), condition.detail(), clock.instant(), condition.code())));
    }
    return changed;
  }

  void report(CommandRun.Report report) {
    switch (report) {
      case CommandRun.Report.Seen(Media media) -> media(media);
      case CommandRun.Report.More(Counters more) -> counted = counted.plus(more);
      case CommandRun.Report.Asked(DeviceEvent.Prompted prompt) -> change(prompt);
      case CommandRun.Report.Came(DeviceEvent.Progressed far) -> change(far);
      case CommandRun.Report.Found(Condition condition) -> set(condition);
    }
  }

  void count(String counter) {
    counted = counted.plus(counter, 1);
  }

  /** Tells what was counted since it was told last. */
  void tellCounters() {
    if (!counted.equals(known.counters())) {
      change(new DeviceEvent.Counted(counted));
    }
  }

  void capabilities(Capabilities capabilities) {
    if (!capabilities.equals(known.capabilities())) {
      change(new DeviceEvent.CapabilitiesChanged(capabilities));
    }
  }

  void supply(Supply supply, Supply.Level level) {
    if (known.supplies().get(supply) != level) {
      change(new DeviceEvent.SupplyChanged(supply, level));
    }
  }

  void media(Media seen) {
    if (seen != known.media()) {
      change(
          switch (seen) {
            case PRESENT -> new DeviceEvent.MediaInserted();
            case ABSENT -> new DeviceEvent.MediaTaken();
            case UNKNOWN -> new DeviceEvent.MediaUnseen();
          });
    }
  }

  private void sense(Sense sense) {
    if (sense != known.sense()) {
      change(new DeviceEvent.Sensed(sense));
    }
  }

  void change(What what) {
    telling.lock();
    try {
      known = after(what);
      DeviceEvent event = event(what);
      List.copyOf(listeners).forEach(listener -> tell(listener, event));
    } finally {
      telling.unlock();
    }
  }

  private DeviceEvent event(What what) {
    return new DeviceEvent(known.sequence(), clock.instant(), what);
  }

  private DeviceSnapshot after(What what) {
    DeviceSnapshot now = known;
    DeviceHealth health = now.health();
    Capabilities capabilities = now.capabilities();
    long command = now.command();
    Media media = now.media();
    Sense sense = now.sense();
    Map<Supply, Supply.Level> supplies = now.supplies();
    Counters counters = now.counters();
    switch (what) {
      case DeviceEvent.HealthChanged(DeviceHealth to) -> health = to;
      case DeviceEvent.CapabilitiesChanged(Capabilities to) -> capabilities = to;
      case DeviceEvent.MediaInserted _ -> media = Media.PRESENT;
      case DeviceEvent.MediaTaken _ -> media = Media.ABSENT;
      case DeviceEvent.MediaUnseen _ -> media = Media.UNKNOWN;
      case DeviceEvent.Sensed(Sense to) -> sense = to;
      case DeviceEvent.SupplyChanged(Supply supply, Supply.Level level) -> {
        supplies = new TreeMap<>(supplies);
        supplies.put(supply, level);
      }
      case DeviceEvent.Counted(Counters to) -> counters = to;
      case DeviceEvent.CommandBegan(long id, String _) -> command = id;
      case DeviceEvent.CommandEnded _ -> command = 0;
      case DeviceEvent.Known _, DeviceEvent.Prompted _, DeviceEvent.Progressed _ -> {
        // changes nothing that is known
      }
    }
    return new DeviceSnapshot(
        now.sequence() + 1, health, capabilities, command, media, sense, supplies, counters);
  }

  /** A future keeps whatever the listener throws to itself: it must not end the device. */
  private static void tell(Consumer<DeviceEvent> listener, DeviceEvent event) {
    CompletableFuture<Void> told =
        CompletableFuture.runAsync(() -> listener.accept(event), Runnable::run);
    if (told.isCompletedExceptionally()) {
      LOG.log(System.Logger.Level.ERROR, "a listener failed", told.exceptionNow());
    }
  }
}
