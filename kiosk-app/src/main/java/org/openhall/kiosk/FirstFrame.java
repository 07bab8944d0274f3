package org.openhall.kiosk;

import java.time.Duration;
import java.time.Instant;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Tells when the first frame is on the screen: at the second pulse, when the first was drawn. */
final class FirstFrame {
  private final Scene scene;
  private final Runnable then;
  private final Runnable listener = this::pulse;
  private int pulses;

  private FirstFrame(Scene scene, Runnable then) {
    this.scene = scene;
    this.then = then;
  }

  /** Watches a scene that is about to be shown. */
  static void of(Scene scene, Runnable then) {
    FirstFrame watch = new FirstFrame(scene, then);
    scene.addPostLayoutPulseListener(watch.listener);
    Platform.requestNextPulse();
  }

  /** Milliseconds since this process began. */
  static long sinceStart() {
    Instant begun = ProcessHandle.current().info().startInstant().orElse(Instant.now());
    return Duration.between(begun, Instant.now()).toMillis();
  }

  private void pulse() {
    pulses++;
    if (pulses == 1) {
      Platform.requestNextPulse();
    } else {
      Platform.runLater(() -> scene.removePostLayoutPulseListener(listener));
      if (pulses == 2) {
        then.run();
      }
    }
  }
}
