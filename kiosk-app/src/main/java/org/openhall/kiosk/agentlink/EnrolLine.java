package org.openhall.kiosk.agentlink;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.openhall.link.message.AgentMessage;
import org.openhall.link.message.KioskMessage;
import org.openhall.link.message.MessageLine;

/**
 * What the screen asks of the agent while a terminal joins an office, one thing after the other.
 */
public final class EnrolLine implements AutoCloseable {
  /** The office may be slow; the agent gives up before. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path dataDir;
  private final Executor screen;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("enrol").daemon().factory());

  /**
   * @param screen runs what is to happen on the screen's thread
   */
  public EnrolLine(Path dataDir, Executor screen) {
    this.dataDir = dataDir;
    this.screen = screen;
  }

  /**
   * Asks, and returns at once.
   *
   * @param then hears the answer on the screen's thread; empty where the agent gives none
   */
  public void ask(KioskMessage.Enrol what, Consumer<Optional<AgentMessage>> then) {
    thread.execute(() -> {
      Optional<AgentMessage> said = said(what);
      screen.execute(() -> then.accept(said));
    });
  }

  private Optional<AgentMessage> said(KioskMessage.Enrol what) {
    try (MessageLine agent = MessageLine.connect(dataDir, PATIENCE)) {
      agent.send(what.toJson());
      return AgentMessage.read(agent.receive());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
