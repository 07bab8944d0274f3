package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openhall.link.message.MessageLine;

/** Whether the two programs of a terminal run: each answers at its socket. */
record ProgramCheck(Machine machine) implements Check {

  @Override
  public Area area() {
    return Area.PROGRAMS;
  }

  @Override
  public List<Finding> look() throws IOException {
    return List.of(
        program("program.kiosk", machine.data().resolve("status").resolve("devices.sock")),
        program("program.agent", MessageLine.socket(machine.data())));
  }

  private Finding program(String code, Path socket) throws IOException {
    if (Files.exists(socket) && !Files.isWritable(socket)) {
      throw new AccessDeniedException(socket.toString());
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      return Finding.of(area(), Severity.OK, code + ".runs");
    } catch (IOException nobodyListens) {
      return Finding.of(area(), Severity.WARNING, code + ".stopped");
    }
  }
}
