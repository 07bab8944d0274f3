package org.openhall.demo.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.openhall.agent.identity.SigningRequests;
import org.openhall.agent.sync.Terminal;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.NewContent;
import org.openhall.demo.hall.Program;
import org.openhall.link.credential.Credential;
import org.openhall.link.credential.KeyPairs;
import org.openhall.office.authority.CertificateAuthority;
import org.openhall.office.authority.SigningRequest;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.enrol.Enrolment;

/**
 * A whole fleet on one machine: the office in one process, the terminals in another, both on the
 * same processors, over loopback and mutual TLS. Times run from the moment at which the new
 * timestamp was written.
 */
final class FleetBench {
  private static final int JUDGES = 200;
  private static final int NOTICES = 3;
  private static final int CONNECTING_AT_ONCE = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final double EMERGENCY = 2;
  private static final double RELEASE = 60;

  private final Hall hall;
  private final int count;
  private final FleetTally tally;
  private final List<FleetTerminal> terminals = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();

  FleetBench(Hall hall, int count) {
    this.hall = hall;
    this.count = count;
    this.tally = new FleetTally(count * 6L, Math.max(60_000, count * 90L));
  }

  List<Figure> measure() throws IOException, InterruptedException, HallException {
    System.setProperty("http.maxConnections", "2000");
    figures.addAll(ClockAndProcessor.load("at the beginning"));
    add(Figure.of("terminals", count, ""));
    add(Figure.of("each looks by itself every", tally.everyMillis() / 1e3, "s"));
    hall.office("init", "--demo-keys");
    hall.office("import-sample");
    hall.office("publish");
    try (Program office = hall.serveWith("-Xmx" + Math.max(512, count * 45 / 100) + "m")) {
      enrol(hall.terminalAddress());
      connect(office);
      emergencies(office);
      release("office serves the repository", 2, office);
      plainServer(office);
      memory(office);
    } finally {
      terminals.forEach(FleetTerminal::stop);
    }
    tally
        .trouble()
        .forEach((what, times) -> System.out.println("  met " + times + " times: " + what));
    figures.addAll(ClockAndProcessor.load("at the end"));
    return figures;
  }

  private void enrol(URI address) throws IOException, HallException {
    step("enrol");
    long began = System.nanoTime();
    Path root = places();
    try {
      OfficeDatabase database = OfficeDatabase.open(hall.office());
      Clock clock = Clock.systemUTC();
      CertificateAuthority authority =
          CertificateAuthority.open(hall.office().resolve("pki"), "fleet", clock);
      Enrolment enrolment = new Enrolment(database, authority, new SecureRandom(), clock);
      byte[] trusted = Files.readAllBytes(hall.office().resolve("repository/metadata/1.root.json"));
      for (int n = 0; n < count; n++) {
        Path data = Files.createDirectories(root.resolve("t" + n));
        terminals.add(enrol(enrolment, authority, data, address, n < JUDGES));
        Files.createDirectories(Terminal.metadata(data));
        Files.write(Terminal.metadata(data).resolve("root.json"), trusted);
      }
    } catch (SQLException e) {
      throw new HallException("a terminal could not be enrolled: " + e);
    }
    add(Figure.of("enrolled one after another, each", seconds(began) / count * 1e3, "ms"));
  }

  private FleetTerminal enrol(
      Enrolment enrolment, CertificateAuthority authority, Path data, URI address, boolean judges)
      throws IOException, SQLException {
    KeyPair pair = KeyPairs.generate();
    var joined =
        enrolment.admit(
            SigningRequest.read(SigningRequests.of(pair).bytes()).orElseThrow(), "fleet");
    Credential credential =
        new Credential(pair.getPrivate(), joined.certificate(), authority.certificate());
    return new FleetTerminal(joined.terminalId(), credential, data, address, tally, judges);
  }

