package org.openhall.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.NewContent;
import org.openhall.demo.hall.Program;

/**
 * A whole fleet on one machine: the office in one process, the terminals in another, both on the
 * same processors, over loopback and mutual TLS. Times run from the moment at which the new
 * timestamp was written.
 */
final class FleetBench {
  private static final int JUDGES = 200;
  private static final int NOTICES = 3;
  private static final int CONNECTING_AT_ONCE = 200;

  /** Kilobytes of the office's heap for each terminal. */
  private static final int HEAP_EACH = 300;

  private static final double EMERGENCY = 2;
  private static final double RELEASE = 60;

  private final Hall hall;
  private final int count;
  private final FleetTally tally;
  private final FleetFigures figures = new FleetFigures();
  private List<FleetTerminal> terminals = List.of();

  FleetBench(Hall hall, int count) {
    this.hall = hall;
    this.count = count;
    this.tally = new FleetTally(count * 6L, Math.max(60_000, count * 90L));
  }

  List<Figure> measure() throws IOException, InterruptedException, HallException {
    System.setProperty("http.maxConnections", "2000");
    ClockAndProcessor.load("at the beginning").forEach(figures::add);
    figures.add(Figure.of("terminals", count, ""));
    figures.add(Figure.of("each looks by itself every", tally.everyMillis() / 1e3, "s"));
    hall.office("init", "--demo-keys");
    hall.office("import-sample");
    hall.office("publish");
    try (Program office = hall.serveWith("-Xmx" + Math.max(512, count * HEAP_EACH / 1_000) + "m")) {
      enrol();
      connect(office);
      memory("lines open and silent", office);
      emergencies(office);
      release("office serves the repository", 2, office);
      plainServer(office);
      memory("at the end", office);
    } finally {
      terminals.forEach(FleetTerminal::stop);
    }
    tally
        .trouble()
        .forEach((what, times) -> System.out.println("  met " + times + " times: " + what));
    ClockAndProcessor.load("at the end").forEach(figures::add);
    return figures.all();
  }

  private void enrol() throws IOException, HallException {
    figures.step("enrol");
    long began = System.nanoTime();
    terminals =
        new FleetEnrolment(hall, hall.terminalAddress(), tally, Math.min(JUDGES, count))
            .enrol(count);
    figures.add(
        Figure.of(
            "enrolled one after another, each", FleetFigures.seconds(began) / count * 1e3, "ms"));
  }

  private void connect(Program office) throws IOException, InterruptedException, HallException {
    figures.step("connect");
    FleetFigures.Phase phase = figures.begin(office);
    long began = System.nanoTime();
    Semaphore connecting = new Semaphore(CONNECTING_AT_ONCE);
    for (FleetTerminal terminal : terminals) {
      connecting.acquire();
      int open = tally.connects().size();
      Thread.ofVirtual().start(terminal::listen);
      Thread.ofVirtual().start(() -> releaseWhenOneMore(open, connecting));
    }
    FleetFigures.until("all lines are open", () -> tally.connects().size() >= count, office);
    figures.add(Figure.of("all lines open after", FleetFigures.seconds(began), "s"));
    figures.times("line open (TLS, gate, first event)", List.copyOf(tally.connects()), 0);
    phase.end("all lines open", 1);
    firstLook(office);
  }

  private void firstLook(Program office) throws IOException, InterruptedException, HallException {
    figures.step("a first look each");
    FleetFigures.Phase phase = figures.begin(office);
    long began = System.nanoTime();
    terminals.forEach(terminal -> Thread.ofVirtual().start(terminal::look));
    FleetFigures.until(
        "all have verified release 1", () -> tally.verified(1).size() >= count, office);
    figures.add(
        Figure.of(
            "all have verified their first metadata after", FleetFigures.seconds(began), "s"));
    phase.end("first look", 1);
  }

  private void releaseWhenOneMore(int open, Semaphore connecting) {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (tally.connects().size() <= open && System.nanoTime() < end) {
      LockSupport.parkNanos(20_000_000);
    }
    connecting.release();
  }

