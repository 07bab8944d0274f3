package org.openhall.kiosk.enrol;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.openhall.device.DeviceCommand;
import org.openhall.device.ScannedCode;
import org.openhall.device.Scanner;
import org.openhall.device.Scanner.ScanOutcome;
import org.openhall.kiosk.enrol.EnrolState.Hint;

/** Arms the terminal's scanner while a code is waited for, and only then. */
final class ScanDesk {
  private static final Duration ARMED = Duration.ofMinutes(1);

  private final EnrolModel model;
  private final Executor screen;
  private Optional<Scanner> scanner = Optional.empty();
  private @Nullable DeviceCommand<ScanOutcome> scan;

  ScanDesk(EnrolModel model, Executor screen) {
    this.model = model;
    this.screen = screen;
    model.state().subscribe(_ -> follow());
  }

  /** The terminal's scanner has been found, or none. */
  void connect(Optional<Scanner> found) {
    scanner = found;
    follow();
  }

  boolean isThere() {
    return scanner.isPresent();
  }

  /** Also called now and then: a scanner that was away comes back. */
  void follow() {
    if (!model.isForScanning()) {
      disarm();
    } else if (scan == null && scanner.isPresent()) {
      DeviceCommand<ScanOutcome> armed = scanner.get().scan(ARMED);
      scan = armed;
      armed.outcome().thenAcceptAsync(outcome -> ended(armed, outcome), screen);
    }
  }

  private void disarm() {
    DeviceCommand<ScanOutcome> armed = scan;
    scan = null;
    if (armed != null) {
      armed.cancel();
    }
  }

  private void ended(DeviceCommand<ScanOutcome> armed, ScanOutcome outcome) {
    boolean wanted = armed.equals(scan);
    scan = wanted ? null : scan;
    switch (outcome) {
      case ScanOutcome.CodeScanned(ScannedCode code) -> {
        try (code) {
          if (wanted) {
            model.scanned(code.read().toString());
          }
        }
      }
      case ScanOutcome.CodeUnreadable _ when wanted -> model.hint(Hint.UNREADABLE);
      default -> {
        // nothing was held to it in time, or the scanner is away: armed again by and by
      }
    }
  }
}
