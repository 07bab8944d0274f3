package org.openhall.simulator;

import java.awt.Rectangle;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the program was asked to do on its command line. */
sealed interface Invocation {

  /** Print the help. */
  record Help() implements Invocation {}

  /** Start the devices and keep them running. */
  record Run(RunOptions options) implements Invocation {}

  /** Pass one command to the running devices. */
  record Control(Path data, String command, boolean json) implements Invocation {}

  /**
   * Do the commands of a file.
   *
   * @param file its path, or {@code -} for the standard input
   */
  record Play(Path data, String file, boolean json) implements Invocation {}

  /**
   * How to run.
   *
   * @param data where everything is written
   * @param devices how to start them
   * @param panel place of the panel on the screen, or null for no panel
   * @param language language tag of the panel
   */
  record RunOptions(
      Path data, Simulator.Options devices, @Nullable Rectangle panel, String language) {}
}
