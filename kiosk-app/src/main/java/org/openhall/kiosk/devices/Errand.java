package org.openhall.kiosk.devices;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.openhall.device.Device;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceSnapshot;
import org.openhall.device.Devices;
import org.openhall.device.Prompt;
import org.openhall.device.ReceiptPrinter;
import org.openhall.device.ReceiptPrinter.PrintOutcome;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.TraceFile;
import org.openhall.kiosk.devices.DeviceReply.Reason;

/** One request, done with the devices; on a thread that may wait. Ends early when asked to. */
final class Errand {
  private final Devices devices;
  private final BooleanSupplier visit;
  private final Consumer<DeviceReply> to;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /**
   * An errand.
   *
   * @param visit whether a citizen is at the terminal now
   * @param to gets the replies; also on devices' threads, so it must not wait
   */
  Errand(Devices devices, BooleanSupplier visit, Consumer<DeviceReply> to) {
    this.devices = devices;
    this.visit = visit;
    this.to = to;
  }

  /** Nobody waits for it any more. */
  void end() {
    ended.complete(null);
  }

  /** Does it; every reply is given before this returns. */
  void run(DeviceRequest request) {
    switch (request) {
      case DeviceRequest.Status(String key) when unknown(key) -> refuse(Reason.NO_SUCH_DEVICE, key);
      case DeviceRequest.Status(String key) -> to.accept(status(key));
      case DeviceRequest.Watch watch -> watch(watch);
      case DeviceRequest.Test(String key, SelfTest level) -> test(key, level);
      case DeviceRequest.ReadCard(String key, int _) when unknown(key) ->
          refuse(Reason.NO_SUCH_DEVICE, key);
      case DeviceRequest.ReadCard read -> readCard(read);
      case DeviceRequest.Print(List<String> lines) -> print(lines);
      case DeviceRequest.Trace trace -> trace(trace);
    }
  }

  private boolean unknown(String key) {
    return !key.isEmpty() && !devices.all().containsKey(key);
  }

  private void refuse(Reason reason, String about) {
    to.accept(new DeviceReply.Refused(reason, about));
  }

  private DeviceReply status(String key) {
    List<DeviceReply.Shown> shown = new ArrayList<>();
    devices
        .all()
        .forEach((name, device) -> {
          if (key.isEmpty() || key.equals(name)) {
            shown.add(shown(name, device.snapshot()));
          }
        });
    return new DeviceReply.Status(shown);
  }

  private DeviceReply.Shown shown(String key, DeviceSnapshot known) {
    Map<String, String> supplies = new TreeMap<>();
    known.supplies().forEach((supply, level) -> supplies.put(supply.name(), level.name()));
    return new DeviceReply.Shown(
        key,
        devices.driver(key),
        known.capabilities().kind(),
        known.capabilities().model(),
        known.life().name(),
        known.health(),
        known.media().name(),
        known.sense().name(),
        supplies,
        devices.counters(key).counts(),
        known.capabilities().facts());
  }

  private void watch(DeviceRequest.Watch watch) {
    if (unknown(watch.key())) {
      refuse(Reason.NO_SUCH_DEVICE, watch.key());
      return;
    }
    if (outOfBounds(watch.seconds())) {
      return;
    }
    List<Device.Subscription> subscriptions = new ArrayList<>();
    devices
        .all()
        .forEach((key, device) -> {
          if (watch.key().isEmpty() || watch.key().equals(key)) {
            subscriptions.add(device.onEvent(event -> to.accept(event(key, event))));
          }
        });
    pause(watch.seconds() == 0 ? Duration.ofDays(365) : Duration.ofSeconds(watch.seconds()));
    subscriptions.forEach(Device.Subscription::close);
  }

  private boolean outOfBounds(int seconds) {
    boolean out = seconds < 0 || seconds > DeviceRequest.MOST_SECONDS;
    if (out) {
      refuse(Reason.OUT_OF_BOUNDS, String.valueOf(seconds));
    }
    return out;
  }

