package org.openhall.simulator;

import java.awt.Rectangle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.openhall.simulator.control.Answer;
import org.openhall.simulator.control.ControlClient;
import org.openhall.simulator.control.Script;
import org.openhall.simulator.control.UsageException;
import org.openhall.simulator.panel.SimulatorPanel;

/** The program {@code hall-simulator}: {@code --help} lists its commands. */
public final class SimulatorMain {

  private static final int FAILED = 1;
  private static final int NOT_UNDERSTOOD = 2;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  private SimulatorMain() {}

  /** Exit status: 0 done, 1 refused or failed, 2 not understood. */
  public static void main(String[] args) throws InterruptedException {
    int status = new SimulatorMain().perform(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  private int perform(String... args) throws InterruptedException {
    try {
      return switch (Arguments.parse(args)) {
        case Invocation.Help() -> help();
        case Invocation.Run(Invocation.RunOptions options) -> run(options);
        case Invocation.Play play -> play(play);
        case Invocation.Control control -> control(control);
      };
    } catch (UsageException e) {
      err.println(e.getMessage());
      return NOT_UNDERSTOOD;
    } catch (IOException e) {
      err.println(e.getMessage());
      return FAILED;
    }
  }

  private int help() {
    out.print(Arguments.HELP);
    return 0;
  }

  private int control(Invocation.Control control) throws IOException {
    ControlClient.Reply reply = ControlClient.send(control.data(), control.command());
    (reply.done() ? out : err).println(String.join("\n", reply.lines()));
    if (control.json()) {
      out.println(reply.json());
    }
    return reply.done() ? 0 : FAILED;
  }

  /** What is typed is done line by line; a file is understood as a whole before it begins. */
  private int play(Invocation.Play play) throws IOException, UsageException {
    if (play.file().equals("-")) {
      return playTyped(play);
    }
    Path file = Path.of(play.file()).toAbsolutePath().normalize();
    Script script = Script.of(play.file(), Files.readAllLines(file));
    Path folder = Objects.requireNonNull(file.getParent(), "a file lies in a folder");
    return playFrom(folder, script, play);
  }

  private int playTyped(Invocation.Play play) throws IOException, UsageException {
    BufferedReader typed =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line;
    while ((line = typed.readLine()) != null) {
      if (playFrom(Path.of(""), Script.of("-", List.of(line)), play) != 0) {
        return FAILED;
      }
    }
    return 0;
  }

  private int playFrom(Path folder, Script script, Invocation.Play play)
      throws IOException, UsageException {
    for (Script.Line line : script.lines()) {
      String command = CardPaths.inFull(folder, line.command());
      ControlClient.Reply reply = ControlClient.send(play.data(), command);
      String said = String.join("\n", reply.lines());
      out.println(line.command() + "\n    " + said.replace("\n", "\n    "));
      if (play.json()) {
        out.println(reply.json());
      }
      if (!reply.done()) {
        err.println(script.name() + ":" + line.number() + ": " + line.command() + ": " + said);
        return FAILED;
      }
    }
    return 0;
  }

  /** Runs until the process is told to end; the devices' traces are then taken away. */
  private int run(Invocation.RunOptions options) throws IOException, InterruptedException {
    Simulator simulator = Simulator.start(options.data(), options.devices());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(simulator), "stop"));
    out.println("ID module ready: " + options.data().resolve("id-module"));
    out.println("Receipt printer ready: 127.0.0.1:" + simulator.printer().port());
    out.println("Control ready: " + options.data().resolve("control.sock"));
    if (options.panel() != null) {
      openPanel(simulator, options.panel(), options.language());
    }
    Thread.currentThread().join();
    return 0;
  }

  private static void openPanel(Simulator simulator, Rectangle place, String language)
      throws IOException {
    SimulatorPanel.Devices devices =
        new SimulatorPanel.Devices(
            simulator.cards(),
            simulator.idModule(),
            simulator.slot(),
            simulator.printer(),
            simulator.sensors().scanner(),
            simulator.sensors().presence(),
            simulator.sensors().door(),
            simulator::log,
            line -> {
              Answer _ = simulator.perform(line); // the log has it
            });
    simulator.watch(SimulatorPanel.open(devices, place, language)::refresh);
  }

  private void stop(Simulator simulator) {
    try {
      simulator.close();
    } catch (IOException e) {
      err.println("The devices did not stop cleanly: " + e.getMessage());
    }
  }
}
