package org.openhall.demo.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.CardService;
import org.openhall.demo.hall.HallException;
import org.openhall.device.Device;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.Devices;
import org.openhall.device.Media;
import org.openhall.device.SocialCardReader;
import org.openhall.device.SocialCardReader.ReadOutcome;
import org.openhall.simulator.card.CardBox;
import org.openhall.simulator.card.Chip;
import org.openhall.simulator.smartcard.CardSlot;

/**
 * Social-security cards through a real resource manager: how long one is waited for, how soon the
 * reader works again after the manager was killed, and what many cards leave behind.
 */
final class SocialCards {

  private static final int CYCLES = 300;
  private static final int WARM = 30;
  private static final int KILLS = 20;
  private static final int AWAY_MILLIS = 3_000;
  private static final Duration PATIENT = Duration.ofMinutes(1);

  private final CardSlot slot;
  private final SocialCardReader reader;
  private final Service service;
  private final Chip chip;
  private final Random chance = new Random(6);
  private final List<Double> inserted = new ArrayList<>();
  private final List<Double> found = new ArrayList<>();
  private volatile long seen;

  /** Starts the resource manager. */
  interface Service {
    CardService start() throws IOException;
  }

  SocialCards(CardSlot slot, Devices devices, Service service) {
    this.slot = slot;
    this.reader = devices.socialCardReader().orElseThrow();
    this.service = service;
    this.chip = CardBox.authored().chips().getFirst();
  }

  List<Figure> measure() throws IOException, InterruptedException, HallException {
    List<Figure> figures = new ArrayList<>();
    try (CardService _ = service.start();
        Device.Subscription _ = reader.onEvent(this::note)) {
      await(Detail.NONE);
      System.out.println("… " + CYCLES + " chips");
      cycles(WARM);
      Footprint before = Footprint.now();
      cycles(CYCLES - WARM);
      figures.addAll(times());
      figures.addAll(Footprint.now().since(before, "chip, " + WARM + " to " + CYCLES + " cards"));
    }
    System.out.println("… " + KILLS + " times pcscd is killed");
    figures.addAll(recovery());
    return figures;
  }

  private void note(DeviceEvent event) {
    if (event.what() instanceof DeviceEvent.MediaInserted) {
      seen = System.nanoTime();
    }
  }

  private void cycles(int count) throws IOException, InterruptedException, HallException {
    for (int n = 0; n < count; n++) {
      long began = take();
      long end = System.nanoTime();
      inserted.add((end - began) / 1e6);
      found.add((end - seen) / 1e6);
    }
  }

  /** A card is waited for, put in, read and taken out; the moment at which it was put in. */
  private long take() throws IOException, InterruptedException, HallException {
    DeviceCommand<ReadOutcome> reading = reader.read(PATIENT);
    Await.until("no card is in", PATIENT, () -> reader.snapshot().media() == Media.ABSENT);
    long began = System.nanoTime();
    slot.insert(chip);
    ReadOutcome outcome = DevicesBench.outcome(reading);
    slot.remove();
    if (!(outcome instanceof ReadOutcome.CardRead(var card))) {
      throw new HallException("the card was not read: " + outcome);
    }
    card.close();
    return began;
  }

  private List<Figure> times() {
    Times put = Times.of(inserted);
    Times read = Times.of(found);
    return List.of(
        Figure.of("chip put in to data, p50 (pcscd looks every 400 ms)", put.median(), "ms"),
        Figure.of("chip put in to data, p99", put.percentile(99), "ms"),
        Figure.of("chip found to data, p50", read.median(), "ms"),
        Figure.of("chip found to data, p99", read.percentile(99), "ms"));
  }

  /** Killed, away for up to 3 seconds, started again; measured from the first call it takes. */
  private List<Figure> recovery() throws IOException, InterruptedException, HallException {
    List<Double> ready = new ArrayList<>();
    List<Double> data = new ArrayList<>();
    for (int n = 0; n < KILLS; n++) {
      await(Detail.SERVICE_MISSING);
      LockSupport.parkNanos(chance.nextLong(AWAY_MILLIS * 1_000_000L));
      try (CardService _ = service.start()) {
        long began = System.nanoTime();
        await(Detail.NONE);
        ready.add((System.nanoTime() - began) / 1e6);
        var _ = take();
        data.add((System.nanoTime() - began) / 1e6);
      }
    }
    Times toReady = Times.of(ready);
    Times toData = Times.of(data);
    return List.of(
        Figure.of("pcscd back to reader ready, p50", toReady.median(), "ms"),
        Figure.of("pcscd back to reader ready, most", toReady.most(), "ms"),
        Figure.of("pcscd back to data of a card put in then, p50", toData.median(), "ms"),
        Figure.of("pcscd back to data of a card put in then, most", toData.most(), "ms"));
  }

  private void await(Detail detail) throws IOException, InterruptedException, HallException {
    Await.until("the reader says " + detail, PATIENT, () -> reader.health().detail() == detail);
  }
}
