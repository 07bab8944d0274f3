package org.openhall.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.openhall.agent.daemon.Daemon;
import org.openhall.agent.settings.AgentSettings;
import org.openhall.agent.sync.InstanceLock;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.text.Sentence;

/** {@code run [--wait] [--every 60s] [--port P]}: the service, until it is stopped. */
final class RunCommand extends TerminalCommand {
  private static final Duration EVERY = Duration.ofMinutes(1);

  @Override
  public Exit run(Arguments arguments, Console console) throws IOException, WrongArgumentException {
    if (arguments.has("--wait")) {
      FirstDay.await(arguments.data(), console);
    }
    return super.run(arguments, console);
  }

  @Override
  Exit run(Terminal terminal, InstanceLock lock, Arguments arguments, Console console)
      throws IOException, WrongArgumentException {
    AgentSettings lines = AgentSettings.read(terminal.data());
    lines.wrong().forEach(console::warn);
    int port = arguments.option("--port").isPresent() ? arguments.port() : lines.healthPort();
    Duration every = arguments.every().or(lines::every).orElse(EVERY);
    var settings = new Daemon.Settings(terminal, every, lines, port, console.words());
    if (port > 0 && !isFree(port)) {
      lock.close();
      return console.fail(Exit.IN_USE, Sentence.of("wrong.port-in-use", port));
    }
    console.say(
        Sentence.of(
            "run.started",
            terminal.identity().terminalId(),
            terminal.identity().office(),
            every.toSeconds()));
    Daemon.start(settings, lock);
    return Exit.DONE;
  }

  private static boolean isFree(int port) {
    try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
