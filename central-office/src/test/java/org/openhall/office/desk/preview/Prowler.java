package org.openhall.office.desk.preview;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openhall.link.render.RenderOrder;
import org.openhall.link.render.RenderPart;

/**
 * In the place of the drawing program: tries what it must not be able to do, and tells of all that
 * it could. Its order names a file to read, a port to call and a folder to write into.
 */
final class Prowler {
  private Prowler() {}

  public static void main(String[] arguments) throws IOException {
    List<String> wanted = RenderOrder.read(System.in).records();
    if (wanted.isEmpty()) {
      Runtime.getRuntime().halt(1);
    } else if (wanted.getFirst().equals("sleep")) {
      while (System.in.read() < 0) {
        Thread.onSpinWait();
      }
    }
    List<String> could = new ArrayList<>();
    attempt(could, "read", () -> Files.readAllBytes(Path.of(wanted.getFirst())));
    attempt(could, "call", () -> call(Integer.parseInt(wanted.get(1))));
    attempt(could, "write", () -> Files.createTempFile(Path.of(wanted.get(2)), "a", "b"));
    attempt(could, "see the office", Prowler::otherProcesses);
    attempt(could, "see /etc/passwd", () -> Files.readAllBytes(Path.of("/etc/passwd")));
    attempt(could, "see the environment", () -> environment());
    new RenderPart.End(RenderPart.Result.FAULT, String.join(", ", could))
        .write(new DataOutputStream(System.out));
  }

  private interface Attempt {
    Object run() throws IOException;
  }

  private static void attempt(List<String> could, String what, Attempt attempt) {
    try {
      attempt.run();
      could.add(what);
    } catch (IOException e) {
      System.err.println(what + ": " + e);
    }
  }

  private static Object call(int port) throws IOException {
    try (SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
      return channel;
    }
  }

  private static Object otherProcesses() throws IOException {
    long mine = ProcessHandle.current().pid();
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(
              one -> one.pid() != mine && one.pid() != 1 && one.info().command().isPresent())
          .findFirst()
          .orElseThrow(() -> new IOException("there is none"));
    }
  }

  private static Object environment() throws IOException {
    if (System.getenv("HOME") == null) {
      throw new IOException("there is none");
    }
    return "";
  }
}
