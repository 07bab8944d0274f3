package org.openhall.kiosk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.openhall.device.Device;
import org.openhall.device.DeviceEvent;
import org.openhall.device.Sense;

/** What sensors of one kind sense together: something, where one does; lives on one thread. */
final class Senses {
  private final Map<Device, Sense> each = new HashMap<>();
  private final Consumer<Sense> to;

  private Senses(Consumer<Sense> to) {
    this.to = to;
  }

  /**
   * Follows sensors from now on.
   *
   * @param thread runs what is to happen on the thread of whoever wants to know
   * @param to gets what they sense together, at first and after each change of one of them
   */
  static void follow(List<? extends Device> sensors, Executor thread, Consumer<Sense> to) {
    Senses together = new Senses(to);
    for (Device sensor : sensors) {
      var _ =
          sensor.onEvent(event -> {
            switch (event.what()) {
              case DeviceEvent.Known(var known) ->
                  thread.execute(() -> together.sensed(sensor, known.sense()));
              case DeviceEvent.Sensed(Sense now) ->
                  thread.execute(() -> together.sensed(sensor, now));
              default -> {
                // says nothing of what is sensed
              }
            }
          });
    }
  }

  private void sensed(Device sensor, Sense now) {
    each.put(sensor, now);
    to.accept(
        each.containsValue(Sense.ACTIVE)
            ? Sense.ACTIVE
            : each.containsValue(Sense.QUIET) ? Sense.QUIET : Sense.UNKNOWN);
  }
}
