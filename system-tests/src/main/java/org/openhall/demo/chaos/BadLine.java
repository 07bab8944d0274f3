package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.agent.identity.IdentityFolder;
import org.openhall.demo.hall.HallException;
import org.openhall.link.TerminalIdentity;
import org.openhall.repository.storage.Storage;

/**
 * The agent fetches over TLS, with the authority of its enrolment, from a server that is as honest
 * as can be on a line that is not. The sound line is among them, so that a refusal has its reason.
 */
record BadLine(Agent agent, BadTls tls) implements Fault {

  @Override
  public String row() {
    return tls == BadTls.SOUND ? "line over TLS, sound" : "line over TLS, bad";
  }

  @Override
  public String name() {
    return "the other end " + tls.words;
  }

  @Override
  public Scene.Before before() {
    return Scene.Before.RELEASE_1;
  }

  @Override
  public boolean waits() {
    return tls == BadTls.STALLED;
  }

  @Override
  public Optional<String> inject(Trial trial)
      throws IOException, InterruptedException, HallException {
    Path data = trial.terminal();
    TerminalIdentity identity = TerminalIdentity.read(data).orElseThrow();
    Path authority = trial.beside("authority");
    try (LyingServer honest = new LyingServer(trial.scene(), Lie.FLIPPED, "nothing at all");
        SecureDoor door = SecureDoor.open(tls, honest.address().getPort(), authority)) {
      new IdentityFolder(data, Storage.durable()).adopt(door.terminal());
      new TerminalIdentity(
              identity.terminalId(), door.address(), identity.channels(), identity.enrolledAt())
          .write(data);
      Agent.Ended ended = agent.run(List.of(), Map.of(), Agent.sync(data));
      identity.write(data);
      Folders.delete(data.resolve("identity"));
      boolean isRight =
          switch (tls) {
            case SOUND -> ended.status() == 0;
            case CUT -> true; // what came is gone on with, and may suffice
            case WRONG_HOST, EXPIRED, FOREIGN, STALLED, PLAIN -> ended.status() != 0;
          };
      return isRight && door.met() > 0
          ? Optional.of("ended with " + ended.status())
          : Optional.empty();
    } finally {
      Folders.delete(authority);
    }
  }
}