  /** Waits so long, or until the end. */
  private void pause(Duration longest) {
    try {
      ended.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException timeIsUp) {
      return;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static DeviceReply.Event event(String key, DeviceEvent event) {
    String about =
        switch (event.what()) {
          case DeviceEvent.Known(DeviceSnapshot known) -> health(known.health());
          case DeviceEvent.HealthChanged(DeviceHealth health) -> health(health);
          case DeviceEvent.CapabilitiesChanged(var can) -> can.facts().toString();
          case DeviceEvent.Sensed(var sense) -> sense.name();
          case DeviceEvent.SupplyChanged(var supply, var level) -> supply + " " + level;
          case DeviceEvent.Counted(var counters) -> counters.counts().toString();
          case DeviceEvent.CommandBegan(long id, String name) -> id + " " + name;
          case DeviceEvent.Progressed(long id, int done, int of) -> id + " " + done + "/" + of;
          case DeviceEvent.Prompted(long id, var prompt) -> id + " " + prompt;
          case DeviceEvent.CommandEnded(long id, String outcome) -> id + " " + outcome;
          case DeviceEvent.MediaInserted _, DeviceEvent.MediaTaken _, DeviceEvent.MediaUnseen _ ->
              "";
        };
    return new DeviceReply.Event(
        key, event.sequence(), event.at(), event.what().getClass().getSimpleName(), about);
  }

  private static String health(DeviceHealth health) {
    return (health.state() + " " + health.detail() + " " + health.code()).strip();
  }

  private void test(String key, SelfTest level) {
    Device device = devices.all().get(key);
    if (device == null) {
      refuse(Reason.NO_SUCH_DEVICE, key);
    } else if (level != SelfTest.INTERNAL && visit.getAsBoolean()) {
      refuse(Reason.VISIT, key);
    } else {
      try (Device.Subscription _ = device.onEvent(this::prompt)) {
        SelfTestOutcome outcome = await(device.selfTest(level));
        to.accept(new DeviceReply.Tested(outcome.getClass().getSimpleName(), outcome.findings()));
      }
    }
  }

  private void prompt(DeviceEvent event) {
    if (event.what() instanceof DeviceEvent.Prompted(long _, var prompt)) {
      to.accept(new DeviceReply.Asked(prompt));
    }
  }

  private void readCard(DeviceRequest.ReadCard read) {
    Optional<Device> reader = CardLook.reader(devices, read.key());
    if (reader.isEmpty()) {
      refuse(Reason.NO_READER, "");
    } else if (visit.getAsBoolean()) {
      refuse(Reason.VISIT, "");
    } else if (!outOfBounds(read.seconds())) {
      to.accept(new DeviceReply.Asked(Prompt.LAY_CARD));
      to.accept(CardLook.at(reader.get(), Duration.ofSeconds(read.seconds()), this::await));
    }
  }

  private void print(List<String> lines) {
    Optional<ReceiptPrinter> printer = devices.receiptPrinter();
    if (printer.isEmpty()) {
      refuse(Reason.NO_PRINTER, "");
    } else if (visit.getAsBoolean()) {
      refuse(Reason.VISIT, "");
    } else if (lines.size() > DeviceRequest.MOST_LINES) {
      refuse(Reason.OUT_OF_BOUNDS, String.valueOf(lines.size()));
    } else {
      PrintOutcome outcome = await(printer.get().print(PlainReceipt.of(lines)));
      String reason =
          switch (outcome) {
            case PrintOutcome.NotPrinted(var detail) -> detail.name();
            case PrintOutcome.Unknown(var detail) -> detail.name();
            case PrintOutcome.Printed _, PrintOutcome.Cancelled _ -> "";
          };
      to.accept(new DeviceReply.Printed(outcome.getClass().getSimpleName(), reason));
    }
  }

  private void trace(DeviceRequest.Trace trace) {
    Device device = devices.all().get(trace.key());
    if (device == null) {
      refuse(Reason.NO_SUCH_DEVICE, trace.key());
    } else if (!outOfBounds(trace.seconds())) {
      pause(Duration.ofSeconds(trace.seconds()));
      TraceFile file = new TraceFile(trace.key(), devices.driver(trace.key()), device.trace());
      to.accept(new DeviceReply.Traced(file.text()));
    }
  }

  private <T> T await(DeviceCommand<T> command) {
    var _ = ended.thenRun(command::cancel);
    return command.outcome().toCompletableFuture().join();
  }
}
