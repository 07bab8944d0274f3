package org.openhall.demo.hall;

import java.awt.Rectangle;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.link.status.PushStatus;
import org.openhall.link.status.StatusFile;

/**
 * A hall in one folder: {@code office/}, {@code terminal/}, {@code devices/}, {@code logs/} and
 * {@code aside/}. Each part is started by the same command that its own user would give.
 */
public final class Hall implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private final Path data;
  private final List<Program> running = new ArrayList<>();
  private Optional<Program> agent = Optional.empty();
  private Optional<URI> terminalAddress = Optional.empty();
  private Optional<OwnCardService> cards = Optional.empty();

  /** A hall whose state lies under {@code data}. */
  public Hall(Path data) {
    this.data = data.toAbsolutePath().normalize();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close-hall"));
  }

  /** The folder that holds all of it. */
  public Path folder() {
    return data;
  }

  public Path office() {
    return data.resolve("office");
  }

  public Path terminal() {
    return data.resolve("terminal");
  }

  /** What a measurement needs beside the hall. */
  public Path aside() {
    return data.resolve("aside");
  }

  public Path devices() {
    return data.resolve("devices");
  }

  public Path logs() {
    return data.resolve("logs");
  }

  /** Runs an office command to its end and returns what it printed. */
  public String office(String... words) throws IOException, InterruptedException, HallException {
    return Program.run(logs(), words("office", office(), words));
  }

  /** Opens the office on two free loopback ports; returns its address for terminals. */
  public URI serve() throws IOException, InterruptedException, HallException {
    serveWith("-Xmx512m");
    return terminalAddress();
  }

  /** Where terminals call. */
  public URI terminalAddress() {
    return terminalAddress.orElseThrow();
  }

  /** The same with another heap of the Java machine, such as {@code -Xmx3g}. */
  public Program serveWith(String heap) throws IOException, InterruptedException, HallException {
    int plain = freePort();
    int secure = freePort();
    Program office =
        start(
            Map.of("OPENHALL_OFFICE_HEAP", heap),
            "office",
            office(),
            "serve",
            "--port",
            String.valueOf(plain),
            "--tls-port",
            String.valueOf(secure));
    URI page = URI.create("http://127.0.0.1:" + plain);
    Await.until(
        "the office answers at " + page,
        START_LIMIT,
        () -> {
          office.requireRunning();
          return Http.answers(page.resolve("/api/status"));
        });
    terminalAddress = Optional.of(URI.create("https://127.0.0.1:" + secure + "/"));
    return office;
  }

  /** Makes the folder a terminal of the office by a one-time token. */
  public void enrol(URI address) throws IOException, InterruptedException, HallException {
    String token = tokenIn(office("token", "--hall", "示例市政务服务中心"));
    Program.run(
        logs(), words("enrol", terminal(), "--office", address.toString(), "--token", token));
  }

  private static String tokenIn(String output) throws HallException {
    return output
        .lines()
        .flatMap(line -> List.of(line.trim().split("[\\s\"]+", -1)).stream())
        .filter(word -> word.startsWith("OH2-"))
        .findFirst()
        .orElseThrow(() -> new HallException("the office printed no token: " + output));
  }

  /** Sets the PIN of a role of the service area, as root would. */
  public void setPin(String role, String pin)
      throws IOException, InterruptedException, HallException {
    String line = "echo \"$1\" | \"$0\" pin \"$2\" --data \"$3\"";
    Program.runCommand(
        logs(),
        "pin",
        List.of("sh", "-c", line, Program.command().getFirst(), pin, role, terminal().toString()));
  }

  /** Starts the agent, which looks for a new release every two seconds. */
  public Program startAgent() throws IOException {
    return startAgent("2s");
  }

  /** The same with another distance of its looks, such as {@code 1h}; ends the one that runs. */
  public Program startAgent(String every) throws IOException {
    agent.ifPresent(Program::close);
    Program started = start("agent", terminal(), "run", "--every", every);
    agent = Optional.of(started);
    return started;
  }

  /** Ends the agent: the terminal is without a line until one is started. */
  public void stopAgent() {
    agent.ifPresent(Program::close);
    agent = Optional.empty();
  }

  /** Waits until the office's push reaches the terminal's agent. */
  public void awaitPush() throws IOException, InterruptedException, HallException {
    Await.until(
        "the line of the push is open",
        START_LIMIT,
        () ->
            StatusFile.push(terminal())
                .read()
                .filter(status -> status.line() == PushStatus.Line.OPEN)
                .isPresent());
  }

  /**
   * Starts a resource manager of smart cards for this hall alone, so that its terminal reads
   * social-security cards; before the devices and the kiosk.
   *
   * @throws HallException which says what this machine lacks for that
   */
  public void startCards() throws IOException, InterruptedException, HallException {
    cards = Optional.of(OwnCardService.start(devices().resolve("pcscd"), logs(), freePort()));
  }

  /** Starts the emulated devices, with their panel where a place is given. */
  public void startDevices(Optional<Rectangle> panel)
      throws IOException, InterruptedException, HallException {
    List<String> words = new ArrayList<>(List.of("run", "--printer-port", "0"));
    panel.ifPresent(place -> words.addAll(List.of("--panel", geometry(place))));
    cards.ifPresent(service -> words.addAll(List.of("--vpcd", "127.0.0.1:" + service.port())));
    Program devices = start("simulator", devices(), words.toArray(String[]::new));
    Path port = devices().resolve("printer.port");
    Await.until(
        "the emulated devices are ready",
        START_LIMIT,
        () -> {
          devices.requireRunning();
          return Files.exists(port) && Files.exists(devices().resolve("control.sock"));
        });
    configureTerminal(Files.readString(port).strip());
  }

  private void configureTerminal(String printerPort) throws IOException {
    Files.createDirectories(terminal());
    Files.writeString(
        terminal().resolve("terminal.properties"),
        """
        id-card-reader=sdt:serial:%s@115200
        receipt-printer=escpos:tcp:127.0.0.1:%s
        receipt-printer.profile=80mm-gb18030
        scanner=scanner:serial:%s@9600
        scanner.suffix=CR
        presence-sensor=presence:serial:%s@115200
        maintenance-door=door:serial:%s@9600
        terminal.place=示例市政务服务中心 1楼大厅
        terminal.point=f1-open
        %s
        """
            .formatted(
                devices().resolve("id-module"),
                printerPort,
                devices().resolve("scanner"),
                devices().resolve("presence-sensor"),
                devices().resolve("maintenance-door"),
                cards.map(_ -> "social-card-reader=pcsc:" + OwnCardService.READER).orElse("")));
  }

  /** Works the emulated devices, e.g. {@code control("lay", "zhang")}; returns their answer. */
  public String control(String... words) throws IOException, InterruptedException, HallException {
    return Program.run(logs(), words("simulator", devices(), words));
  }

  /** Opens the kiosk's window at a place on the screen. */
  public Program startKiosk(Rectangle place, Map<String, String> environment) throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    cards.ifPresent(
        service -> all.put(OwnCardService.SOCKET_VARIABLE, service.socket().toString()));
    Program kiosk =
        Program.start(logs(), all, words("kiosk", terminal(), "--window", geometry(place)));
    running.add(kiosk);
    return kiosk;
  }

  private Program start(String program, Path folder, String... words) throws IOException {
    return start(Map.of(), program, folder, words);
  }

  private Program start(
      Map<String, String> environment, String program, Path folder, String... words)
      throws IOException {
    Program started = Program.start(logs(), environment, words(program, folder, words));
    running.add(started);
    return started;
  }

  /** A place in the form that X programs take: WxH+X+Y. */
  public static String geometry(Rectangle place) {
    return "%dx%d+%d+%d".formatted(place.width, place.height, place.x, place.y);
  }

  private static String[] words(String program, Path folder, String... words) {
    List<String> all = new ArrayList<>(List.of(program));
    all.addAll(List.of(words));
    all.addAll(List.of("--data", folder.toString()));
    return all.toArray(String[]::new);
  }

  private static int freePort() throws IOException {
    try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Ends every program, the last started first. */
  @Override
  public void close() {
    running.reversed().forEach(Program::close);
    cards.ifPresent(OwnCardService::close);
  }
}