  private void emergencies(Program office) throws IOException, InterruptedException, HallException {
    List<Double> received = new ArrayList<>();
    List<Double> judged = new ArrayList<>();
    FleetFigures.Phase phase = figures.begin(office);
    for (int n = 0; n < NOTICES; n++) {
      announce(n, office);
      received.addAll(FleetFigures.since(published(), tally.received()));
      judged.addAll(FleetFigures.since(published(), tally.judged()));
      figures.add(
          Figure.of(
              "notice " + (n + 1) + ": lines that did not get it",
              count - tally.received().size(),
              ""));
    }
    figures.times("emergency published to received by a terminal", received, EMERGENCY);
    figures.times("emergency published to verified and on disk, sampled", judged, EMERGENCY);
    phase.end("each notice", NOTICES);
    judgeByAll(office);
  }

  private void announce(int n, Program office)
      throws IOException, InterruptedException, HallException {
    figures.step("emergency notice " + (n + 1));
    tally.nextEmergency();
    System.gc(); // ten thousand terminals do not stand still together for their garbage
    Path text = Files.writeString(hall.logs().resolve("notice.txt"), "请有序离开。\n");
    hall.office(
        "emergency",
        "notice",
        "--title",
        "停电" + n,
        "--text-file",
        text.toString(),
        "--until",
        Instant.now().plus(Duration.ofHours(1)).toString());
    int judges = Math.min(JUDGES, count);
    FleetFigures.untilOrLate("received", () -> tally.received().size() >= count, office);
    FleetFigures.untilOrLate("judged", () -> tally.judged().size() >= judges, office);
  }

  /**
   * The others judge the last notice when those whose times are taken have done so: here they share
   * their processors, in halls they do not.
   */
  private void judgeByAll(Program office) throws IOException, InterruptedException {
    terminals.forEach(terminal -> Thread.ofVirtual().start(terminal::judgeLast));
    FleetFigures.untilOrLate("judged by all", () -> tally.judged().size() >= count, office);
    List<Double> seconds = FleetFigures.since(published(), tally.judged());
    figures.add(Figure.of("last notice: verified by so many", seconds.size(), ""));
    figures.add(
        Figure.of(
            "last notice: all these had verified it after",
            seconds.stream().mapToDouble(Double::doubleValue).max().orElse(0),
            "s"));
  }

  private void release(String how, long number, Program server)
      throws IOException, InterruptedException, HallException {
    figures.step("release " + number + ", " + how);
    hall.office("import", NewContent.write(hall.logs(), (int) number).toString());
    long requests = tally.requests();
    long bytes = tally.bytes();
    FleetFigures.Phase phase = figures.begin(server);
    hall.office("publish");
    FleetFigures.untilOrLate("verified", () -> tally.verified(number).size() >= count, server);
    List<Double> seconds = FleetFigures.since(published(), tally.verified(number));
    figures.times(how + ": release published to verified", seconds, RELEASE);
    figures.add(Figure.of(how + ": terminals that never did", count - seconds.size(), ""));
    figures.add(each(how + ": requests", tally.requests() - requests, ""));
    figures.add(each(how + ": bytes", tally.bytes() - bytes, "bytes"));
    phase.end(how, 1);
  }

  private Figure each(String what, long all, String unit) {
    return Figure.of(what + ", each terminal", (double) all / count, unit);
  }

  private void plainServer(Program office) throws IOException, InterruptedException, HallException {
    PlainServer.Running plain = PlainServer.start(hall);
    try (Program nginx = plain.program()) {
      terminals.forEach(terminal -> terminal.readFrom(plain.address()));
      Duration before = office.processorTime();
      release("nginx serves the repository", 3, nginx);
      figures.add(
          Figure.of(
              "nginx serves: processor of the office, publishing apart",
              FleetFigures.spent(office, before),
              "s"));
    }
  }

  private void memory(String when, Program office) throws IOException {
    double most = office.peakMemory().orElse(0) * 1024 / 1e6;
    figures.add(Figure.of("office, " + when + ": peak memory (VmHWM)", most, "MB"));
    figures.add(
        Figure.of(
            "office, " + when + ": memory now",
            office.residentMemory().orElse(0) * 1024 / 1e6,
            "MB"));
  }

  private Instant published() throws IOException {
    return Files.getLastModifiedTime(hall.office().resolve("repository/metadata/timestamp.json"))
        .toInstant();
  }
}
