package org.openhall.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A display of a test's own, without a window manager. */
final class Display implements AutoCloseable {
  private final Process server;
  private final String number;

  private Display(Process server, String number) {
    this.server = server;
    this.number = number;
  }

  static Display start() throws IOException {
    List<String> command =
        List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1800x1920x24", "-nolisten", "tcp");
    Process server =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader said =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
    String number = said.readLine();
    if (number == null) {
      throw new IOException("Xvfb did not start");
    }
    return new Display(server, ":" + number);
  }

  /** Words before a command that is to be seen here. */
  List<String> env() {
    return List.of("env", "DISPLAY=" + number);
  }

  @Override
  public void close() {
    server.destroyForcibly();
  }
}
