package org.openhall.agent;

import java.io.IOException;

/** One command of the agent program. */
@FunctionalInterface
interface Command {
  Exit run(Arguments arguments, Console console) throws IOException, WrongArgumentException;
}
