package org.openhall.kiosk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openhall.device.Device;
import org.openhall.device.DeviceHealth;
import org.openhall.kiosk.shell.ContentState;
import org.openhall.link.JsonFile;
import org.openhall.link.status.KioskStatus;
import org.openhall.link.status.StatusFile;

/** Writes what is shown and how the devices are to status/kiosk.json. Nothing of a person. */
final class StatusReport implements AutoCloseable {
  private final JsonFile<KioskStatus> file;
  private final Clock clock;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("status").daemon().factory());
  private final Map<String, KioskStatus.Device> devices = new TreeMap<>();
  private long release;
  private Instant since;

  StatusReport(Path data, Clock clock) {
    this.file = StatusFile.kiosk(data);
    this.clock = clock;
    this.since = clock.instant();
  }

  /** Something else is on the screen now. */
  void shown(ContentState state) {
    long number = state.shownRelease().map(shown -> shown.number()).orElse(0L);
    thread.execute(() -> {
      release = number;
      since = clock.instant();
      write();
    });
  }

  /** Reports a device from now on. */
  void watch(String name, Device device) {
    var _ =
        device.onHealth(health ->
            thread.execute(() -> {
              devices.put(name, status(health));
              write();
            }));
  }

  /** Ends the thread after what is still to be written. */
  @Override
  public void close() {
    thread.shutdown();
  }

  /** Waits until everything reported before {@link #close()} is on disk. */
  void awaitEnd() throws InterruptedException {
    var _ = thread.awaitTermination(1, TimeUnit.MINUTES);
  }

  private void write() {
    try {
      file.write(new KioskStatus(release, since, devices));
    } catch (IOException e) {
      System.err.println("kiosk: status/kiosk.json cannot be written: " + e.getMessage());
    }
  }

  private static KioskStatus.Device status(DeviceHealth health) {
    return new KioskStatus.Device(
        kebab(health.state()), detail(health).orElse(null), health.since());
  }

  private static Optional<String> detail(DeviceHealth health) {
    return health.detail() == DeviceHealth.Detail.NONE
        ? Optional.empty()
        : Optional.of(health.detail().words(Locale.SIMPLIFIED_CHINESE));
  }

  private static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
