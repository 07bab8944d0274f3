package org.openhall.demo.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openhall.demo.hall.CardService;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.Devices;
import org.openhall.simulator.Simulator;

/**
 * The drivers of a terminal, as it opens them, against the emulated hall: over a pseudo terminal, a
 * TCP line, and a real resource manager of smart cards. Drivers and hall are in this one process,
 * so that what either leaves behind is seen.
 */
final class DevicesBench {

  private static final int NARROW_DOTS = 576;
  private static final int LIMIT_SECONDS = 60;

  private final Hall hall;
  private final Optional<String> part;

  DevicesBench(Hall hall, Optional<String> part) {
    this.hall = hall;
    this.part = part;
  }

  List<Figure> measure() throws IOException, InterruptedException, HallException {
    List<Figure> figures = new ArrayList<>(ClockAndProcessor.load("at the beginning"));
    try (Simulator simulator = Simulator.start(hall.devices(), 0, NARROW_DOTS);
        Devices devices = devices(simulator)) {
      if (wanted("resident")) {
        figures.addAll(new ResidentCards(simulator.idModule(), devices).measure());
      }
      if (wanted("receipt")) {
        figures.addAll(new Receipts(devices.receiptPrinter().orElseThrow()).measure());
      }
      if (wanted("social")) {
        figures.addAll(new SocialCards(simulator.slot(), devices, service()).measure());
      }
    }
    figures.addAll(ClockAndProcessor.load("at the end"));
    return figures;
  }

  private boolean wanted(String name) {
    return part.isEmpty() || part.get().equals(name);
  }

  private SocialCards.Service service() {
    return () -> CardService.start(hall.aside());
  }

  private Devices devices(Simulator simulator) throws HallException {
    Properties config = new Properties();
    config.setProperty("id-card-reader", "sdt:serial:" + hall.devices().resolve("id-module"));
    config.setProperty("receipt-printer", "escpos:tcp:127.0.0.1:" + simulator.printer().port());
    config.setProperty("receipt-printer.profile", "80mm-gb18030");
    config.setProperty("social-card-reader", "pcsc:Hall 00 00");
    try {
      return Devices.open(config);
    } catch (DeviceConfigurationException e) {
      throw new HallException("the devices of the measurement: " + e.getMessage());
    }
  }

  /** How a command ended; each ends within a minute, or the measurement does. */
  static <T> T outcome(DeviceCommand<T> command) throws InterruptedException, HallException {
    try {
      return command.outcome().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new HallException("a device gave no outcome: " + e);
    }
  }
}
