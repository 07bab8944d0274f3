package org.openhall.simulator.control;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where the control socket of a data folder is. */
final class ControlSocket {

  /** Room for a path in the address of a Unix socket, the final NUL not counted. */
  private static final int LONGEST_PATH = 107;

  private ControlSocket() {}

  static Path path(Path data) {
    return data.resolve("control.sock");
  }

  /**
   * The address: a long path is named from the folder the program runs in, if that is shorter.
   *
   * @throws IOException when the path is too long for a Unix socket either way
   */
  static UnixDomainSocketAddress address(Path data) throws IOException {
    Path full = path(data.toAbsolutePath());
    Path near = Path.of("").toAbsolutePath().relativize(full);
    Path shorter = length(near) < length(full) ? near : full;
    if (length(shorter) > LONGEST_PATH) {
      throw new IOException(
          "The path "
              + full
              + " is too long for a Unix socket ("
              + LONGEST_PATH
              + " bytes at most). Choose a --data folder with a shorter path.");
    }
    return UnixDomainSocketAddress.of(shorter);
  }

  private static int length(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
