package org.openhall.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.sync.InstanceLock;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.text.Sentence;
import org.openhall.link.TerminalIdentity;

/** A command that works on an enrolled terminal and lets no second agent beside it. */
abstract class TerminalCommand implements Command {

  @Override
  public Exit run(Arguments arguments, Console console) throws IOException, WrongArgumentException {
    Path data = arguments.data();
    Optional<TerminalIdentity> identity = Identity.read(data, console);
    if (identity.isEmpty()) {
      return Exit.REFUSED;
    }
    if (Membership.of(data, identity.get(), Clock.systemUTC()).isEmpty()) {
      return console.fail(Exit.REFUSED, Sentence.of("wrong.key", data));
    }
    Optional<InstanceLock> lock = InstanceLock.take(data);
    if (lock.isEmpty()) {
      return DataInUse.fail(data, console);
    }
    return run(new Terminal(data, identity.get()), lock.get(), arguments, console);
  }

  /** Runs with the lock in hand; whoever ends the work closes it. */
  abstract Exit run(Terminal terminal, InstanceLock lock, Arguments arguments, Console console)
      throws IOException, WrongArgumentException;
}
