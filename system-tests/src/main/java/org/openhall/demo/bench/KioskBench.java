package org.openhall.demo.bench;

import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Places;
import org.openhall.demo.hall.Program;

/**
 * What a citizen feels of the kiosk: its start, the time from a touch to the picture, how evenly it
 * scrolls, and whether it is the same after minutes of touches.
 */
final class KioskBench {

  private static final Duration START = Duration.ofSeconds(90);

  /**
   * What is asked for.
   *
   * @param part start, clicks, scrolling or memory; empty for all
   * @param minutes of random touches, 2 and up
   */
  record Wish(Optional<String> part, int minutes) {
    boolean wants(String name) {
      return part.isEmpty() || part.get().equals(name);
    }
  }

  private final Hall hall;
  private final Optional<Path> content;
  private final Wish wish;
  private final List<Figure> figures = new ArrayList<>();

  KioskBench(Hall hall, Optional<Path> content, Wish wish) {
    this.hall = hall;
    this.content = content;
    this.wish = wish;
  }

  List<Figure> measure() throws IOException, InterruptedException, HallException {
    System.out.println("… content");
    new FirstRelease(hall).install(content.stream().toList());
    hall.startDevices(Optional.empty());
    KioskCommand command = command();
    if (wish.wants("start")) {
      step("start");
      figures.addAll(new StartTimes(command, hall).measure());
    }
    if (wish.wants("clicks")) {
      step("clicks");
      figures.addAll(new ClickTimes(command, hall, places()).measure());
    }
    if (wish.wants("scrolling")) {
      step("scrolling");
      figures.addAll(
          new ScrollTimes(hall, "scrolling", command.running(ScrollScene.Start.class)).measure());
    }
    if (wish.wants("memory")) {
      step("memory");
      figures.addAll(memory());
    }
    return figures;
  }

  /** The first start makes the quick start; what runs then is what a terminal runs. */
  private KioskCommand command() throws IOException, InterruptedException, HallException {
    try (Program kiosk = startKiosk()) {
      return KioskCommand.of(kiosk.commandLine());
    }
  }

  private List<Figure> memory() throws IOException, InterruptedException, HallException {
    try (Program kiosk = startKiosk()) {
      return new Monkey(kiosk, places().kiosk(), wish.minutes()).run();
    }
  }

  private Program startKiosk() throws IOException, InterruptedException, HallException {
    Program kiosk = hall.startKiosk(places().kiosk(), Map.of());
    kiosk.awaitOutput("first-frame-ms=", START);
    return kiosk;
  }

  static Places places() {
    return Places.on(new Dimension(1800, 1920));
  }

  private void step(String what) throws IOException {
    System.out.println("… " + what);
    figures.add(Figure.of("load of the machine before: " + what, load(), ""));
  }

  /** Programs that want a processor, over the last minute. */
  static double load() throws IOException {
    return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0]);
  }
}
