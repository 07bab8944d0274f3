package org.openhall.simulator;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.openhall.simulator.control.UsageException;

/** The program {@code hall-simulator}: {@code --help} lists its commands. */
public final class SimulatorMain {

  private SimulatorMain() {}

  /** Exit status: 0 done, 1 refused or failed, 2 not understood. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    try {
      switch (Arguments.parse(args)) {
        case Invocation.Help() -> out.print(Arguments.HELP);
        case Invocation.Run run -> throw new UsageException("No device in " + run.options().data());
        case Invocation.Control control ->
            throw new UsageException("No devices run in " + control.data());
      }
    } catch (UsageException e) {
      err.println(e.getMessage());
      System.exit(2);
    }
  }
}
