package org.openhall.kiosk.agentlink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.openhall.link.event.EventMessage;
import org.openhall.link.message.KioskMessage;
import org.openhall.link.message.MessageLine;

/** A peer at the other end of the socket that says what a test wants; one call at a time. */
public final class ScriptedAgent implements AutoCloseable {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final ServerSocketChannel server;

  /**
   * @param script what is said to a question, as bytes; empty for hanging up
   */
  public ScriptedAgent(Path data, Function<EventMessage, Optional<byte[]>> script)
      throws IOException {
    Path socket = MessageLine.socket(data);
    Files.createDirectories(socket.getParent());
    Files.deleteIfExists(socket);
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofPlatform().daemon().start(() -> serve(script));
  }

  private void serve(Function<EventMessage, Optional<byte[]>> script) {
    while (server.isOpen()) {
      try (MessageLine line = new MessageLine(server.accept(), LONG)) {
        if (KioskMessage.read(line.receive()).orElseThrow()
            instanceof KioskMessage.Ask(var asked)) {
          Optional<byte[]> said = script.apply(asked);
          if (said.isPresent()) {
            line.send(said.get());
          }
        }
      } catch (IOException e) {
        // the kiosk went away, or the test is over
      }
    }
  }

  /** Waits until the key of a visit that has ended is overwritten. */
  public static void awaitOverwritten(VisitLine ended) {
    try {
      ended.overwritten().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
