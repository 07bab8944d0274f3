package org.openhall.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.openhall.agent.text.Sentence;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.UnreadableFileException;

/** The identity of the terminal, as the commands need it. */
final class Identity {
  private Identity() {}

  /** Reads it; says what to do where there is none or a damaged one. */
  static Optional<TerminalIdentity> read(Path data, Console console) throws IOException {
    try {
      Optional<TerminalIdentity> identity = TerminalIdentity.read(data);
      if (identity.isEmpty()) {
        console.fail(Exit.REFUSED, Sentence.of("wrong.not-enrolled", data));
      }
      return identity;
    } catch (UnreadableFileException e) {
      console.fail(Exit.REFUSED, Sentence.of("wrong.identity", data));
      return Optional.empty();
    }
  }
}
