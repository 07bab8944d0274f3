package org.openhall.office.desk.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.render.RenderOrder;
import org.openhall.link.render.RenderPart;
import org.openhall.office.desk.preview.RenderChild.Outcome;

/** What the office makes of a drawing program, and what that could do where it is not honest. */
class RenderChildTest {
  private static final RenderOrder ORDER = new RenderOrder("n-1", "示例市", false, null);
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir Path folder;

  private Path socket() {
    return folder.resolve("socket");
  }

  private RenderChild prowler(Duration patience) {
    String classes = System.getProperty("java.class.path");
    return new RenderChild(Optional.of(classes), socket(), Prowler.class.getName(), patience);
  }

  private List<byte[]> wanted(ServerSocket server) throws IOException {
    Path secret = Files.writeString(folder.resolve("office.db"), "secret");
    return Stream.of(secret.toString(), "" + server.getLocalPort(), folder.toString())
        .map(line -> line.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void whoDrawsReadsNothingOfTheOfficeCallsNobodyAndWritesNowhere() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<byte[]> wanted = wanted(server);
      assertEquals("", found(command(true), wanted));
      String open = found(command(false), wanted);
      assertTrue(open.startsWith("read, call, write, see the office"), open);
    }
  }

  private static List<String> command(boolean within) throws IOException {
    String classes = Walls.absolute(System.getProperty("java.class.path"));
    List<String> words = new ArrayList<>(within ? Walls.around(classes) : List.of());
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classes, Prowler.class.getName()));
    return words;
  }

  /** What the prowler could do. */
  private static String found(List<String> command, List<byte[]> wanted) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (OutputStream out = process.getOutputStream()) {
      ORDER.write(out, wanted);
    }
    try (DataInputStream in = new DataInputStream(process.getInputStream())) {
      return ((RenderPart.End) RenderPart.read(in)).words();
    }
  }

  @Test
  void saysWhatCameOfAProgramThatFails() throws Exception {
    assertEquals(Outcome.BROKEN, draw(prowler(LONG)), "it died");
    List<byte[]> sleep = List.of("sleep".getBytes(StandardCharsets.UTF_8));
    RenderChild hasty = prowler(Duration.ofMillis(1));
    assertEquals(Outcome.TOO_SLOW, hasty.draw(ORDER, sleep, _ -> {}));
    RenderChild none = new RenderChild(Optional.empty(), socket(), "", LONG);
    assertEquals(Outcome.NOT_INSTALLED, draw(none));
  }

  private static Outcome draw(RenderChild child) throws IOException, InterruptedException {
    return child.draw(ORDER, List.of(), _ -> {});
  }

  @Test
  void theUnitOfThePackageIsAskedWhereItListens() throws Exception {
    RenderPart.Picture picture = new RenderPart.Picture(RenderPart.Look.PORTRAIT, 0, new byte[9]);
    List<RenderPart.Picture> taken = new ArrayList<>();
    try (ServerSocketChannel unit = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      unit.bind(UnixDomainSocketAddress.of(socket()));
      Thread.ofPlatform().daemon().start(() -> answer(unit, picture));
      RenderChild child = new RenderChild(Optional.empty(), socket(), "", LONG);
      assertEquals(Outcome.CUT, child.draw(ORDER, List.of(new byte[] {'x'}), taken::add));
    }
    assertEquals(1, taken.size());
    assertEquals(9, taken.getFirst().png().length);
  }

  private static void answer(ServerSocketChannel unit, RenderPart.Picture picture) {
    try (SocketChannel call = unit.accept()) {
      RenderOrder.Received received = RenderOrder.read(Channels.newInputStream(call));
      java.io.DataOutputStream out = new java.io.DataOutputStream(Channels.newOutputStream(call));
      picture.write(out);
      boolean isWhole = received.order().equals(ORDER) && received.records().equals(List.of("x"));
      new RenderPart.End(isWhole ? RenderPart.Result.CUT : RenderPart.Result.FAULT, "").write(out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
