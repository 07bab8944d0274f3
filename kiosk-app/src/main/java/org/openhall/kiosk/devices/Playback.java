package org.openhall.kiosk.devices;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.openhall.device.Device;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.Devices;
import org.openhall.device.IdCardReader;
import org.openhall.device.IdCardReader.ReadOutcome;
import org.openhall.device.Receipt;
import org.openhall.device.ReceiptPrinter;
import org.openhall.device.SelfTest;
import org.openhall.device.Trace;
import org.openhall.device.TraceFile;

/**
 * Plays a trace to its driver: gives the commands that were given then, and compares how they end.
 * No port is opened. A command that had not ended is not given.
 */
final class Playback {
  private static final String SELF_TEST = "self-test-";

  private Playback() {}

  /** A command of the trace, how it ended and how long it took. */
  private record Recorded(String command, String outcome, Duration took) {}

  static DeviceReply.Played play(Path file) throws IOException, DeviceConfigurationException {
    TraceFile trace = TraceFile.read(file);
    Properties config = new Properties();
    config.setProperty(trace.key(), trace.scheme() + ":replay:" + file.toAbsolutePath());
    List<DeviceReply.Replayed> played = new ArrayList<>();
    try (Devices devices = Devices.open(config)) {
      Device device = devices.all().values().iterator().next();
      for (Recorded then : recorded(trace.trace())) {
        begin(device, then)
            .ifPresent(now ->
                played.add(new DeviceReply.Replayed(then.command(), then.outcome(), outcome(now))));
      }
    }
    return new DeviceReply.Played(played);
  }

  private static List<Recorded> recorded(Trace trace) {
    List<Recorded> commands = new ArrayList<>();
    Optional<Trace.Entry> begun = Optional.empty();
    for (Trace.Entry entry : trace.entries()) {
      if (entry.kind() == Trace.Kind.COMMAND) {
        begun = Optional.of(entry);
      } else if (entry.kind() == Trace.Kind.OUTCOME && begun.isPresent()) {
        Trace.Entry command = begun.get();
        Duration took = Duration.ofNanos((entry.micros() - command.micros()) * 1_000);
        commands.add(new Recorded(command.note(), entry.note(), took));
        begun = Optional.empty();
      }
    }
    return commands;
  }

  private static Optional<DeviceCommand<?>> begin(Device device, Recorded then) {
    return switch (device) {
      case IdCardReader reader when then.command().equals("read") ->
          Optional.of(reader.read(then.took()));
      case ReceiptPrinter printer when then.command().equals("print") ->
          Optional.of(printer.print(new Receipt(List.of())));
      default ->
          then.command().startsWith(SELF_TEST)
              ? level(then.command()).map(device::selfTest)
              : Optional.empty();
    };
  }

  private static Optional<SelfTest> level(String command) {
    for (SelfTest level : SelfTest.values()) {
      if (command.equals(SELF_TEST + level.name().toLowerCase(Locale.ROOT))) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  private static String outcome(DeviceCommand<?> command) {
    Object outcome = command.outcome().toCompletableFuture().join();
    if (outcome instanceof ReadOutcome.CardRead(var card)) {
      card.close();
    }
    return outcome.getClass().getSimpleName();
  }
}
