package org.openhall.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Tells when the first frame is on the screen: at the second pulse, when the first was drawn. */
final class FirstFrame {
  private static final int BEGUN_AFTER_NAME = 19;
  private static final int MILLIS_OF_A_TICK = 10;

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

  /**
   * Milliseconds since this process began, to a hundredth of a second; 0 if the system does not
   * say. The clock of the day would be wrong by up to a second: Linux knows its own start only so
   * well.
   */
  static long sinceStart() {
    try {
      String uptime = Files.readString(Path.of("/proc/uptime"));
      String process = Files.readString(Path.of("/proc/self/stat"));
      return sinceStart(uptime, process);
    } catch (IOException notLinux) {
      return 0;
    }
  }

  /**
   * The same from the text of {@code /proc/uptime} and {@code /proc/self/stat} (proc(5)): seconds
   * since the system began, and as its 22nd field the process's begin in hundredths of a second.
   */
  static long sinceStart(String uptime, String process) {
    String afterName = process.substring(process.lastIndexOf(')') + 2);
    long begun = Long.parseLong(afterName.split(" ", -1)[BEGUN_AFTER_NAME]) * MILLIS_OF_A_TICK;
    return Math.round(Double.parseDouble(uptime.split(" ", -1)[0]) * 1000) - begun;
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
