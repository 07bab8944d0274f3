package org.openhall.demo.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.openhall.demo.hall.HallException;
import org.openhall.device.Device;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceEvent;
import org.openhall.device.Devices;
import org.openhall.device.IdCardReader;
import org.openhall.device.IdCardReader.ReadOutcome;
import org.openhall.simulator.card.Card;
import org.openhall.simulator.card.CardBox;
import org.openhall.simulator.idmodule.IdModule;

/**
 * Identity cards on the emulated module: how long one is waited for, with the line as slow as a
 * real one and its time taken off again; and what very many of them leave behind.
 */
final class ResidentCards {

  private static final int READINGS = 200;
  private static final int BAUD = 115_200;
  private static final int SEARCH_MILLIS = 300;
  private static final int CYCLES = 10_000;
  private static final int WARM = 1_000;
  private static final Duration PATIENT = Duration.ofMinutes(1);

  private final IdModule module;
  private final IdCardReader reader;
  private final Card card;
  private final Random chance = new Random(6);
  private volatile long seenLessWire;

  ResidentCards(IdModule module, Devices devices) {
    this.module = module;
    this.reader = devices.idCardReader().orElseThrow();
    this.card = CardBox.authored().cards().getFirst();
  }

  List<Figure> measure() throws IOException, InterruptedException, HallException {
    List<Figure> figures = new ArrayList<>(times());
    System.out.println("… " + CYCLES + " cards");
    cycles(WARM);
    Footprint before = Footprint.now();
    cycles(CYCLES - WARM);
    figures.addAll(Footprint.now().since(before, "ID card, " + WARM + " to " + CYCLES + " cards"));
    return figures;
  }

  private List<Figure> times() throws InterruptedException, HallException {
    List<Double> laid = new ArrayList<>();
    List<Double> found = new ArrayList<>();
    List<Double> wire = new ArrayList<>();
    module.wire().speed(BAUD);
    try (Device.Subscription _ =
        reader.onEvent(event -> {
          if (event.what() instanceof DeviceEvent.MediaInserted) {
            seenLessWire = lessWire();
          }
        })) {
      for (int n = 0; n < READINGS; n++) {
        DeviceCommand<ReadOutcome> reading = reader.read(PATIENT);
        LockSupport.parkNanos(chance.nextLong(2L * SEARCH_MILLIS * 1_000_000));
        long wireBefore = module.wire().spent().toNanos();
        long began = lessWire();
        module.lay(card);
        erase(DevicesBench.outcome(reading));
        long end = lessWire();
        wire.add((module.wire().spent().toNanos() - wireBefore) / 1e6);
        laid.add((end - began) / 1e6);
        found.add((end - seenLessWire) / 1e6);
        module.lift();
      }
    }
    module.wire().speed(0);
    return figures(Times.of(laid), Times.of(found), Times.of(wire));
  }

  /** The clock, if bytes took no time on the line. */
  private long lessWire() {
    return System.nanoTime() - module.wire().spent().toNanos();
  }

  private static List<Figure> figures(Times laid, Times found, Times wire) {
    return List.of(
        Figure.of("ID card: the wire at " + BAUD + " baud, p50", wire.median(), "ms"),
        Figure.of("ID card laid to data, less the wire, p50", laid.median(), "ms"),
        Figure.of("ID card laid to data, less the wire, p99", laid.percentile(99), "ms"),
        Figure.of("ID card found to data, less the wire, p50", found.median(), "ms"),
        Figure.of("ID card found to data, less the wire, p99", found.percentile(99), "ms"));
  }

  private void cycles(int count) throws InterruptedException, HallException {
    for (int n = 0; n < count; n++) {
      module.lay(card);
      erase(DevicesBench.outcome(reader.read(PATIENT)));
      module.lift();
    }
  }

  private static void erase(ReadOutcome outcome) throws HallException {
    if (!(outcome instanceof ReadOutcome.CardRead(var read))) {
      throw new HallException("the card was not read: " + outcome);
    }
    read.close();
  }
}
