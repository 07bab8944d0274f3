package org.openhall.kiosk.devices;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openhall.device.Devices;
import org.openhall.device.SelfTest;

/** Self tests for somebody at the screen, one at a time; ended from any thread. */
public final class DeviceTests {
  private final Devices devices;
  private final AtomicReference<@Nullable Errand> running = new AtomicReference<>();

  public DeviceTests(Devices devices) {
    this.devices = devices;
  }

  /**
   * Tests one device; returns when the test has ended.
   *
   * @param line gets what it says, in words, also on devices' threads
   * @return whether it passed
   */
  public boolean run(String key, SelfTest level, Locale locale, Consumer<String> line) {
    ReplyWords words = new ReplyWords(locale, false);
    Verdict verdict = new Verdict();
    Errand errand =
        new Errand(
            devices,
            () -> false,
            reply -> {
              verdict.hear(reply);
              line.accept(words.of(reply));
            });
    running.set(errand);
    errand.run(new DeviceRequest.Test(key, level));
    running.compareAndSet(errand, null);
    return verdict.good();
  }

  /** Ends the test that runs, if one does. */
  public void end() {
    Errand errand = running.get();
    if (errand != null) {
      errand.end();
    }
  }

  private static final class Verdict {
    private boolean good = true;

    synchronized void hear(DeviceReply reply) {
      good &= reply.good();
    }

    synchronized boolean good() {
      return good;
    }
  }
}
