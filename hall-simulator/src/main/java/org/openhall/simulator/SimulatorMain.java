package org.openhall.simulator;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.openhall.simulator.control.ControlClient;
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

  /** Runs until the process is told to end; the devices' traces are then taken away. */
  private int run(Invocation.RunOptions options) throws IOException, InterruptedException {
    Simulator simulator =
        Simulator.start(options.data(), options.printerPort(), options.paperDots());
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
            simulator.cards(), simulator.idModule(), simulator.printer(), simulator::perform);
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