  /** In memory where the machine offers it: each terminal has a disk of its own. */
  private Path places() throws IOException {
    Path memory = Path.of("/dev/shm");
    Path above = Files.isWritable(memory) ? memory : hall.folder();
    Path folder = Files.createTempDirectory(above, "openhall-fleet");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> FleetFolder.delete(folder)));
    return folder;
  }

  private void connect(Program office) throws IOException, InterruptedException, HallException {
    step("connect, and a first look each");
    Duration before = office.processorTime();
    long began = System.nanoTime();
    Semaphore connecting = new Semaphore(CONNECTING_AT_ONCE);
    for (FleetTerminal terminal : terminals) {
      connecting.acquire();
      int open = tally.connects().size();
      Thread.ofVirtual().start(terminal::listen);
      Thread.ofVirtual().start(() -> releaseWhenOneMore(open, connecting));
    }
    until("all lines are open", () -> tally.connects().size() >= count, office);
    add(Figure.of("all lines open after", seconds(began), "s"));
    times("line open (TLS, gate, first event)", List.copyOf(tally.connects()), 0);
    terminals.forEach(terminal -> Thread.ofVirtual().start(terminal::look));
    until("all have verified release 1", () -> tally.verified(1).size() >= count, office);
    add(Figure.of("all have verified their first metadata after", seconds(began), "s"));
    add(Figure.of("processor of the office for both", spent(office, before), "s"));
  }

  private void releaseWhenOneMore(int open, Semaphore connecting) {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (tally.connects().size() <= open && System.nanoTime() < end) {
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
    connecting.release();
  }

  private void emergencies(Program office) throws IOException, InterruptedException, HallException {
    List<Double> received = new ArrayList<>();
    List<Double> judged = new ArrayList<>();
    Duration before = office.processorTime();
    for (int n = 0; n < NOTICES; n++) {
      step("emergency notice " + (n + 1));
      tally.nextEmergency();
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
      untilOrLate("received", () -> tally.received().size() >= count, office);
      untilOrLate("judged", () -> tally.judged().size() >= judges, office);
      received.addAll(since(published(), tally.received()));
      judged.addAll(since(published(), tally.judged()));
      add(
          Figure.of(
              "notice " + (n + 1) + ": lines that did not get it",
              count - tally.received().size(),
              ""));
    }
    times("emergency published to received by a terminal", received, EMERGENCY);
    times("emergency published to verified and on disk, sampled", judged, EMERGENCY);
    add(Figure.of("processor of the office, each notice", spent(office, before) / NOTICES, "s"));
  }

  private void release(String how, long number, Program server)
      throws IOException, InterruptedException, HallException {
    step("release " + number + ", " + how);
    hall.office("import", NewContent.write(hall.logs(), (int) number).toString());
    long requests = tally.requests();
    long bytes = tally.bytes();
    Duration before = server.processorTime();
    hall.office("publish");
    untilOrLate("verified", () -> tally.verified(number).size() >= count, server);
    List<Double> seconds = since(published(), tally.verified(number));
    times(how + ": release published to verified", seconds, RELEASE);
    add(Figure.of(how + ": terminals that never did", count - seconds.size(), ""));
    add(
        Figure.of(
            how + ": requests, each terminal", (double) (tally.requests() - requests) / count, ""));
    add(
        Figure.of(
            how + ": bytes, each terminal", (double) (tally.bytes() - bytes) / count, "bytes"));
    add(Figure.of(how + ": processor of that server", spent(server, before), "s"));
  }

  private void plainServer(Program office) throws IOException, InterruptedException, HallException {
    PlainServer.Running plain = PlainServer.start(hall);
    try (Program nginx = plain.program()) {
      terminals.forEach(terminal -> terminal.readFrom(plain.address()));
      Duration before = office.processorTime();
      release("nginx serves the repository", 3, nginx);
      add(
          Figure.of(
              "nginx serves: processor of the office, publishing apart",
              spent(office, before),
              "s"));
    }
  }

  private void memory(Program office) throws IOException {
    double most = office.peakMemory().orElse(0) * 1024 / 1e6;
    add(Figure.of("office: peak memory (VmHWM)", most, "MB"));
    add(Figure.of("office: memory now", office.residentMemory().orElse(0) * 1024 / 1e6, "MB"));
  }

  private Instant published() throws IOException {
    return Files.getLastModifiedTime(hall.office().resolve("repository/metadata/timestamp.json"))
        .toInstant();
  }

  private static List<Double> since(Instant published, Collection<Instant> arrivals) {
    return List.copyOf(arrivals).stream()
        .map(at -> Duration.between(published, at).toNanos() / 1e9)
        .toList();
  }

  private void times(String name, Collection<Double> seconds, double goal) {
    if (seconds.isEmpty()) {
      System.out.println("  nothing arrived: " + name);
      return;
    }
    Times times = Times.of(seconds);
    add(Figure.of(name + ", p50", times.median(), "s"));
    add(new Figure(name + ", p99", times.percentile(99), "s", goal > 0 ? goal : null));
    add(Figure.of(name + ", last", times.most(), "s"));
  }

  private static void until(String what, Await.Condition condition, Program office)
      throws IOException, InterruptedException, HallException {
    Await.until(
        what,
        PATIENCE,
        () -> {
          office.requireRunning();
          return condition.holds();
        });
  }

  /** What is late is counted, not waited for. */
  private static void untilOrLate(String what, Await.Condition condition, Program office)
      throws IOException, InterruptedException {
    try {
      Await.until(
          what,
          Duration.ofMinutes(2),
          () -> {
            office.requireRunning();
            return condition.holds();
          });
    } catch (HallException late) {
      System.out.println("  late: " + late.getMessage());
    }
  }

  private static double spent(Program program, Duration before) {
    return program.processorTime().minus(before).toMillis() / 1e3;
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private void add(Figure figure) {
    System.out.println("  " + figure.row());
    figures.add(figure);
  }

  private static void step(String what) {
    System.out.println("… " + what);
  }
}
