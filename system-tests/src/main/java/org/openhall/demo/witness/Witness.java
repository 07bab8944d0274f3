package org.openhall.demo.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * The agent: answers every connection to its Unix-domain socket with the present picture of the
 * scene, one line a node (see {@link VisibleNode}), and closes it. The kiosk itself starts
 * unchanged.
 */
public final class Witness {

  private Witness() {}

  /** Called by the JVM before the kiosk's main; {@code socket} is the path to listen on. */
  public static void premain(String socket, Instrumentation instrumentation) {
    watch(Path.of(socket));
  }

  /** Begins to answer on a socket, in the program that is to be watched. */
  public static void watch(Path socket) {
    Thread.ofPlatform().daemon().name("witness").start(() -> serve(socket));
  }

  private static void serve(Path socket) {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      Files.deleteIfExists(socket);
      server.bind(UnixDomainSocketAddress.of(socket));
      while (server.isOpen()) {
        answer(server);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the witness cannot listen on " + socket, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(ServerSocketChannel server) throws IOException, InterruptedException {
    try (SocketChannel asker = server.accept()) {
      ByteBuffer answer = ByteBuffer.wrap(look().getBytes(StandardCharsets.UTF_8));
      while (answer.hasRemaining()) {
        asker.write(answer);
      }
    }
  }

  /**
   * What stands on the glass: read, and told only when two more frames were painted. Empty before
   * the toolkit runs, so that an asker waits for its first window.
   */
  private static String look() throws InterruptedException {
    CompletableFuture<String> seen = new CompletableFuture<>();
    try {
      Platform.runLater(() -> afterTwoFrames(seen, SceneReading.ofShowingWindows()));
      return seen.get();
    } catch (IllegalStateException toolkitNotStarted) {
      return "";
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static void afterTwoFrames(CompletableFuture<String> seen, String reading) {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (frames++ == 2) {
          stop();
          seen.complete(reading);
        }
      }
    }.start();
  }
}
