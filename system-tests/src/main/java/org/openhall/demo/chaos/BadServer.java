package org.openhall.demo.chaos;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.demo.hall.HallException;
import org.openhall.link.TerminalIdentity;

/**
 * The agent fetches from a server that lies.
 *
 * @param about a word in the path of the files about which it lies; empty for all
 */
record BadServer(Agent agent, Scene.Before before, Lie lie, String about) implements Fault {
  /**
   * What an endless answer may cost: the longest metadata, and what lies in buffers of the line.
   */
  private static final long MOST = 32L << 20;

  @Override
  public String row() {
    return "server " + lie.words;
  }

  @Override
  public String name() {
    return "%s: %s at %s".formatted(lie, about.isEmpty() ? "everything" : about, before);
  }

  @Override
  public boolean waits() {
    return lie.waits();
  }

  @Override
  public Optional<String> inject(Trial trial)
      throws IOException, InterruptedException, HallException {
    Path data = trial.terminal();
    TerminalIdentity identity = TerminalIdentity.read(data).orElseThrow();
    try (LyingServer server = new LyingServer(trial.scene(), lie, about)) {
      at(identity, server.address()).write(data);
      Agent.Ended ended = agent.run(List.of(), Map.of(), Agent.sync(data));
      identity.write(data);
      if (server.sent() > MOST) {
        throw new HallException("%s took %d bytes".formatted(name(), server.sent()));
      }
      return server.told() > 0 ? Optional.of("ended with " + ended.status()) : Optional.empty();
    }
  }

  private static TerminalIdentity at(TerminalIdentity identity, URI office) {
    return new TerminalIdentity(
        identity.terminalId(), office, identity.channels(), identity.enrolledAt());
  }
}
